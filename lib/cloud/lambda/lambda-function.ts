/** A function as it is deployed. */
export interface LambdaFunction {
  readonly name: string;
  readonly arn: string;
  readonly runtime: string | undefined;
  readonly handler: string;
  readonly role: string;
  readonly timeoutSeconds: number;
  readonly memoryMegabytes: number;
  readonly description: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string;
  readonly architectures: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** The archive, as it was uploaded. */
  readonly code: Buffer;
  readonly codeSha256: string;
}

/** Who may call a function, as its resource policy says. */
export interface Permission {
  readonly sid: string;
  readonly functionName: string;
  readonly action: string;
  readonly principal: string;
  readonly sourceArn: string | undefined;
  readonly sourceAccount: string | undefined;
}

/** A state of a function's code and configuration that stays. */
export interface FunctionVersion {
  readonly number: number;
  readonly description: string | undefined;
  readonly snapshot: LambdaFunction;
}

const UNITS = /^(?:arn:[^:]*:lambda:[^:]*:[^:]*:function:)?(?:\d{12}:)?(?:function:)?([-\w]+)(?::([-\w$]+))?$/;

/** Name and qualifier in any of the forms in which functions are named. */
export const functionReference = (
  reference: string,
): { readonly name: string; readonly qualifier: string | undefined } => {
  const [, name = reference, qualifier] = UNITS.exec(reference) ?? [];
  return { name, qualifier: qualifier === '$LATEST' ? undefined : qualifier };
};
