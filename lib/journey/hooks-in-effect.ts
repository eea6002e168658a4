import type { Assumptions } from './assumptions';
import { DEFAULT_FLOWS } from './default-flows';
import { EVENT_HOOK_NAMES, EVENT_HOOKS, type EventHook } from './event-hooks';
import { JOURNEYS, type Journey } from './journeys';
import { existsUnder, type Party, placeOf, type Stage } from './stage';
import { CONSULTATION_CHOICES, holdStage } from './transfer';

const hookOf = (stage: Stage): EventHook | undefined => {
  const place = placeOf(stage);
  return place.at === 'hook' ? place.hook : undefined;
};

/** Where a contact begins with a hooked flow, the hook was one of the contact before. */
const isBeginning = ({ on, from }: Stage): boolean => on === 'CUSTOMER_REMAINED' && from?.at === 'hook';

const beganBy = (journey: Journey): EventHook | undefined => {
  const began = journey.stages.find(isBeginning);
  return began && hookOf(began);
};

/** The stages that run on the contact itself. */
const ownStages = (journey: Journey, assumptions: Assumptions): readonly Stage[] =>
  journey.stages.filter((stage) => stage.beside !== 'previous contact' && existsUnder(assumptions, stage));

/** Everybody who may talk on a contact; after a consultation that includes the customer who waited. */
const parties = (journey: Journey): readonly Party[] =>
  journey.connects.includes('DESTINATION_AGENT')
    ? Object.values(CONSULTATION_CHOICES).flatMap(({ talking, onHold }) => [...talking, ...onHold])
    : journey.connects;

/** The hold flows that those on the contact may hear once they are connected. */
export const holdStages = (journey: Journey, assumptions: Assumptions): readonly Stage[] =>
  ownStages(journey, assumptions).length === 0
    ? []
    : parties(journey)
        .map((party) => holdStage(party, 'HOLD_DESTINATION_AGENT'))
        .filter(({ flowType }) =>
          EVENT_HOOK_NAMES.some(
            (hook) =>
              EVENT_HOOKS[hook].flowType === flowType &&
              (EVENT_HOOKS[hook].channels as readonly string[]).includes(journey.channel),
          ),
        );

/**
 * The hooks that can still run a flow when they are set on a contact of this journey, in the order of the hook table:
 *
 * - those that name the flow of a stage that runs on this contact (a hold beside a consultation reads the hooks of the
 *   contact before);
 * - the hold flows, where somebody is connected who can be put on hold on this channel;
 * - the hooks with which another contact of this channel begins (the disconnect flow), where somebody is connected who
 *   can remain. A contact that began that way is left out: its flow would hook itself and start over.
 *
 * A journey without a flow of its own (MONITOR, EXTERNAL_OUTBOUND) has none.
 */
export const hooksInEffect = (
  journey: Journey,
  journeys: readonly Journey[],
  assumptions: Assumptions,
): readonly EventHook[] => {
  const stages = ownStages(journey, assumptions);
  if (stages.length === 0) return [];
  const overrides = stages.filter((stage) => !isBeginning(stage)).map(hookOf);
  const holds = holdStages(journey, assumptions).map(hookOf);
  const followers = journey.connects.length > 0 ? journeys.filter(({ channel }) => channel === journey.channel) : [];
  const remaining = followers.map(beganBy).filter((hook) => hook !== beganBy(journey));
  const found = new Set([...overrides, ...holds, ...remaining]);
  return EVENT_HOOK_NAMES.filter((hook) => found.has(hook));
};

/** The hooks that name the flow of some stage; the others run beside journeys, where the rulebook says nothing. */
export const JOURNEY_HOOKS: readonly EventHook[] = (() => {
  const places = [
    ...Object.values(DEFAULT_FLOWS).map(({ overriddenAt }) => overriddenAt),
    ...JOURNEYS.flatMap(({ stages }) => stages.map(placeOf)),
  ];
  return EVENT_HOOK_NAMES.filter((hook) => places.some((place) => place.at === 'hook' && place.hook === hook));
})();
