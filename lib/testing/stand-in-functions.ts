import type { World, WorldFunction } from '../simulate';
import { type Duration, secondsOf } from './duration';
import { unknownName } from './names';

/** The event that Connect sends a function, as far as mocks mostly look. */
export interface FunctionEvent {
  readonly Details: {
    readonly ContactData: {
      readonly Attributes: Readonly<Record<string, string>>;
      readonly Channel: string;
      readonly ContactId: string;
      readonly InitiationMethod: string;
      readonly CustomerEndpoint: { readonly Address: string; readonly Type: string } | null;
      readonly [field: string]: unknown;
    };
    readonly Parameters: Readonly<Record<string, string>>;
  };
}

const SLOW = Symbol('slow');

/** An answer that takes its time. */
export interface SlowAnswer {
  readonly [SLOW]: Duration;
  readonly answer: Answer;
}

type Answer = ((event: FunctionEvent) => unknown) | Error | Readonly<Record<string, unknown>>;

/** What is called instead of the code of a function: a function, the answer itself, or the error that it fails with. */
export type FunctionMock = Answer | SlowAnswer;

/** A function that needs this long to answer; from the time limit of the block on, the block takes its error branch. */
export const takes = (duration: Duration, answer: Answer = {}): SlowAnswer => ({ [SLOW]: duration, answer });

const isSlow = (mock: FunctionMock): mock is SlowAnswer => SLOW in mock;

const invokerOf = (answer: Answer): WorldFunction['invoke'] => {
  if (typeof answer === 'function') return (event) => answer(event as FunctionEvent);
  if (!(answer instanceof Error)) return () => answer;
  return () => {
    throw answer;
  };
};

const mocked = (original: Pick<WorldFunction, 'arn' | 'name'>, mock: FunctionMock): WorldFunction => {
  const { arn, name } = original;
  if (!isSlow(mock)) return { arn, name, invoke: invokerOf(mock) };
  return { arn, name, invoke: invokerOf(mock.answer), milliseconds: secondsOf(mock[SLOW]) * 1000 };
};

const tail = (arn: string): string => arn.slice(Math.max(arn.lastIndexOf(':'), arn.lastIndexOf('/')) + 1);

/** By the id (or path) of its construct, by its name, or by its logical id, of which the CDK makes the id the beginning. */
const isMeant = ({ arn, name }: WorldFunction, key: string): boolean =>
  name === key || arn === key || tail(arn) === key;
const isPerhapsMeant = ({ arn }: WorldFunction, key: string): boolean =>
  tail(arn).startsWith(key.replaceAll('/', '').replaceAll('-', ''));

const originalOf = ({ functions }: World, key: string): WorldFunction => {
  const exact = functions.find((each) => isMeant(each, key));
  if (exact) return exact;
  const [first, ...more] = functions.filter((each) => isPerhapsMeant(each, key));
  if (first && more.length === 0) return first;
  const names = functions.map(({ name }) => name);
  const both = [first, ...more].map((each) => each?.name).join(', ');
  throw new RangeError(first ? `"${key}" may mean several functions: ${both}.` : unknownName('function', key, names));
};

/** The world with mocks in the place of functions. @throws RangeError for a mock of a function that is not there */
export const withMocks = (world: World, mocks: Readonly<Record<string, FunctionMock>>): World => {
  if (Object.keys(mocks).length === 0) return world;
  const replaced = new Map<WorldFunction, WorldFunction>();
  for (const [key, mock] of Object.entries(mocks)) {
    const original = originalOf(world, key);
    replaced.set(original, mocked(original, mock));
  }
  return { ...world, functions: world.functions.map((each) => replaced.get(each) ?? each) };
};
