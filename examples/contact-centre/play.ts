import { type ContactReport, contactReports } from '../../lib/report/contacts';
import { type Scenario, type SimulateOptions, type SimulationResult, simulate, type World } from '../../lib/simulate';
import { compareWithTopic, type Deviations } from './compare';
import { EXAMPLE_JOURNEYS, type ExampleJourney } from './journeys';
import { TOPIC } from './topic';

export interface PlayedJourney {
  readonly journey: ExampleJourney;
  readonly result: SimulationResult;
  readonly contacts: readonly ContactReport[];
  readonly deviations: Deviations;
}

/** Plays one scenario. */
type Play = (world: World, scenario: Scenario, options: SimulateOptions) => Promise<SimulationResult>;

export interface PlayOptions extends SimulateOptions {
  /** @default simulate */
  readonly play?: Play;
}

const playOne = async (
  world: World,
  journey: ExampleJourney,
  { play = simulate, ...options }: PlayOptions,
): Promise<PlayedJourney> => {
  const result = await play(world, journey.scenario, options);
  const contacts = contactReports(result);
  const row = TOPIC.find(({ method, variant }) => method === journey.method && variant === journey.variant);
  const stopped = result.stopped === null ? [] : [result.stopped];
  const deviations = row ? [...stopped, ...compareWithTopic(row, contacts)] : ['the topic has no such row'];
  return { journey, result, contacts, deviations };
};

/** Plays all example journeys in a world, each from a fresh start, and holds each against the topic. */
export const playJourneys = async (world: World, options: PlayOptions = {}): Promise<readonly PlayedJourney[]> => {
  const played: PlayedJourney[] = [];
  for (const journey of EXAMPLE_JOURNEYS) played.push(await playOne(world, journey, options));
  return played;
};

/** The journeys as plain data. */
export const journeysJson = (played: readonly PlayedJourney[]) => ({
  journeys: played.map(({ journey: { method, variant, channel }, deviations, contacts }) => ({
    method,
    variant,
    channel,
    conforms: deviations.length === 0,
    contacts,
  })),
});

/** 0 when every journey runs as the topic says, else 1. */
export const exitCodeOf = (played: readonly PlayedJourney[]): 0 | 1 =>
  played.every(({ deviations }) => deviations.length === 0) ? 0 : 1;
