import type { FlowDocument, JsonObject } from '../language/document';
import type { FlowScope, FlowType } from '../language/flow-type';
import { assemble } from './assemble/assemble';
import type { AnyModuleContract } from './module-contract';
import type { Script } from './step';
import { tieActions } from './tie-actions';

/** A written flow: what constructs ship, the simulator plays and the checker reads. Built when it is first looked at. */
export interface Flow<T extends FlowScope = FlowScope> {
  readonly name: string;
  readonly type: T;
  readonly description?: string;
  readonly document: FlowDocument;
  /** Every handle object that a step was given: queues, functions, flows, hours … */
  readonly uses: ReadonlySet<object>;
  /** Where each action was written: `file:line:column` by Identifier. */
  readonly sources: ReadonlyMap<string, string>;
}

export interface FlowOptions<T extends FlowScope> {
  /**
   * Where every error goes that no step takes care of itself. Within this script an error goes on with the next step,
   * since it would lead back into the script otherwise.
   */
  readonly onError: Script<T>;
  /** Leaves the error branches out that Connect does not ask for (prompts, voices), but where a step has its own. */
  readonly optionalErrors?: 'undeclared';
  readonly description?: string;
  /** The document's `Settings` as they are, for modules that declare more than a contract can say. */
  readonly settings?: JsonObject;
}

type Options<T extends FlowScope> = Partial<FlowOptions<T>>;

const flow = <T extends FlowScope>(
  type: T,
  name: string,
  options: Options<T>,
  script: Script<T>,
  settings = options.settings,
): Flow<T> => {
  let built: ReturnType<typeof assemble> | undefined;
  let document: FlowDocument | undefined;
  const build = () => {
    const { description, onError, optionalErrors } = options;
    built ??= assemble({ name, type, description, script, onError, optionalErrors });
    return built;
  };
  const finish = () => {
    const tied = tieActions(build().document);
    return settings === undefined ? tied : { ...tied, Settings: settings };
  };
  return {
    name,
    type,
    description: options.description,
    get document() {
      document ??= finish();
      return document;
    },
    get uses() {
      return build().uses;
    },
    get sources() {
      return build().sources;
    },
  };
};

type WriteFlow<T extends FlowScope> = (name: string, options: FlowOptions<T>, script: Script<T>) => Flow<T>;

const flowOf =
  <T extends FlowScope>(type: T): WriteFlow<T> =>
  (name, options, script) =>
    flow(type, name, options, script);

/** Hold flows hold little that can fail, so that `onError`, and with it the options, may be left out. */
interface WriteHoldFlow<T extends FlowType> {
  (name: string, script: Script<T>): Flow<T>;
  (name: string, options: Options<T>, script: Script<T>): Flow<T>;
}

const holdFlowOf =
  <T extends FlowType>(type: T): WriteHoldFlow<T> =>
  (name: string, ...rest: [Script<T>] | [Options<T>, Script<T>]) =>
    rest.length === 1 ? flow(type, name, {}, rest[0]) : flow(type, name, rest[0], rest[1]);

/** What a caller, chat or task meets first; also disconnect flows, and what *Transfer to flow* goes to. */
export const inboundFlow = flowOf('CONTACT_FLOW');

/** What the customer hears while waiting in a queue. It runs until an agent accepts. */
export const customerQueueFlow = flowOf('CUSTOMER_QUEUE');

/** What the customer hears just before being joined to the agent. */
export const customerWhisperFlow = flowOf('CUSTOMER_WHISPER');

/** What the agent hears just before being joined to the customer. */
export const agentWhisperFlow = flowOf('AGENT_WHISPER');

/** What the customer hears on an outbound call before the agent is joined; the queue's settings name it. */
export const outboundWhisperFlow = flowOf('OUTBOUND_WHISPER');

/** What the transferring agent hears on a transfer to another agent; a quick connect names it. */
export const agentTransferFlow = flowOf('AGENT_TRANSFER');

/** What the transferring agent hears on a transfer to a queue; a quick connect names it. */
export const queueTransferFlow = flowOf('QUEUE_TRANSFER');

/** What the customer hears on hold: loop prompts, as no other prompt may stand there. */
export const customerHoldFlow = holdFlowOf('CUSTOMER_HOLD');

/** What the agent hears on hold: loop prompts, as no other prompt may stand there. */
export const agentHoldFlow = holdFlowOf('AGENT_HOLD');

/** What an outbound campaign runs. Which blocks it may hold is unpublished, so that it takes `rawAction` only. */
export const campaignFlow = flowOf('CAMPAIGN');

interface ModuleOptions extends FlowOptions<'MODULE'> {
  /** What it agrees on with the flows that run it. */
  readonly contract?: AnyModuleContract;
}

/** A part that flows of any type can run with `invokeModule`. It ends with `returnFromModule()`. */
export const flowModule = (name: string, options: ModuleOptions, script: Script<'MODULE'>): Flow<'MODULE'> =>
  flow('MODULE', name, options, script, options.contract?.settings);
