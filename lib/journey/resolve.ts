import type { FlowType } from '../language';
import type { Assumptions } from './assumptions';
import { type DefaultFlowName, defaultFlowOf } from './default-flows';
import type { EventHook } from './event-hooks';
import type { KnownInitiationMethod } from './initiation-method';
import type { Journey } from './journeys';
import { existsUnder, type Moment, placeOf, type Stage } from './stage';

/** Why a flow runs at a stage. */
export type FlowSource = 'hook' | 'queue' | 'quick connect' | 'entry point' | 'default' | 'none';

/** What is known of a contact when a stage begins. Flows are whatever the caller knows them by, mostly ARNs. */
export interface StageContext {
  readonly hooks: Readonly<Partial<Record<EventHook, string>>>;
  /** Phone number, API request or the like, and the flow it names. */
  readonly entryPoint?: { readonly name: string; readonly flow?: string };
  /** The queue whose outbound whisper counts. */
  readonly queue?: { readonly name: string; readonly outboundWhisperFlow?: string };
  readonly quickConnect?: { readonly name: string; readonly flow?: string };
}

/** Which flow runs at a stage, and why this one. */
export type FlowChoice =
  | { readonly source: Exclude<FlowSource, 'default' | 'none'>; readonly flow: string; readonly why: string }
  | { readonly source: 'default'; readonly default: DefaultFlowName; readonly why: string }
  | { readonly source: 'none'; readonly why: string };

interface Candidate {
  readonly source: Exclude<FlowSource, 'default' | 'none'>;
  readonly flow?: string;
  readonly named: string;
  readonly missing: string;
}

const candidate = (stage: Stage, context: StageContext): Candidate => {
  const place = placeOf(stage);
  switch (place.at) {
    case 'entry point': {
      const name = context.entryPoint?.name ?? 'the entry point';
      return {
        source: place.at,
        flow: context.entryPoint?.flow,
        named: `${name} names it`,
        missing: `${name} names no flow`,
      };
    }
    case 'hook':
      return {
        source: place.at,
        flow: Object.hasOwn(context.hooks, place.hook) ? context.hooks[place.hook] : undefined,
        named: `the ${place.hook} hook of the contact names it`,
        missing: `no ${place.hook} hook is set`,
      };
    case 'queue': {
      const name = context.queue ? `queue ${context.queue.name}` : 'the queue';
      return {
        source: place.at,
        flow: context.queue?.outboundWhisperFlow,
        named: `${name} names it as its outbound whisper flow`,
        missing: `${name} names no outbound whisper flow`,
      };
    }
    case 'quick connect': {
      const name = context.quickConnect ? `quick connect ${context.quickConnect.name}` : 'the quick connect';
      return {
        source: place.at,
        flow: context.quickConnect?.flow,
        named: `${name} names it`,
        missing: `${name} names no flow`,
      };
    }
  }
};

/** Which flow runs at a stage of a contact: the one that is named where this type is named, else the default, else none. */
export const resolve = (stage: Stage, context: StageContext): FlowChoice => {
  const { source, flow, named, missing } = candidate(stage, context);
  if (flow !== undefined) return { source, flow, why: named };
  const name = stage.otherwise === 'default' ? defaultFlowOf(stage.flowType) : undefined;
  if (name !== undefined) return { source: 'default', default: name, why: missing };
  return { source: 'none', why: missing };
};

/** The stages of a journey that start at a moment, in order, under these assumptions. */
export const stagesAt = (journey: Journey, moment: Moment, assumptions: Assumptions): readonly Stage[] =>
  journey.stages.filter((stage) => stage.on === moment && existsUnder(assumptions, stage));

/** The first stage of a journey that runs a flow of this type: where in the journey a flow of that type finds itself. */
export const stageRunning = (journey: Journey, flowType: FlowType, assumptions: Assumptions): Stage | undefined =>
  journey.stages.find((stage) => stage.flowType === flowType && existsUnder(assumptions, stage));

const INHERITANCE = {
  TRANSFER: 'transferInheritsHooks',
  QUEUE_TRANSFER: 'queueMoveInheritsHooks',
  CALLBACK: 'callbackInheritsHooks',
  CALLBACK_CUSTOMER_FIRST_QUEUED: 'callbackInheritsHooks',
  CALLBACK_CUSTOMER_FIRST_DIALED: 'callbackInheritsHooks',
  DISCONNECT: 'disconnectInheritsHooks',
} as const satisfies Partial<Record<KnownInitiationMethod, keyof Assumptions>>;

/**
 * The assumption that says whether a contact that starts by this method takes over the event hooks of the contact before
 * it; undefined for methods that no contact comes before.
 */
export const hookInheritance = (method: string): (typeof INHERITANCE)[keyof typeof INHERITANCE] | undefined =>
  Object.hasOwn(INHERITANCE, method) ? INHERITANCE[method as keyof typeof INHERITANCE] : undefined;
