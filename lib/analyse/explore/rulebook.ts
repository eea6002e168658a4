import {
  type Assumptions,
  CONSULTATION_CHOICES,
  type EventHook,
  holdStage,
  holdStages,
  hookInheritance,
  JOURNEY_HOOKS,
  type Journey,
  type Moment,
  type Party,
  placeOf,
  runsDisconnectFlow,
  type Stage,
  stagesAt,
} from '../../journey';
import type { Channel } from '../../language';
import type { CentreQuickConnect } from '../centre';
import { indexOfHook } from '../facts/facts';
import { firstMoment } from './lifecycle';

interface Stages {
  /** Those that run on the contact itself, one after another. */
  readonly own: readonly Stage[];
  /** Those that run on the contact before, beside everything else. */
  readonly beside: readonly Stage[];
}

/** What the rulebook says of the contacts of one journey. */
export interface JourneyRules {
  readonly journey: Journey;
  readonly at: (moment: Moment) => Stages;
  /** Whoever waits in the queue, and leaves it when a stage of their own begins; undefined where nobody does. */
  readonly waits: Party | null | undefined;
  /** The hold flows that those who talk may hear. */
  readonly holds: readonly Stage[];
  /** Whether anything runs on the contact itself. */
  readonly hasFlows: boolean;
}

/** Who may be put on hold during a consultation, the customer apart, who is on the contact before. */
const CONSULTED: readonly Party[] = Object.values(CONSULTATION_CHOICES)
  .flatMap(({ onHold }): readonly Party[] => onHold)
  .filter((party) => party !== 'CUSTOMER');

/** The hold flows of a consultation with somebody outside, on whose contact nothing else runs. */
const holdsOutside = ({ connects }: Journey): readonly Stage[] =>
  CONSULTED.filter((party) => connects.includes(party)).map((party) => holdStage(party, 'HOLD_DESTINATION_AGENT'));

const each = (stages: readonly Stage[]): readonly Stage[] => [
  ...new Map(stages.map((stage) => [`${stage.flowType} ${stage.heardBy}`, stage])).values(),
];

const split = (stages: readonly Stage[]): Stages => ({
  own: stages.filter(({ beside }) => !beside),
  beside: stages.filter(({ beside }) => beside),
});

/** With the stages that assumptions take away as well: whether people talk, and are put on hold, does not depend on them. */
export const inFull = (journey: Journey): Journey => ({
  ...journey,
  stages: journey.stages.map((stage) => ({ ...stage, assumes: undefined })),
});

const rulesOf = (journey: Journey, assumptions: Assumptions): JourneyRules => {
  const hasFlows = journey.stages.some(({ beside }) => beside === undefined);
  const moments = new Map<Moment, Stages>();
  return {
    journey,
    at: (moment) => {
      const stages = moments.get(moment) ?? split(stagesAt(journey, moment, assumptions));
      moments.set(moment, stages);
      return stages;
    },
    waits: inFull(journey).stages.find(({ on, beside }) => on === 'QUEUED' && !beside)?.heardBy,
    holds: each(hasFlows ? holdStages(inFull(journey), assumptions) : holdsOutside(journey)),
    hasFlows,
  };
};

/** Moments of a contact before with which another one begins. */
const AFTER_TALK: readonly Moment[] = ['TRANSFER_STARTED', 'CUSTOMER_REMAINED'];

/** Moments of people who talk, on the contact itself. */
const WHILE_TALKING: readonly Moment[] = ['PAUSED', 'RESUMED'];

/** Reasons for which contacts end while a flow runs, or because it has ended. */
const ENDS_IN_FLOW = ['EXPIRED', 'CONTACT_FLOW_DISCONNECT'] as const;

/** The flow is named on the contact before. */
const isNamedBefore = ({ beside, on }: Stage): boolean => beside !== undefined || on === 'CUSTOMER_REMAINED';

const namesKind = (stage: Stage, kind: CentreQuickConnect['kind']): boolean => {
  const place = placeOf(stage);
  return place.at === 'quick connect' && place.kind === kind;
};

/** Whether a contact that starts by a method takes over the hooks of the contact before it. */
const inherits = (method: string, assumptions: Assumptions): boolean => {
  const assumption = hookInheritance(method);
  return assumption !== undefined && assumptions[assumption] === 'yes';
};

const hookAt = (stage: Stage): readonly EventHook[] => {
  const place = placeOf(stage);
  return place.at === 'hook' ? [place.hook] : [];
};

/** The rulebook under some assumptions; what it says of a journey is worked out once. */
export class Rulebook {
  private readonly known = new Map<Journey, JourneyRules>();
  private readonly hooks = new Map<Journey, readonly EventHook[]>();

  constructor(
    readonly journeys: readonly Journey[],
    readonly assumptions: Assumptions,
  ) {}

  of(journey: Journey): JourneyRules {
    const rules = this.known.get(journey) ?? rulesOf(journey, this.assumptions);
    this.known.set(journey, rules);
    return rules;
  }

  /**
   * The hooks that can still name a flow once the people of a journey talk: those of the hold flows, those with which
   * another contact begins, and all of them where another contact inherits them.
   */
  hooksOfTalk(journey: Journey): readonly EventHook[] {
    const known = this.hooks.get(journey);
    if (known !== undefined) return known;
    const next = this.journeys.filter(
      (each) => each.channel === journey.channel && AFTER_TALK.includes(firstMoment(each) ?? 'CREATED'),
    );
    const named = [
      ...next.flatMap(({ stages }) => stages.filter(isNamedBefore)),
      ...journey.stages.filter(({ on }) => WHILE_TALKING.includes(on)),
      ...this.of(journey).holds,
    ].flatMap(hookAt);
    const hooks = next.some(({ method }) => inherits(method, this.assumptions)) ? JOURNEY_HOOKS : named;
    this.hooks.set(journey, hooks);
    return hooks;
  }

  /** The journey of a channel that begins with a moment of the contact before. */
  follower(moment: Moment, channel: Channel): Journey | undefined {
    return this.journeys.find((each) => each.channel === channel && firstMoment(each) === moment);
  }

  /**
   * By position in facts, the hook of the flow that contacts of a channel run once they have ended while their flow ran, or
   * because it has ended; undefined where they run none.
   */
  hookOfEndInFlow(channel: Channel): number | undefined {
    if (!ENDS_IN_FLOW.some((reason) => runsDisconnectFlow(channel, reason))) return undefined;
    const [hook] =
      this.follower('CUSTOMER_REMAINED', channel)
        ?.stages.filter(({ on }) => on === 'CUSTOMER_REMAINED')
        .flatMap(hookAt) ?? [];
    return hook && indexOfHook(hook);
  }

  /** The leg that a quick connect starts: the one whose transfer flow it names, or the one that has none. */
  leg(kind: CentreQuickConnect['kind'], channel: Channel): Journey | undefined {
    const legs = this.journeys.filter(
      (each) => each.channel === channel && each.stages.some(({ on }) => on === 'TRANSFER_STARTED'),
    );
    return kind === 'PHONE_NUMBER'
      ? legs.find((leg) => !this.of(leg).hasFlows)
      : legs.find(({ stages }) => stages.some((stage) => namesKind(stage, kind)));
  }
}
