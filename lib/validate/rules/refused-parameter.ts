import { flow, ON_ERROR, setHook, step } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn, isKnown, type Subject } from '../subject';

/** Forms that a live create refused. */
function* refusedForms({ actions }: Subject): Generator<Finding> {
  for (const placed of actions) {
    if (!isKnown(placed) || placed.form.refusal === undefined) continue;
    const problem = placed.form.refusal;
    yield foundIn(placed, { path: 'Parameters', problem, ...MESSAGES.refusedForm(placed, placed.form.name) });
  }
}

/** Parameters that one live create refused while others were saved with them. */
function* contestedParameters({ parameters }: Subject): Generator<Finding> {
  for (const { placed, place, name } of parameters.contested) {
    if (placed.form?.refusal !== undefined) continue;
    const message = MESSAGES.contestedParameter(placed, name);
    yield foundIn(placed, { path: place.path, severity: 'warning', ...message });
  }
}

export const refusedParameter: Rule = {
  name: 'refused-parameter',
  severity: 'error',
  evidence: 'observed',
  summary:
    'An action is written in a way that a live create refused (error), or refused once and took elsewhere (warning).',
  examples: {
    failing: flow(
      step(
        'no whisper',
        'UpdateContactEventHooks',
        { EventHooksConfiguration: { CustomerWhisper: { DisableExecution: 'true' } } },
        ON_ERROR,
      ),
    ),
    passing: flow(setHook('short whisper', { CustomerWhisper: '$.Attributes.whisper' })),
  },
  *find(subject) {
    yield* refusedForms(subject);
    yield* contestedParameters(subject);
  },
};
