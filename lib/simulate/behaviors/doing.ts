import type { Execution } from '../execution';

/** Writes down what whoever listens to the flow does. */
export const did = (execution: Execution, text: string): void => {
  const { contact, kernel, run } = execution;
  const who = (run.heardBy && contact.parties.get(run.heardBy)?.name) ?? 'Nobody';
  kernel.note(contact, 'does', text, { who, run, action: execution.actionId });
};

export const milliseconds = (seconds: unknown, otherwise: number): number => Number(seconds ?? otherwise) * 1_000;
