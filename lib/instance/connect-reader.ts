import type { Connect } from '@aws-sdk/client-connect';

/**
 * What reads an instance: `new Connect({ … })` of `@aws-sdk/client-connect`. Only what lists and describes is called. The API
 * takes two requests a second: give the client `retryMode: 'adaptive'` and many `maxAttempts` for a large centre.
 */
export type ConnectReader = Pick<
  Connect,
  | 'describeContactFlow'
  | 'describeContactFlowModule'
  | 'describeHoursOfOperation'
  | 'describeInstance'
  | 'describeQueue'
  | 'describeQuickConnect'
  | 'describeRoutingProfile'
  | 'describeUser'
  | 'listContactFlowModules'
  | 'listContactFlows'
  | 'listHoursOfOperationOverrides'
  | 'listHoursOfOperations'
  | 'listLambdaFunctions'
  | 'listPhoneNumbersV2'
  | 'listPrompts'
  | 'listQueues'
  | 'listQuickConnects'
  | 'listRoutingProfileQueues'
  | 'listUserProficiencies'
  | 'listUsers'
>;

/** An instance, and what reads it. */
export interface ReadInstance {
  readonly connect: ConnectReader;
  readonly instanceArn: string;
}

interface Page {
  readonly NextToken?: string | undefined;
}

/** Whatever a list has, page after page. */
export const everyPage = async <P extends Page, T>(
  read: (NextToken: string | undefined) => Promise<P>,
  listed: (page: P) => readonly T[] | undefined,
): Promise<readonly T[]> => {
  const all: T[] = [];
  let token: string | undefined;
  do {
    const page = await read(token);
    all.push(...(listed(page) ?? []));
    token = page.NextToken;
  } while (token !== undefined);
  return all;
};

/** One after another, as the API's quota of requests wants it. */
export const inTurn = async <T, R>(things: readonly T[], read: (thing: T) => Promise<R>): Promise<readonly R[]> => {
  const all: R[] = [];
  for (const thing of things) all.push(await read(thing));
  return all;
};
