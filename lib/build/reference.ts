import type { Channel } from '../language/channel';

declare const VALUE: unique symbol;

/**
 * A value known only while the flow runs; `V` is what it can hold. In a template literal it becomes its JSONPath, which
 * Connect fills in: `` playPrompt(`Hello ${external('name')}.`) ``.
 */
export interface Reference<V = unknown> {
  readonly path: string;
  toString(): string;
  readonly [VALUE]?: V;
}

class Path<V> implements Reference<V> {
  declare readonly [VALUE]?: V;

  constructor(readonly path: string) {}

  toString(): string {
    return this.path;
  }

  toJSON(): string {
    return this.path;
  }
}

/** Any JSONPath that has no helper of its own, e.g. `reference<'True' | 'False'>('$.Views.ViewResultData.agreed')`. */
export const reference = <V = string>(path: string): Reference<V> => new Path<V>(path);

export const isReferenceObject = (value: unknown): value is Reference => value instanceof Path;

const step = (key: string): string =>
  /^[A-Za-z0-9_:-]+$/.test(key) ? `.${key}` : `.['${key.replace(/[\\']/g, (c) => `\\${c}`)}']`;

const under =
  (root: string) =>
  <V = string>(key: string): Reference<V> =>
    reference<V>(`$.${root}${step(key)}`);

/** A user-defined attribute of the contact; it outlives the flow and reaches whispers, queues and Lambda functions. */
export const attribute = under('Attributes');

/** An attribute that only this run of this flow sees: modules, functions and the next flow do not. */
export const flowAttribute = under('FlowAttributes');

/** A key of the last Lambda answer. Prefer `result` of the function's handle, which knows its keys. */
export const external = under('External');

/** A system or user segment attribute, e.g. `segmentAttribute('connect:Subtype')`. */
export const segmentAttribute = <V = string>(key: string): Reference<V> =>
  reference<V>(`$.SegmentAttributes['${key}']`);

/** A slot that the Lex bot has filled. */
export const slot = under('Lex.Slots');

/** A tag of the contact. */
export const tag = under('Tags');

/** What Connect itself knows of the contact. The keys of `agent` are only filled in whispers, hold and transfer flows. */
export const contact = {
  id: reference('$.ContactId'),
  initialId: reference('$.InitialContactId'),
  previousId: reference('$.PreviousContactId'),
  channel: reference<Channel>('$.Channel'),
  initiationMethod: reference('$.InitiationMethod'),
  customerNumber: reference('$.CustomerEndpoint.Address'),
  dialledNumber: reference('$.SystemEndpoint.Address'),
  customerId: reference('$.CustomerId'),
  language: reference('$.LanguageCode'),
  name: reference('$.Name'),
  description: reference('$.Description'),
  storedInput: reference('$.StoredCustomerInput'),
  queue: { name: reference('$.Queue.Name'), arn: reference('$.Queue.ARN') },
  agent: {
    userName: reference('$.Agent.UserName'),
    firstName: reference('$.Agent.FirstName'),
    lastName: reference('$.Agent.LastName'),
    arn: reference('$.Agent.ARN'),
  },
  intent: reference('$.Lex.IntentName'),
} as const;

/** What `getMetrics` has loaded; empty before. */
export const metrics = {
  queueSize: reference<number>('$.Metrics.Queue.Size'),
  oldestContactAge: reference<number>('$.Metrics.Queue.OldestContactAge'),
  estimatedWaitTime: reference<number>('$.Metrics.Queue.EstimatedWaitTime'),
  agentsAvailable: reference<number>('$.Metrics.Agents.Available.Count'),
  agentsStaffed: reference<number>('$.Metrics.Agents.Staffed.Count'),
  agentsOnline: reference<number>('$.Metrics.Agents.Online.Count'),
} as const;
