import type { ContactOnWay, Witness, WitnessStep } from './analysis';
import type { State } from './explore/state';

const contactIn = ({ contact, number }: State): ContactOnWay => {
  const { method, channel, variant } = contact.journey;
  return { method, channel, variant, number };
};

/** What happens happens to the contact that was there before. */
const stepOf = (state: State): WitnessStep => {
  const { by, from } = state;
  const where = contactIn(from ?? state);
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
