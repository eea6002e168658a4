import { AwsError } from '../aws-error';
import type { CloudRequest, CloudResponse } from '../http/message';
import { type QueryInput, queryAnswer, queryInput, textIn } from '../http/query-protocol';
import { afterSeconds } from '../real-time';
import { CHANGE_SET_ACTIONS } from './actions/change-sets';
import { DESCRIPTION_ACTIONS } from './actions/descriptions';
import { STACK_ACTIONS } from './actions/stacks';
import type { ProviderServices } from './provider';
import { Stacks } from './stacks';

const NAMESPACE = 'http://cloudformation.amazonaws.com/doc/2010-05-15/';

/**
 * A call that starts something answers when that has ended, or after so many seconds: clients look once and are done,
 * instead of looking every few seconds.
 */
const PATIENCE_SECONDS = 5;

export type Action = (service: CloudFormationService, input: QueryInput) => object | Promise<object>;

const ACTIONS: Readonly<Record<string, Action>> = { ...CHANGE_SET_ACTIONS, ...DESCRIPTION_ACTIONS, ...STACK_ACTIONS };

/** CloudFormation: stacks, and the calls that make, change, show and delete them. */
export class CloudFormationService {
  readonly stacks: Stacks;
  private readonly running = new Set<Promise<void>>();

  constructor(
    readonly services: ProviderServices,
    /** The values of secrets, by name or ARN. */
    private readonly secrets: Readonly<Record<string, string>>,
  ) {
    this.stacks = new Stacks(services.environment);
  }

  async handle(request: CloudRequest): Promise<CloudResponse> {
    const input = queryInput(request);
    const name = textIn(input, 'Action') ?? '';
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
    if (action === undefined)
      throw new AwsError('InvalidAction', `The embedded cloud does not carry out cloudformation:${name}.`);
    return queryAnswer(name, NAMESPACE, await action(this, input));
  }

  /** Runs an operation on, and waits for a while. */
  async start(operation: Promise<void>): Promise<void> {
    this.running.add(operation);
    operation.finally(() => this.running.delete(operation)).catch(() => undefined);
    await new Promise<void>((resolve, reject) => {
      const cancel = afterSeconds(PATIENCE_SECONDS, resolve);
      operation.then(resolve, reject).finally(cancel);
    });
  }

  /** Waits until nothing runs any more. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.running]);
  }

  /** A dynamic reference of a template. @throws AwsError where it leads nowhere */
  dynamic = (service: string, reference: string): string => {
    if (service === 'ssm' || service === 'ssm-secure') {
      return this.services.ssm.get(reference.replace(/:\d+$/, '')).value;
    }
    if (service === 'secretsmanager') return this.secret(reference);
    throw new AwsError(
      'ValidationError',
      `The embedded cloud does not know the dynamic reference {{resolve:${service}:…}}.`,
    );
  };

  /** `<name or ARN>:SecretString:<key>:…` */
  private secret(reference: string): string {
    const [id = '', rest = ''] = reference.split(':SecretString');
    const [, key = ''] = rest.split(':');
    const name = Object.keys(this.secrets).find((each) => id === each || id.includes(`:secret:${each}`));
    if (name === undefined) {
      throw new AwsError(
        'ValidationError',
        `Secrets Manager can't find the specified secret: ${id}. Give its value in the option secrets.`,
      );
    }
    const value = this.secrets[name] as string;
    return key === '' ? value : String((JSON.parse(value) as Record<string, unknown>)[key]);
  }
}
