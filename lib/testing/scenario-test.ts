import type { FlowSource } from '../journey';
import type { FlowScope } from '../language';
import type { Scenario, World } from '../simulate';
import {
  type Check,
  comesFrom,
  conformsToTheRulebook,
  hasAttributes,
  hasContactChain,
  heard,
  ranFlows,
} from './checks';
import { story } from './explain/question';
import { Line } from './line';
import { Play, type PlayOptions } from './play';
import { Post } from './post';
import type { Spoken } from './spoken';
import { Stage } from './stage';
import { type Watched, WITNESS, type Witness } from './witness';

/** What a scenario is to come to, as plain data. Texts between slashes are patterns, e.g. `/gold customer/i`. */
export interface ScenarioExpectations {
  /** Exactly these flows run, in the order in which they start. */
  readonly flows?: readonly string[];
  /** What the customer hears, or (by user name, or `customer`) what each person hears; in order, others may be between. */
  readonly heard?: readonly string[] | Readonly<Record<string, readonly string[]>>;
  /** The methods by which the contacts start. */
  readonly chain?: readonly string[];
  readonly attributes?: Readonly<Record<string, string>>;
  /** Where flows come from, by type. */
  readonly sources?: Readonly<Partial<Record<FlowScope, FlowSource>>>;
  /** Every contact conforms to the rulebook. */
  readonly rulebook?: boolean;
}

export interface ScenarioOptions extends PlayOptions {
  /** Virtual time after which the run ends. @default 8 hours */
  readonly limitSeconds?: number;
}

/** A scenario that was played, with what was seen of it. */
export interface PlayedScenario {
  /** The customer, with every contact of the chain. */
  readonly customer: Watched;
  readonly agent: (name: string) => Watched;
  readonly witness: Witness;
}

const LIMIT_SECONDS = 8 * 3600;

const watched = (witness: Witness): Watched => ({ [WITNESS]: witness });

/** Plays a scenario to its end. */
export const playScenario = async (
  world: World,
  scenario: Scenario,
  options: ScenarioOptions = {},
): Promise<PlayedScenario> => {
  const play = new Play(world, options);
  const { simulation } = play;
  for (const script of scenario.agents ?? []) simulation.seat(script);
  const line = new Line(play, simulation.newStory(scenario.customer, scenario.moves));
  simulation.clock.after(0, () => simulation.startContact(scenario.start, line.story));
  await simulation.advance(() => false, options.limitSeconds ?? LIMIT_SECONDS);
  const result = simulation.result();
  const witness = { ...line.witness, result };
  const agent = (name: string) => watched({ ...new Post(play, { name }).witness, result });
  return { witness, customer: watched(witness), agent };
};

const PATTERN = /^\/(.+)\/([a-z]*)$/s;

const spokenOf = (text: string): Spoken => {
  const [, source, flags] = PATTERN.exec(text) ?? [];
  return source === undefined ? text : new RegExp(source, flags);
};

const isByPerson = (
  wanted: NonNullable<ScenarioExpectations['heard']>,
): wanted is Readonly<Record<string, readonly string[]>> => !Array.isArray(wanted);

const heardChecks = (
  { customer, agent }: PlayedScenario,
  wanted: NonNullable<ScenarioExpectations['heard']>,
): readonly Check[] =>
  Object.entries(isByPerson(wanted) ? wanted : { customer: wanted }).map(([person, texts]) =>
    heard(person === 'customer' ? customer : agent(person), ...texts.map(spokenOf)),
  );

const checksOf = (played: PlayedScenario, expected: ScenarioExpectations): readonly Check[] => {
  const { customer } = played;
  const { flows, chain, attributes, sources = {}, rulebook } = expected;
  return [
    ...(flows ? [ranFlows(customer, ...flows)] : []),
    ...(expected.heard ? heardChecks(played, expected.heard) : []),
    ...(chain ? [hasContactChain(customer, chain)] : []),
    ...(attributes ? [hasAttributes(customer, attributes)] : []),
    ...Object.entries(sources).map(([type, source]) => comesFrom(new Stage(customer, type as FlowScope), source)),
    ...(rulebook ? [conformsToTheRulebook(customer)] : []),
  ];
};

/** What a scenario came to otherwise than expected, a message each; a run that cannot go on never is as expected. */
export const failuresOf = (played: PlayedScenario, expected: ScenarioExpectations = {}): readonly string[] => {
  const { witness } = played;
  const { stopped } = witness.result;
  if (stopped !== null) return [story(witness, 'The run could not go on.')];
  const failed = checksOf(played, expected).filter(({ pass }) => !pass);
  // One transcript is enough for all of them.
  return failed.map(({ message, finding }, i) => (i === failed.length - 1 ? message() : finding()));
};
