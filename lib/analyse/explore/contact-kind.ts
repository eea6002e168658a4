import {
  type Assumptions,
  CONSULTATION_CHOICES,
  holdStage,
  holdStages,
  type Journey,
  type Moment,
  type Party,
  type Stage,
  stagesAt,
} from '../../journey';
import { type AtStep, Play, Talking, Waiting } from './place';
import type { Arrival } from './state';

interface Stages {
  readonly own: readonly Stage[];
  readonly beside: readonly Stage[];
}

type PlayFacts = Pick<Play, 'moment' | 'position' | 'stage' | 'source'>;

const key = ({ heardBy, flowType }: Stage): string => `${flowType} ${heardBy}`;

/** Who may be put on hold during a consultation, the customer apart, who is on the contact before. */
const consulted: readonly Party[] = Object.values(CONSULTATION_CHOICES)
  .flatMap(({ onHold }): readonly Party[] => onHold)
  .filter((party) => party !== 'CUSTOMER');

/** The hold flows of a consultation with somebody outside, on whose contact nothing else runs. */
const holdsOutside = ({ connects }: Journey): readonly Stage[] =>
  consulted.filter((party) => connects.includes(party)).map((party) => holdStage(party, 'HOLD_DESTINATION_AGENT'));

const each = (stages: readonly Stage[]): readonly Stage[] => [
  ...new Map(stages.map((stage) => [key(stage), stage])).values(),
];

/** All contacts of one method, channel and variant that one entry point leads to, and what can run on them. */
export class ContactKind {
  readonly waiting = new Waiting(this);
  readonly talking = new Talking(this);
  /** The hold flows that those who talk may hear. */
  readonly holds: readonly Stage[];
  /** What can run at each stage that was come to, by what tells flows apart. */
  readonly arrivals = new Map<Stage, Map<string, Arrival>>();
  private readonly byMoment = new Map<Moment, Stages>();
  private readonly plays = new Map<string, Map<AtStep | null, Play>>();

  constructor(
    readonly journey: Journey,
    private readonly assumptions: Assumptions,
  ) {
    this.holds = each(this.hasFlows ? holdStages(journey, assumptions) : holdsOutside(journey));
  }

  /** The stages that run on the contact itself, one after another. */
  ownStagesAt(moment: Moment): readonly Stage[] {
    return this.stagesAt(moment).own;
  }

  /** The stages that run on the contact before, beside everything else. */
  stagesBesideAt(moment: Moment): readonly Stage[] {
    return this.stagesAt(moment).beside;
  }

  /** Whether anything runs on the contact itself. */
  get hasFlows(): boolean {
    return this.journey.stages.some(({ beside }) => beside === undefined);
  }

  /** The customer is called once an agent waits, and is in no queue. */
  get isCalledOnceAccepted(): boolean {
    return this.journey.calls === 'once accepted';
  }

  /** Whoever waits in the queue, and leaves it when a stage of their own begins. */
  get waits(): Party | null | undefined {
    return this.ownStagesAt('QUEUED')[0]?.heardBy;
  }

  play(facts: PlayFacts, beside: AtStep | null): Play {
    const { moment, position, stage, source } = facts;
    const name = `${moment} ${position} ${source} ${key(stage)}`;
    const variants = this.plays.get(name) ?? new Map<AtStep | null, Play>();
    this.plays.set(name, variants);
    const play = variants.get(beside) ?? new Play(this, moment, position, stage, source, beside);
    variants.set(beside, play);
    return play;
  }

  private stagesAt(moment: Moment): Stages {
    const known = this.byMoment.get(moment);
    if (known !== undefined) return known;
    const all = stagesAt(this.journey, moment, this.assumptions);
    const stages = { own: all.filter(({ beside }) => !beside), beside: all.filter(({ beside }) => beside) };
    this.byMoment.set(moment, stages);
    return stages;
  }
}
