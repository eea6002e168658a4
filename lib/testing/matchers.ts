import type { FlowSource } from '../journey';
import {
  type Check,
  comesFrom,
  conformsToTheRulebook,
  hasAttributes,
  hasContactChain,
  heard,
  ranFlows,
} from './checks';
import type { Spoken } from './spoken';
import { Stage } from './stage';
import { isWatched, type Watched } from './witness';

const wrongSubject = (received: unknown, wanted: string): Check => {
  const isChain = typeof received === 'object' && received !== null && 'then' in received;
  const help = isChain ? ' It is a chain of steps: await it, and expect things of what it gives.' : '';
  const message = () => `This matcher is for ${wanted}.${help}`;
  return { pass: false, message, finding: message };
};

const people =
  <Args extends readonly unknown[]>(check: (watched: Watched, ...args: Args) => Check) =>
  (received: unknown, ...args: Args): Check =>
    isWatched(received) ? check(received, ...args) : wrongSubject(received, 'calls, agents and contact centres');

/** Matchers for `expect.extend(matchers)`; each is a check of the same name as a plain function. */
export const matchers = {
  toHaveRunFlows: people((watched, ...names: readonly string[]) => ranFlows(watched, ...names)),
  toHaveHeard: people((watched, ...spoken: readonly Spoken[]) => heard(watched, ...spoken)),
  toHaveContactChain: people((watched, methods: readonly string[]) => hasContactChain(watched, methods)),
  toHaveAttributes: people((watched, wanted: Readonly<Record<string, string>>) => hasAttributes(watched, wanted)),
  toConformToTheRulebook: people((watched) => conformsToTheRulebook(watched)),
  toComeFrom: (received: unknown, source: FlowSource): Check =>
    received instanceof Stage
      ? comesFrom(received, source)
      : wrongSubject(received, 'stages: expect(call.stage("CUSTOMER_QUEUE"))'),
};

/** The matchers as types of `expect`. */
export interface ContactMatchers<R> {
  /** Exactly these flows ran, in the order in which they started. */
  toHaveRunFlows(...names: readonly string[]): R;
  /** These texts (parts of them, in any case) or patterns were heard, one after another. */
  toHaveHeard(...spoken: readonly Spoken[]): R;
  /** The contacts of the chain started by these methods. */
  toHaveContactChain(methods: readonly string[]): R;
  /** The contact has these user-defined attributes; it may have others. */
  toHaveAttributes(attributes: Readonly<Record<string, string>>): R;
  /** The flow of the stage comes from a hook, the queue, the quick connect, the entry point, or the defaults. */
  toComeFrom(source: FlowSource): R;
  /** Every flow ran where the rulebook says, for whom it says, and none is missing. */
  toConformToTheRulebook(): R;
}

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the type parameters have to be those of Jest's own interface
    interface Matchers<R, T = {}> extends ContactMatchers<R> {}
  }
}
