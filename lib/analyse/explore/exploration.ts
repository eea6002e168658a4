import {
  type AssumptionName,
  type Assumptions,
  type Journey,
  type JourneyVariant,
  journeyOf,
  type Moment,
  type Stage,
} from '../../journey';
import type { Channel } from '../../language';
import type { Centre } from '../centre';
import type { Directory } from '../directory';
import type { FactBook, Facts } from '../facts/facts';
import type { Paths } from '../facts/variables';
import type { Foresight } from '../flow/foresight';
import { Agenda } from './agenda';
import { ContactKind } from './contact-kind';
import type { Corridors } from './corridor';
import type { Elsewhere } from './elsewhere';
import { follow } from './follow';
import type { Place } from './place';
import type { Rulebook } from './rulebook';
import { playOption, playStages, stageEnded } from './stages';
import { type Arrival, costOf, isBetter, type State, stateAfter, type Way } from './state';

/** What all explorations of a centre share. */
export interface Surroundings {
  readonly centre: Centre;
  readonly directory: Directory;
  readonly rulebook: Rulebook;
  /** Assumptions that were asked for. */
  readonly asked: Set<AssumptionName>;
  /** Paths of references that can make a difference. */
  readonly relevant: ReadonlySet<string>;
  readonly foresight: Foresight;
  readonly corridors: Corridors;
  readonly book: FactBook;
  readonly paths: Paths;
}

type Rest<F> = F extends (exploration: Exploration, ...rest: infer R) => void ? R : never;

/** So many different facts are told apart at a place; beyond that they are taken together. */
const MOST_VARIETY = 48;

/** Follows the contacts of one entry point wherever they can go, until nothing new turns up. */
export class Exploration {
  readonly contacts: ContactKind[] = [];
  readonly centre: Centre;
  readonly directory: Directory;
  readonly foresight: Foresight;
  readonly book: FactBook;
  readonly paths: Paths;
  private readonly agenda = new Agenda();
  private readonly kinds = new Map<Journey, ContactKind>();

  constructor(
    readonly surroundings: Surroundings,
    readonly elsewhere: Elsewhere,
  ) {
    this.centre = surroundings.centre;
    this.directory = surroundings.directory;
    this.foresight = surroundings.foresight;
    this.book = surroundings.book;
    this.paths = surroundings.paths;
  }

  /** Whether the disconnect flow of customers who leave runs all the same. */
  get customersLeave(): boolean {
    return this.surroundings.rulebook.assumptions.customerLeavingRunsDisconnectFlow === 'yes';
  }

  /** Whether contacts that end while their flow runs, or because it ends, run a disconnect flow that is set on them. */
  mayEndInFlow({ journey: { channel } }: ContactKind, { hooks }: Facts): boolean {
    const hook = this.surroundings.rulebook.hookOfEndInFlow(channel);
    return hook !== undefined && hooks[hook]?.kind !== 'unset';
  }

  assumption<A extends AssumptionName>(name: A): Assumptions[A] {
    this.surroundings.asked.add(name);
    return this.surroundings.rulebook.assumptions[name];
  }

  /** Contacts of a method on a channel; undefined where the rulebook has none. */
  contact(method: string, channel: Channel, variant: JourneyVariant = null): ContactKind | undefined {
    const journey = journeyOf(this.surroundings.rulebook.journeys, { method, channel, variant });
    return journey && this.kind(journey);
  }

  kind(journey: Journey): ContactKind {
    const known = this.kinds.get(journey);
    if (known !== undefined) return known;
    const made = new ContactKind(this.surroundings.rulebook.of(journey));
    for (const { assumes } of journey.stages) if (assumes) this.surroundings.asked.add(assumes[0]);
    this.kinds.set(journey, made);
    this.contacts.push(made);
    return made;
  }

  /** A contact comes to a place. */
  put(place: Place, facts: Facts, way: Way): void {
    if (place.ways.isNews(facts, costOf(way))) this.agenda.add(stateAfter(way, place.contact, place, facts));
  }

  /** A flow runs at a stage. */
  arrive(contact: ContactKind, stage: Stage, arrival: Omit<Arrival, 'state'>, facts: Facts, way: Way): State {
    const state = stateAfter(way, contact, null, facts);
    const arrivals = contact.arrivals.get(stage) ?? new Map<string, Arrival>();
    contact.arrivals.set(stage, arrivals);
    const key = `${arrival.source} ${arrival.flow.kind} ${arrival.flow.id}`;
    const known = arrivals.get(key);
    if (known === undefined || isBetter(state, known.state)) arrivals.set(key, { ...arrival, state });
    return state;
  }

  playStages(...stages: Rest<typeof playStages>): void {
    playStages(this, ...stages);
  }

  playOption(...option: Rest<typeof playOption>): void {
    playOption(this, ...option);
  }

  stageEnded(...ended: Rest<typeof stageEnded>): void {
    stageEnded(this, ...ended);
  }

  /** The contacts of the same channel that begin with a moment of the contact before. */
  follower(moment: Moment, { journey: { channel } }: ContactKind): ContactKind | undefined {
    const journey = this.surroundings.rulebook.follower(moment, channel);
    return journey && this.kind(journey);
  }

  run(): void {
    for (let state = this.agenda.next(); state !== undefined; state = this.agenda.next()) this.look(state);
  }

  private look(state: State): void {
    const { place, facts } = state;
    if (place === null || !place.isFirstLook(facts)) return;
    if (place.variety <= MOST_VARIETY) return follow(this, state);
    const summary = place.summary === null ? facts : this.book.join(place.summary, facts);
    if (summary === place.summary) return;
    place.summary = summary;
    if (summary === facts || place.isFirstLook(summary)) follow(this, { ...state, facts: summary, uncertain: true });
  }
}
