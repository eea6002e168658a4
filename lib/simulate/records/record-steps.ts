import type { Json, JsonObject } from '../../language';
import type { Execution } from '../execution';
import type { StepTaken } from '../kernel';

/** A step with what flow logs tell beyond it. */
export interface RecordedStep extends StepTaken {
  /** The parameters with their references looked up. */
  readonly given: JsonObject;
  /** What a function answered; absent where none was called, or it failed. */
  readonly answer?: Json;
}

export interface StepRecorder {
  readonly steps: readonly RecordedStep[];
  /** To pass to a simulation. */
  readonly onStep: (taken: StepTaken) => void;
}

const executionOf = ({ contact, run }: StepTaken): Execution | undefined => {
  for (const execution of contact.executions) if (execution.run === run) return execution;
  return undefined;
};

const textIn = (execution: Execution, text: string): string => (text.includes('$.') ? execution.text(text) : text);

const filledIn = (execution: Execution, value: Json): Json => {
  if (typeof value === 'string') return textIn(execution, value);
  if (Array.isArray(value)) return value.map((each) => filledIn(execution, each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [textIn(execution, key), filledIn(execution, each)]),
  );
};

const answerOf = ({ action, exit }: StepTaken, execution: Execution | undefined): Json | undefined =>
  action.Type === 'InvokeLambdaFunction' && exit === 'next'
    ? (execution?.frame.results.get('External') as Json | undefined)
    : undefined;

/**
 * Looked up once the action has run, so what it has changed itself would be read changed; attributes, which may build on
 * themselves, are taken as they were written.
 */
const givenTo = ({ action, contact, exit }: StepTaken, execution: Execution): JsonObject => {
  const given = filledIn(execution, action.Parameters ?? {}) as JsonObject;
  const writesOwn = action.Type === 'UpdateContactAttributes' && given.TargetContact !== 'Related';
  if (!writesOwn || exit !== 'next') return given;
  const keys = Object.keys((given.Attributes ?? {}) as JsonObject);
  return { ...given, Attributes: Object.fromEntries(keys.map((key) => [key, contact.attributes.get(key) ?? ''])) };
};

/** A step and what its flow says at that moment; a step that carries its own parameters keeps them. */
const recorded = (taken: StepTaken & Partial<RecordedStep>): RecordedStep => {
  const execution = executionOf(taken);
  const given = taken.given ?? (execution ? givenTo(taken, execution) : (taken.action.Parameters ?? {}));
  const answer = taken.answer ?? answerOf(taken, execution);
  return { ...taken, given, ...(answer !== undefined && { answer }) };
};

/** Keeps the steps of a run for its flow logs. */
export const recordSteps = (): StepRecorder => {
  const steps: RecordedStep[] = [];
  return { steps, onStep: (taken) => void steps.push(recorded(taken)) };
};
