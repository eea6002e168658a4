import type { ContactName, Witness, WitnessStep } from './analysis';
import type { ContactKind } from './explore/contact-kind';
import type { State } from './explore/state';

const nameOf = ({ journey: { method, channel, variant } }: ContactKind): ContactName => ({ method, channel, variant });

const stepOf = ({ by, from, contact }: State): WitnessStep => {
  const where = nameOf(from?.contact ?? contact);
  if ('what' in by) return { kind: 'event', contact: where, what: by.what, about: by.about };
  const { step, label, fails } = by;
  return {
    kind: 'action',
    contact: where,
    flow: step.flow.name,
    action: step.action.Identifier,
    type: step.action.Type,
    exit: label,
    fails,
    ways: (step.next === null ? 0 : 1) + step.conditions.length + step.errors.length,
  };
};

/** The way to a state. */
export const witnessOf = (state: State): Witness => {
  const steps: WitnessStep[] = [];
  for (let at: State | null = state; at !== null; at = at.from) steps.push(stepOf(at));
  return { steps: steps.reverse(), proven: !state.uncertain };
};
