import type { ContactOnWay, Witness, WitnessStep } from './analysis';
import type { State } from './explore/state';
import type { Exit } from './flow/program';

const contactIn = ({ contact, number }: State): ContactOnWay => {
  const { method, channel, variant } = contact.journey;
  return { method, channel, variant, number };
};

const actionStep = (contact: ContactOnWay, { step, label, fails }: Exit): WitnessStep => ({
  kind: 'action',
  contact,
  flow: step.flow.name,
  action: step.action.Identifier,
  type: step.action.Type,
  exit: label,
  fails,
  ways: (step.next === null ? 0 : 1) + step.conditions.length + step.errors.length,
});

/** What happens happens to the contact that was there before. */
const stepOf = ({ by, from, ...state }: State): WitnessStep => {
  const contact = contactIn(from ?? { by, from, ...state });
  return 'what' in by ? { kind: 'event', contact, what: by.what, about: by.about } : actionStep(contact, by);
};

/** The way to a state. */
export const witnessOf = (state: State): Witness => {
  const states: State[] = [];
  for (let at: State | null = state; at !== null; at = at.from) states.push(at);
  return {
    steps: states
      .reverse()
      .flatMap((each) => [stepOf(each), ...each.through.map((way) => actionStep(contactIn(each), way))]),
    proven: !state.uncertain,
  };
};
