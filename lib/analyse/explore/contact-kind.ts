import type { Journey, Moment, Party, Stage } from '../../journey';
import { BestWays } from './best-ways';
import { Play, Talking, Waiting } from './place';
import type { JourneyRules } from './rulebook';
import type { Arrival } from './state';

type PlayFacts = Pick<Play, 'moment' | 'position' | 'stage' | 'source'>;

/** All contacts of one method, channel and variant that one entry point leads to, and what can run on them. */
export class ContactKind {
  readonly waiting = new Waiting(this);
  readonly talking = new Talking(this);
  readonly journey: Journey;
  /** What can run at each stage that was come to, by what tells flows apart. */
  readonly arrivals = new Map<Stage, Map<string, Arrival>>();
  private readonly plays = new Map<Stage, Play[]>();
  private readonly acceptances = new Map<Play | null, { readonly calm: BestWays; readonly hurried: BestWays }>();

  constructor(private readonly rules: JourneyRules) {
    this.journey = rules.journey;
  }

  /** The stages that run on the contact itself, one after another. */
  ownStagesAt(moment: Moment): readonly Stage[] {
    return this.rules.at(moment).own;
  }

  /** The stages that run on the contact before, beside everything else. */
  stagesBesideAt(moment: Moment): readonly Stage[] {
    return this.rules.at(moment).beside;
  }

  get holds(): readonly Stage[] {
    return this.rules.holds;
  }

  get hasFlows(): boolean {
    return this.rules.hasFlows;
  }

  /** The customer is called once an agent waits, and is in no queue. */
  get isCalledOnceAccepted(): boolean {
    return this.journey.calls === 'once accepted';
  }

  get waits(): Party | null | undefined {
    return this.rules.waits;
  }

  play({ moment, position, stage, source }: PlayFacts, beside: Play | null): Play {
    const plays = this.plays.get(stage) ?? [];
    this.plays.set(stage, plays);
    const known = plays.find((each) => each.source === source && each.beside === beside);
    if (known !== undefined) return known;
    const made = new Play(this, moment, position, stage, source, beside);
    plays.push(made);
    return made;
  }

  /** The ways by which contacts are accepted while a queue flow goes on; `hurried`: while it may be elsewhere at any moment. */
  acceptancesBeside(queueFlow: Play | null, hurried: boolean): BestWays {
    const known = this.acceptances.get(queueFlow) ?? { calm: new BestWays(), hurried: new BestWays() };
    this.acceptances.set(queueFlow, known);
    return hurried ? known.hurried : known.calm;
  }
}
