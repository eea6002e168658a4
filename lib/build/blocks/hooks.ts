import { EVENT_HOOKS, type EventHook } from '../../journey';
import type { JsonObject } from '../../language/document';
import type { LegalIn } from '../../language/wire';
import { FlowBuildError } from '../flow-build-error';
import { type FlowRef, type Handle, readFlow } from '../handles';
import { emptyStep } from '../messages';
import { onError, plan, step } from '../place-step';
import type { OnError, Step } from '../step';
import { writtenBy } from '../written';

type Hooking = LegalIn<'UpdateContactEventHooks'>;

/** A flow of the type that a hook wants, as far as the handle tells its type. */
type TargetOf<H extends EventHook> = FlowRef<(typeof EVENT_HOOKS)[H]['flowType']>;

const words = (hook: EventHook): string => hook.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

const metadataOf = (hook: EventHook, { name, arn }: Handle): JsonObject =>
  name === undefined
    ? {}
    : { parameters: { EventHooks: { [hook]: { displayName: name } } }, contactFlow: { text: name, id: arn } };

/** One action a hook: Connect's page allows no more, and the designer shows no more. */
const hookStep = (
  author: (...given: never[]) => unknown,
  hooks: { readonly [H in EventHook]?: FlowRef },
  options: OnError<never> | undefined,
): Step<Hooking> => {
  const given = Object.entries(hooks) as [EventHook, FlowRef | undefined][];
  const set = given.flatMap(([hook, flow]) => (flow === undefined ? [] : [{ hook, handle: readFlow(flow) }]));
  const [first] = given;
  const block = first ? EVENT_HOOKS[first[0]].block : '';
  if (set.length === 0) throw new FlowBuildError(emptyStep(block), { step: block, written: writtenBy(author) });
  const actions = set.map(({ hook, handle }) =>
    plan(
      'UpdateContactEventHooks',
      { EventHooks: { [hook]: handle.arn } },
      {
        block: 'Set',
        words: `${words(hook)} flow ${handle.name ?? ''}`,
        ways: [onError(options)],
        joinsOwnStep: true,
        metadata: metadataOf(hook, handle),
      },
    ),
  );
  return step(
    author,
    actions,
    set.map(({ handle }) => handle),
  );
};

/** Says what the customer hears in the queue, instead of the default. Counts until it is set anew. */
export const setQueueFlow = <T extends Hooking>(flow: TargetOf<'CustomerQueue'>, options?: OnError<T>): Step<T> =>
  hookStep(setQueueFlow, { CustomerQueue: flow }, options);

interface Whispers {
  readonly agent?: TargetOf<'AgentWhisper'>;
  readonly customer?: TargetOf<'CustomerWhisper'>;
}

/** Says what agent and customer hear just before they are joined. To silence a default, give a whisper that only ends. */
export const setWhispers = <T extends Hooking>({ agent, customer }: Whispers, options?: OnError<T>): Step<T> =>
  hookStep(setWhispers, { AgentWhisper: agent, CustomerWhisper: customer }, options);

interface HoldFlows {
  readonly agent?: TargetOf<'AgentHold'>;
  readonly customer?: TargetOf<'CustomerHold'>;
}

/** Says what agent and customer hear on hold. Voice only: on other channels it leaves by its error branch. */
export const setHoldFlows = <T extends Hooking>({ agent, customer }: HoldFlows, options?: OnError<T>): Step<T> =>
  hookStep(setHoldFlows, { AgentHold: agent, CustomerHold: customer }, options);

/** Says which inbound flow runs for the customer who is still there when the agent has left. */
export const setDisconnectFlow = <T extends Hooking>(
  flow: TargetOf<'CustomerRemaining'>,
  options?: OnError<T>,
): Step<T> => hookStep(setDisconnectFlow, { CustomerRemaining: flow }, options);

/** Guides in the agent's workspace, and the pausing and resuming of tasks. */
type WorkspaceEvent = 'DefaultAgentUI' | 'DisconnectAgentUI' | 'PauseContact' | 'ResumeContact';

/** Says which inbound flow runs on an event of the workspace (a guide), or when a task is paused or resumed. */
export const setEventFlow = <T extends Hooking>(
  event: WorkspaceEvent,
  flow: TargetOf<WorkspaceEvent>,
  options?: OnError<T>,
): Step<T> => hookStep(setEventFlow, { [event]: flow }, options);
