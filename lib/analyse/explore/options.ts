import { type FlowChoice, placeOf, resolve, type Stage, type StageContext } from '../../journey';
import type { CentreFlow, CentreQueue } from '../centre';
import { type Facts, indexOfHook } from '../facts/facts';
import { type Named, type Single, singles } from '../facts/named';
import type { Exploration } from './exploration';

/** A flow that may run at a stage. */
export interface Option {
  readonly choice: FlowChoice;
  readonly flow: Single<CentreFlow>;
}

export const arrivalOf = ({ choice: { source, why }, flow }: Option) => ({ source, why, flow });

/** What names a flow beside the contact itself. */
interface Naming {
  readonly name: string;
  /** Undefined where it names none. */
  readonly flow?: Named<CentreFlow>;
}

/** By what the contact came to its first stage. */
export interface Origin {
  readonly entryPoint?: Naming;
  readonly quickConnect?: Naming;
}

/** What a reference that stands outright in a flow or a resource leads to. */
export const flowNamed = ({ directory, book }: Exploration, reference: string): Single<CentreFlow> => {
  const flow = directory.flow(reference);
  return flow === undefined ? book.flows.elsewhere(reference) : book.flows.known(flow);
};

export const queueNamed = ({ directory, book }: Exploration, reference: string): Single<CentreQueue> => {
  const queue = directory.queue(reference);
  return queue === undefined ? book.queues.elsewhere(reference) : book.queues.known(queue);
};

const textOf = (flow: Single<CentreFlow>): string | undefined => {
  if (flow.kind === 'unset') return undefined;
  return flow.kind === 'known' ? flow.thing.arn : flow.reference;
};

/** The rulebook chooses; here stands only what the contact knows of the place that it looks at. */
const chosen = (exploration: Exploration, stage: Stage, context: Partial<StageContext>, flow: Single<CentreFlow>) => {
  const choice = resolve(stage, { hooks: {}, ...context });
  if (choice.source === 'default')
    return { choice, flow: exploration.book.flows.known(exploration.directory.defaultFlow(choice.default)) };
  return { choice, flow };
};

const lookedUp = (source: 'hook' | 'queue', flow: Single<CentreFlow>, why: string): Option => ({
  choice: { source, flow: textOf(flow) ?? '', why },
  flow,
});

const atQueue = (exploration: Exploration, stage: Stage, queue: Single<CentreQueue>): Option => {
  const { flows } = exploration.book;
  if (queue.kind === 'unset') return chosen(exploration, stage, {}, flows.unset);
  if (queue.kind === 'known') {
    const { name, outboundWhisperFlow } = queue.thing;
    const flow = outboundWhisperFlow === undefined ? flows.unset : flowNamed(exploration, outboundWhisperFlow);
    return chosen(exploration, stage, { queue: { name, outboundWhisperFlow } }, flow);
  }
  const where = queue.kind === 'unknown' ? 'is looked up while the flow runs' : 'is not in this centre';
  return lookedUp('queue', flows.unknown(queue.reference), `queue ${queue.reference} ${where}`);
};

const atHook = (exploration: Exploration, stage: Stage, hook: string, flow: Single<CentreFlow>): Option => {
  if (flow.kind === 'unknown')
    return lookedUp('hook', flow, `the ${hook} hook of the contact is set from ${flow.reference}`);
  return chosen(exploration, stage, { hooks: { [hook]: textOf(flow) } }, flow);
};

const named = (exploration: Exploration, stage: Stage, at: keyof Origin, origin: Naming | undefined) =>
  singles(origin?.flow ?? exploration.book.flows.unset).map((flow) => {
    const context = origin && { [at]: { name: origin.name, flow: textOf(flow) } };
    return chosen(exploration, stage, { ...context }, flow);
  });

/** Every flow that may run at a stage of a contact, each with the reason that the rulebook gives. */
export const optionsAt = (
  exploration: Exploration,
  stage: Stage,
  facts: Facts,
  origin: Origin = {},
): readonly Option[] => {
  const place = placeOf(stage);
  switch (place.at) {
    case 'entry point':
      return named(exploration, stage, 'entryPoint', origin.entryPoint);
    case 'quick connect':
      return named(exploration, stage, 'quickConnect', origin.quickConnect);
    case 'queue':
      return singles(facts.queue).map((queue) => atQueue(exploration, stage, queue));
    case 'hook': {
      const hook = facts.hooks[indexOfHook(place.hook) ?? -1] ?? exploration.book.flows.unset;
      return singles(hook).map((flow) => atHook(exploration, stage, place.hook, flow));
    }
  }
};
