import { type Flow, flowModule, playPrompt, returnFromModule, type Script, type Step } from '../../lib/build';
import { check, type Issue } from '../../lib/validate';
import { exits, identifiersOf } from './wire';

/** A module, where every step may stand: the step, and an end for whatever goes on. */
export const moduleOf = (...script: readonly Step<'MODULE'>[]): Flow<'MODULE'> => {
  const all: Script<'MODULE'> = [...script, playPrompt('After.'), returnFromModule()];
  return flowModule('Test', { onError: [returnFromModule()] }, all);
};

/** Type and parameters of what a step becomes. */
export const written = (step: Step<'MODULE'>) =>
  moduleOf(step)
    .document.Actions.slice(0, -3)
    .map(({ Type, Parameters }) => [Type, Parameters]);

/** What the checker says of a step after the steps whose results it reads, notes left out. */
export const complaints = (step: Step<'MODULE'>, ...before: readonly Step<'MODULE'>[]): readonly Issue[] =>
  check(moduleOf(...before, step).document, { type: 'MODULE' }).filter(({ severity }) => severity !== 'note');

/** Where the first action of a step leads. */
export const leads = (step: Step<'MODULE'>) => {
  const flow = moduleOf(step);
  return exits(flow, identifiersOf(flow)[0] ?? '');
};

export const left: Script<'MODULE'> = [playPrompt('Left.')];

export const LEFT = 'Play prompt Left';
export const AFTER = 'Play prompt After';
