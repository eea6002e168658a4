/** What a literal ARN is tied to. */
export interface ArnOwner {
  /** Equal for ARNs with the same owner. */
  readonly key: string;
  readonly instanceId?: string;
  readonly account: string;
  readonly region: string;
}

const INSTANCE = /arn:aws[a-z-]*:connect:([a-z0-9-]+):(\d{12}):instance\/([0-9a-z-]+)/i;
const ACCOUNT = /arn:aws[a-z-]*:(?:lambda|lex):([a-z0-9-]+):(\d{12}):/;

/** The instance or account that an ARN in a text belongs to; undefined for text without one, and for what AWS owns. */
export const ownerIn = (text: string): ArnOwner | undefined => {
  if (!text.includes('arn:aws')) return undefined;
  const [, instanceRegion, instanceAccount, instanceId] = INSTANCE.exec(text) ?? [];
  if (instanceRegion !== undefined && instanceAccount !== undefined && instanceId !== undefined) {
    return { key: instanceId.toLowerCase(), instanceId, account: instanceAccount, region: instanceRegion };
  }
  const [, region, account] = ACCOUNT.exec(text) ?? [];
  return region === undefined || account === undefined ? undefined : { key: `${account} ${region}`, account, region };
};
