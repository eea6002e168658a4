import { type Moment, runsDisconnectFlow } from '../../journey';
import type { CentreFlow } from '../centre';
import type { Facts } from '../facts/facts';
import { isOfContact } from '../facts/variables';
import { programOf } from '../flow/program';
import type { ContactKind } from './contact-kind';
import type { Exploration } from './exploration';
import { momentOver, type Over } from './lifecycle';
import { arrivalOf, type Option, type Origin, optionsAt } from './options';
import { type AtStep, isDeciding, type Play } from './place';
import { withSetMeanwhile } from './queueing';
import { type Event, type State, stateAfter, type Way } from './state';
import { playDisconnectFlow } from './talk';
import type { FlowEnd } from './turn';

/** A stage of a contact that is about to begin. */
export interface Cue extends Pick<Play, 'contact' | 'moment' | 'position' | 'stage' | 'beside'> {
  readonly facts: Facts;
  readonly way: Way;
  readonly races?: boolean;
}

/** What a stage has to know besides the contact. */
export interface Circumstances extends Origin {
  /** @default the first */
  readonly position?: number;
  /** How the stage before ended; null where no flow ran. @default null */
  readonly last?: FlowEnd | null;
  /** The queue flow that goes on meanwhile, as long as its listener waits. @default none */
  readonly beside?: Play | null;
  /** What comes next depends on how far the queue flow gets meanwhile. @default false */
  readonly races?: boolean;
  /** Facts of the contact that names the flow. @default those of the contact itself */
  readonly namedBy?: Facts;
}

/** Whether the contact is over because its flow is. */
const endsByFlow = ({ moment, last }: Over): boolean =>
  moment === 'QUEUED' ? last === 'disconnect' : isDeciding(moment) && last !== 'queued' && last !== null;

/** What comes after a moment; on some channels a disconnect flow is run too where the flow has ended the contact. */
const over = (exploration: Exploration, ended: Over): void => {
  const { contact, facts, way } = ended;
  if (endsByFlow(ended) && runsDisconnectFlow(contact.journey.channel, 'CONTACT_FLOW_DISCONNECT'))
    playDisconnectFlow(exploration, stateAfter(way, contact, null, facts), { what: 'the flow ends the contact' });
  momentOver(exploration, ended);
};

/** Plays the stages of a moment from a position on, one after another. */
export const playStages = (
  exploration: Exploration,
  contact: ContactKind,
  moment: Moment,
  facts: Facts,
  way: Way,
  { position = 0, last = null, beside = null, races = false, namedBy = facts, ...origin }: Circumstances = {},
): void => {
  const stage = contact.ownStagesAt(moment)[position];
  const goesOn = stage !== undefined && stage.heardBy !== contact.waits ? beside : null;
  if (stage === undefined) return over(exploration, { contact, moment, last, facts, way });
  const cue = { contact, moment, position, stage, beside: goesOn, facts, way, races };
  for (const option of optionsAt(exploration, stage, namedBy, origin)) playOption(exploration, cue, option);
};

/** Plays a flow that may run at a stage; where none does, the next stage begins. */
export const playOption = (exploration: Exploration, cue: Cue, option: Option): void => {
  const { contact, moment, position, stage, beside, facts, way, races } = cue;
  if (option.flow.kind === 'unset') {
    if (moment !== 'CREATED') exploration.arrive(contact, stage, arrivalOf(option), facts, way);
    return playStages(exploration, contact, moment, facts, way, { position: position + 1, beside, races });
  }
  const state = exploration.arrive(contact, stage, arrivalOf(option), facts, way);
  if (option.flow.kind === 'known') return run(exploration, cue, option, option.flow.thing, state);
  if (option.flow.kind === 'unknown')
    for (const flow of exploration.centre.flows)
      if (flow.type === stage.flowType)
        run(exploration, { ...cue, way: { ...way, uncertain: true } }, option, flow, state);
  // What is not in the centre is taken to end, unless it would decide where the contact goes.
  if (!isDeciding(moment)) pass(exploration, cue, option, state);
};

/** Follows a flow, unless all that it can do is to end. */
const run = (exploration: Exploration, cue: Cue, option: Option, flow: CentreFlow, state: State): void => {
  const { start } = programOf(flow);
  const play = cue.contact.play({ ...cue, source: option.choice.source }, cue.beside);
  const way = cue.races ? { ...cue.way, uncertain: true } : cue.way;
  if (start === null) return stageEnded(exploration, play, 'failed', cue.facts, way);
  if (play.isDeciding || exploration.foresight.matters(start))
    return exploration.put(play.frame(programOf(flow), exploration.surroundings).at(start), cue.facts, way);
  if (exploration.foresight.ends(start) || cue.moment === 'QUEUED') pass(exploration, cue, option, state);
};

/** The flow runs and changes nothing. */
const pass = (exploration: Exploration, cue: Cue, { flow }: Option, state: State): void => {
  const { contact, moment, position, facts, way, races } = cue;
  if (moment === 'QUEUED') return exploration.put(contact.waiting, facts, way);
  const about = flow.kind === 'known' ? flow.thing.name : undefined;
  const ended: Way = { from: state, by: { what: 'the flow ends', about }, uncertain: races };
  playStages(exploration, contact, moment, facts, ended, { position: position + 1, last: 'flow ended' });
};

/** A flow from which nothing more can come than its end. */
export const runOut = (exploration: Exploration, state: State, { frame, step }: AtStep): void => {
  const { play } = frame;
  const facts = exploration.book.keeping(state.facts, isOfContact);
  const by: Event = { what: 'the flow ends', about: frame.root.program.flow.name };
  if (exploration.foresight.ends(step)) stageEnded(exploration, play, 'flow ended', facts, { from: state, by });
};

/** The flow of a stage ended; where it hung up or left, the stages after it do not begin. */
export const stageEnded = (exploration: Exploration, play: Play, last: FlowEnd, facts: Facts, way: Way): void => {
  const { contact, moment, position, beside } = play;
  if (last === 'disconnect') return over(exploration, { contact, moment, last, facts, way });
  playStages(exploration, contact, moment, facts, way, { position: position + 1, last });
  const meanwhile = beside === null ? facts : withSetMeanwhile(exploration, beside, facts);
  if (meanwhile === facts) return;
  playStages(exploration, contact, moment, meanwhile, { ...way, uncertain: true }, { position: position + 1, last });
};
