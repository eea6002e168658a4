import type { WitnessStep } from '../../lib/analyse';
import type { JsonObject } from '../../lib/language';

type ActionStep = Extract<WitnessStep, { kind: 'action' }>;

interface Answer {
  tier: string;
}

const EXTERNAL = '$.External.tier';

/** Follows the answers of a function along a way: copies of one are the answer, and a comparison tells what it was. */
class Trail {
  readonly answers: Answer[] = [];
  private readonly sources = new Map<string, Answer>();

  call({ flow, fails }: ActionStep): void {
    if (fails) this.sources.delete(flow + EXTERNAL);
    else this.sources.set(flow + EXTERNAL, this.answers[this.answers.push({ tier: '' }) - 1] as Answer);
  }

  copy(flow: string, attributes: JsonObject): void {
    for (const [key, value] of Object.entries(attributes)) {
      const source = this.sourceOf(flow, String(value));
      if (source === undefined) this.sources.delete(`$.Attributes.${key}`);
      else this.sources.set(`$.Attributes.${key}`, source);
    }
  }

  compare(flow: string, value: string, exit: string): void {
    const source = this.sourceOf(flow, value);
    const [, equal] = /^Equals (.+)$/.exec(exit) ?? [];
    if (source !== undefined && equal !== undefined) source.tier = equal;
  }

  /** What a function answered is known to the flow or module that called it alone. */
  private sourceOf(flow: string, value: string): Answer | undefined {
    return this.sources.get(value === EXTERNAL ? flow + EXTERNAL : value);
  }
}

const OTHERWISE = 'silver';

/** What the function answers each time, so that comparisons come out as the witness has them. */
export const answersFor = (
  steps: readonly WitnessStep[],
  parametersOf: (step: ActionStep) => JsonObject,
): readonly Answer[] => {
  const trail = new Trail();
  for (const [i, step] of steps.entries()) {
    if (step.kind !== 'action') continue;
    const parameters = parametersOf(step);
    const startsAnother = steps[i + 1]?.contact.number !== step.contact.number;
    if (step.type === 'InvokeLambdaFunction') trail.call(step);
    if (step.type === 'Compare') trail.compare(step.flow, String(parameters.ComparisonValue), step.exit);
    if ((step.type === 'UpdateContactAttributes' && !step.fails) || (step.type === 'CreateTask' && startsAnother))
      trail.copy(step.flow, parameters.Attributes as JsonObject);
  }
  return trail.answers.map(({ tier }) => ({ tier: tier || OTHERWISE }));
};
