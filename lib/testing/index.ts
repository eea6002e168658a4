/** Tests of journeys: people who call, wait, answer and hang up, and what can be expected of them. */
export { Agent, AgentSteps, type Dialling } from './agent';
export * from './checks';
export {
  type AgentHabits,
  type ApiContact,
  type Call,
  type CentreOptions,
  ContactCentre,
  contactCentre,
  type Email,
  type PreviewedCall,
} from './contact-centre';
export { Customer, CustomerSteps } from './customer';
export type { Duration } from './duration';
export { ExpectationFailed } from './expectation-failed';
export { type ContactMatchers, matchers } from './matchers';
export { instantOf, type Moment } from './moment';
export { unknownName } from './names';
export {
  failuresOf,
  type PlayedScenario,
  playScenario,
  type ScenarioExpectations,
  type ScenarioOptions,
} from './scenario-test';
export type { Spoken } from './spoken';
export type { Stage } from './stage';
export { type FunctionEvent, type FunctionMock, type SlowAnswer, takes, withMocks } from './stand-in-functions';
export { Time, TimeSteps } from './time';
export { type Watched, WITNESS, type Witness } from './witness';
export { type CentreSource, type InTree, type NamedFlow, type Synthesisable, worldFrom } from './world-source';
