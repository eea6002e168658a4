import { journeyOf, type KnownInitiationMethod, type Stage } from '../../../journey';
import type { Channel, Json } from '../../../language';
import type { Facts } from '../../facts/facts';
import { CONTACT_SCOPE } from '../../facts/variables';
import { givesOf } from '../../flow/reads-and-writes';
import { evaluate } from '../evaluate';
import type { Exploration } from '../exploration';
import type { Turn } from '../turn';
import { ordinary } from './attributes';
import { flowsMeant } from './targets';

/** Contacts that a block makes are those of a request. */
const REQUEST: KnownInitiationMethod = 'API';

/** A contact that is only related starts with what the block gives it. */
const startingFacts = (turn: Turn): Facts => {
  const { book, paths, surroundings } = turn.exploration;
  return givesOf(turn.step)
    .filter(([path]) => surroundings.relevant.has(path))
    .reduce(
      (facts, [path, value]) => book.withVariable(facts, paths.variable(path, CONTACT_SCOPE), evaluate(turn, value)),
      book.fresh(),
    );
};

/** The stage with which contacts of a request begin. */
const firstStage = ({ surroundings: { rulebook } }: Exploration, channel: Channel): Stage | undefined => {
  const journey = journeyOf(rulebook.journeys, { method: REQUEST, channel });
  return journey && rulebook.of(journey).at('CONNECTED').own[0];
};

const start = (turn: Turn, channel: Channel, block: string, reference: Json | undefined): void => {
  const stage = firstStage(turn.exploration, channel);
  const flows = flowsMeant(turn, reference).filter(
    (flow) => flow.kind !== 'known' || flow.thing.type === stage?.flowType,
  );
  const contact = flows.length === 0 ? undefined : turn.exploration.contact(REQUEST, channel);
  if (contact === undefined) return turn.fail();
  const facts = startingFacts(turn);
  for (const flow of flows)
    turn.exploration.playStages(contact, 'CONNECTED', facts, turn.startingWay(), {
      entryPoint: { name: `block ${block}`, flow },
    });
  ordinary(turn);
};

const starting =
  (channel: Channel, parameter: string) =>
  (turn: Turn): void => {
    const [block = turn.step.action.Type] = turn.step.spec?.blocks ?? [];
    start(turn, channel, block, turn.parameters[parameter]);
  };

export const createTask = starting('TASK', 'ContactFlowId');
export const startOutboundChatContact = starting('CHAT', 'ContactFlowArn');

export const startOutboundEmailContact = (turn: Turn): void => {
  const { exploration } = turn;
  const contact = exploration.contact('FLOW', 'EMAIL');
  if (contact) exploration.playStages(contact, 'SENT', exploration.book.fresh(), turn.startingWay());
  ordinary(turn);
};

/** The third party is a contact of its own, on which no flow runs. */
export const transferParticipantToThirdParty = (turn: Turn): void => {
  const { exploration, contact, step } = turn;
  exploration.contact('EXTERNAL_OUTBOUND', contact.journey.channel);
  if (step.form?.name === 'resumes') turn.onward();
  else turn.ends('disconnect');
  turn.errors();
};
