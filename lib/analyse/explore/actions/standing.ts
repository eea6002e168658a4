import type { Channel } from '../../../language';
import type { Step } from '../../flow/program';
import type { Frame } from '../place';

/** What a block does on a channel where it does not work as elsewhere. */
const offChannel = ({ spec }: Step, channel: Channel): 'error' | 'no effect' | undefined => {
  const support = spec?.channels[channel];
  return support === 'works' ? undefined : support;
};

/** A module may run in any flow; a block that the running flow's type does not have leaves by its error branch. */
const isOffFlowType = ({ spec }: Step, frame: Frame): boolean => {
  if (frame.caller === null || spec === undefined || spec.flowTypes.length === 1) return false;
  return !spec.flowTypes.includes(frame.root.program.flow.type);
};

/** On a call that nobody hears, prompts leave by their error branch. Source: play (admin guide). */
const isHeardByNobody = ({ spec }: Step, { play }: Frame): boolean =>
  spec?.participant === 'listens' && play.contact.journey.channel === 'VOICE' && play.stage.heardBy === null;

/** What becomes of an action where it stands, before anything is known of what it does. */
export type Standing =
  | { readonly kind: 'works' }
  /** It leaves by success, and nothing happens. */
  | { readonly kind: 'has no effect' }
  | { readonly kind: 'fails'; readonly branch?: string };

const WORKS: Standing = { kind: 'works' };
const FAILS: Standing = { kind: 'fails' };

export const standingOf = (step: Step, frame: Frame): Standing => {
  const off = offChannel(step, frame.play.contact.journey.channel);
  if (off === 'error') return { kind: 'fails', branch: 'ChannelMismatch' };
  if (isOffFlowType(step, frame) || isHeardByNobody(step, frame)) return FAILS;
  return off === 'no effect' ? { kind: 'has no effect' } : WORKS;
};
