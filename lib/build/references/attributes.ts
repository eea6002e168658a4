import { type Reference, reference, under, within } from './reference';

/** A user-defined attribute of the contact; it outlives the flow and reaches whispers, queues and Lambda functions. */
export const attribute = under('Attributes');

/** An attribute that only this run of this flow sees: modules, functions and the next flow do not. */
export const flowAttribute = under('FlowAttributes');

/** A system or user segment attribute, e.g. `segmentAttribute('connect:Subtype')`. */
export const segmentAttribute = <V = string>(key: string): Reference<V> =>
  reference<V>(`$.SegmentAttributes['${key}']`);

/** A tag of the contact. */
export const tag = under('Tags');

/** The value of a reference of the contact: what `references` of `createTask` and `setContactData` hold. */
export const contactReference = <V = string>(key: string): Reference<V> => within('References')<V>(key, 'Value');

/** A key of the last Lambda answer. Prefer `result` of the function's handle, which knows its keys. */
export const external = under('External');

/** A key of the last Lambda answer that may nest, key by key: what `invoke` with `answer: 'json'` brings. */
export const lambdaResult = within('LambdaInvocation.ResultData');

/** Names the last call of a function that runs asynchronously. */
export const lambdaInvocationId = reference('$.LambdaInvocation.InvocationId');

/** What the External Tool block brought, key by key; the block itself is only to be had in the designer. */
export const externalToolResult = within('ExternalTool.ResultData');

/** A variable that an Agentic CX application hands back. */
export const agenticVariable = under('AgenticCX.ContextVariables');
