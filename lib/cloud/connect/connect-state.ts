import { AwsError } from '../aws-error';
import { arnIn, type CloudEnvironment } from '../environment';
import type { CloudAssumptions } from './assumptions';
import { type Collection, type Entry, idOf } from './collection';
import { ConnectInstance } from './instance';
import type { OperationInput, OperationName, OperationOutput } from './protocol/operation';

/** A phone number of the account, tied to an instance. */
export interface PhoneNumber {
  readonly id: string;
  readonly arn: string;
  readonly number: string;
  readonly countryCode: string;
  readonly type: string;
  instanceId: string;
  description: string | undefined;
  /** The flow that calls to it run; the number and the instance have to say so themselves. */
  flowId: string | undefined;
  tags: Readonly<Record<string, string>>;
}

/** A contact that a program asks for, once its request has been checked. */
export interface ContactRequest {
  readonly operation: 'StartOutboundVoiceContact' | 'StartChatContact' | 'StartTaskContact';
  readonly input: Readonly<Record<string, unknown>>;
  readonly instanceArn: string;
  /** The flow that the contact runs. */
  readonly flow: { readonly arn: string; readonly name: string };
}

/** What takes contacts that come in through the API; it may choose the id of the contact. */
export type OnContact = (request: ContactRequest) => Promise<ContactAnswer | undefined> | ContactAnswer | undefined;

export interface ContactAnswer {
  readonly contactId?: string;
}

/** A call that Connect has carried out. */
export interface ConnectCallRecord {
  readonly operation: OperationName;
  readonly input: unknown;
  readonly output: unknown;
}

export interface ConnectSettings {
  /** Entries on a page where the request does not say. */
  readonly pageSize: number;
  readonly onContact?: OnContact;
  readonly onCall?: (call: ConnectCallRecord) => void;
  readonly assumptions: CloudAssumptions;
}

/** The loopback Connect: every instance of the account, and its phone numbers. */
export class ConnectState {
  readonly instances = new Map<string, ConnectInstance>();
  readonly phoneNumbers = new Map<string, PhoneNumber>();
  /** Numbers that a search has shown, with what they are. */
  readonly offers = new Map<string, { readonly country: string; readonly type: string }>();

  constructor(
    readonly environment: CloudEnvironment,
    readonly settings: ConnectSettings,
  ) {}

  /** By id or ARN. @throws AwsError where there is none */
  instance(reference: string): ConnectInstance {
    const instance = this.instances.get(idOf(reference));
    if (instance !== undefined) return instance;
    throw new AwsError('ResourceNotFoundException', `There is no instance ${reference}.`, 404);
  }

  /** What a new resource of an instance starts with. */
  entry(instance: ConnectInstance, kind: string, name: string, tags: Entry['tags'] = {}): Entry {
    const id = this.environment.identifiers.uuid(kind, instance.id, name);
    return { id, arn: `${instance.arn}/${kind}/${id}`, name, tags: { ...tags } };
  }

  newInstance(alias: string | undefined, identity: ConnectInstance['identityManagement'], directoryId?: string) {
    const id = this.environment.identifiers.uuid('instance', alias ?? directoryId ?? '');
    const arn = arnIn(this.environment, 'connect', `instance/${id}`);
    return new ConnectInstance(id, arn, alias, identity, directoryId, {});
  }
}

type Handler<N extends OperationName> = (
  connect: ConnectState,
  input: OperationInput<N>,
) => OperationOutput<N> | Promise<OperationOutput<N>>;

/** Operations of a family of resources. */
export type Handlers = { readonly [N in OperationName]?: Handler<N> };

/** An id of another resource, checked to be there; undefined stays. */
export const knownId = <T extends Entry>(
  collection: Collection<T>,
  reference: string | undefined,
): string | undefined => (reference === undefined ? undefined : collection.get(reference).id);
