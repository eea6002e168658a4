/** The id in an ARN of Connect, or the id itself. */
export const idIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);

/** The instance and the id in the ARN of something that belongs to an instance. */
export const idsIn = (arn: string): { readonly instanceId: string; readonly id: string } => ({
  instanceId: /:instance\/([^/]+)/.exec(arn)?.[1] ?? '',
  id: idIn(arn),
});
