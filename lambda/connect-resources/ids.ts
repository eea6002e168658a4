/** The id in an ARN of Connect, or the id itself. */
export const idIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1);
