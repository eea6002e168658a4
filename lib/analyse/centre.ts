import type { InitiationMethod } from '../journey';
import type { Channel, FlowDocument, FlowScope } from '../language';

/** A flow or module. A `World` of the simulator is a centre, too. */
export interface CentreFlow {
  readonly arn: string;
  readonly name: string;
  readonly type: FlowScope;
  readonly document: FlowDocument;
  /** It is a default flow whose content was replaced. @default false */
  readonly replacesDefault?: true;
}

export interface CentreQueue {
  readonly arn: string;
  readonly name: string;
  readonly outboundWhisperFlow?: string;
}

export interface CentreQuickConnect {
  readonly name: string;
  readonly kind: 'USER' | 'QUEUE' | 'PHONE_NUMBER' | 'FLOW';
  /** The transfer flow it names. */
  readonly flow?: string;
  /** ARN of the agent or the queue, or the phone number. */
  readonly target: string;
}

/** When a declared answer is given; everything that is named must hold. */
export interface AnswerCondition {
  readonly contacts?: readonly { readonly method: InitiationMethod; readonly channel: Channel }[];
  /** Names or ARNs of the working queue. */
  readonly queues?: readonly string[];
  /** Attributes of the contact, and the values each may have. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

export interface AnswerCase {
  /** @default always */
  readonly when?: AnswerCondition;
  /** The answer, one of several, or anything at all (null). */
  readonly value: string | readonly string[] | null;
}

/** What a function is known to answer: for each key the first case that applies. What is not declared may be anything. */
export type DeclaredAnswers = Readonly<Record<string, readonly AnswerCase[]>>;

export interface CentreFunction {
  readonly arn: string;
  readonly name: string;
  readonly answers?: DeclaredAnswers;
}

/** How contacts come to be: a phone number, an API request, a widget, an agent who dials. */
export interface EntryPoint {
  /** As people call it, e.g. the number, or the name of the flow. */
  readonly name: string;
  readonly method: InitiationMethod;
  readonly channel: Channel;
  /** ARN, id or name of the flow it names. */
  readonly flow?: string;
  /** ARN, id or name of the queue: the one that an agent dials from, or that a request names. */
  readonly queue?: string;
  /** Attributes that contacts start with. @default none where people call or write, else anything */
  readonly attributes?: Readonly<Record<string, string>> | 'anything';
}

/** A contact centre: what flows can name. */
export interface Centre {
  readonly flows: readonly CentreFlow[];
  readonly modules: readonly CentreFlow[];
  readonly queues: readonly CentreQueue[];
  readonly quickConnects: readonly CentreQuickConnect[];
  readonly functions?: readonly CentreFunction[];
  /** ARNs of the flows that phone numbers lead to, as far as they are known. @default none */
  readonly calledFlows?: readonly string[];
}
