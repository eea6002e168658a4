import { assume, type EventHook, hooksInEffect, JOURNEYS, type Journey, placeOf } from '../../journey';
import type { Channel, FlowType } from '../../language';

/** The type of flow with which a contact of a journey begins, where that flow can set hooks for the rest of it. */
const openingOf = ({ stages }: Journey): FlowType | undefined => {
  const first = stages.find(({ beside }) => beside !== 'previous contact');
  return first === undefined || placeOf(first).at === 'hook' ? undefined : first.flowType;
};

/**
 * The hooks that matter to contacts which begin with a flow of this type, on this channel if it is known. None for types
 * with which no contact begins.
 */
export const entryHooks = (type: FlowType, channel?: Channel): readonly EventHook[] => {
  const begun = JOURNEYS.filter(
    (journey) => openingOf(journey) === type && (channel === undefined || journey.channel === channel),
  );
  return [...new Set(begun.flatMap((journey) => hooksInEffect(journey, JOURNEYS, assume())))];
};
