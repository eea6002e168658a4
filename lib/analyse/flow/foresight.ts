import { isEventHook } from '../../journey';
import type { ActionType, JsonObject } from '../../language';
import type { Directory } from '../directory';
import { indexOfHook } from '../facts/facts';
import { isLocal, isOfFlow, rootOf } from '../facts/variables';
import { type Exit, type Program, programOf, type Step } from './program';
import { readsAndCopiesOf } from './relevance';
import { allWritesOf, type Writes } from './writes';

/** Actions that send the contact somewhere, or make another one. */
const MOVES: ReadonlySet<string> = new Set<ActionType>([
  'UpdateContactTargetQueue',
  'TransferContactToQueue',
  'DequeueContactAndTransferToQueue',
  'TransferContactToAgent',
  'TransferParticipantToThirdParty',
  'TransferToFlow',
  'CreateCallbackContact',
  'CreateTask',
  'StartOutboundChatContact',
  'StartOutboundEmailContact',
]);

const comesBefore = ({ steps }: Program): readonly (readonly Step[])[] => {
  const before: Step[][] = steps.map(() => []);
  const note = (step: Step, exit: Exit | null): void => {
    if (exit !== null && exit.to !== null) before[exit.to.index]?.push(step);
  };
  for (const step of steps) {
    note(step, step.next);
    for (const exit of step.conditions) note(step, exit);
    for (const exit of step.errors) note(step, exit);
  }
  return before;
};

const leadsNowhere = ({ to }: Exit): boolean => to === null;

/** Whether the flow may end with a step. */
const mayEnd = ({ next, conditions, errors }: Step): boolean => {
  if (next === null && conditions.length === 0 && errors.length === 0) return true;
  return (next !== null && leadsNowhere(next)) || conditions.some(leadsNowhere) || errors.some(leadsNowhere);
};

type Marks = Uint8Array;

/** The name under which a loop keeps count of its passes. */
export const passesOf = ({ index }: Step): string => `Passes.${index}`;

/** What can still happen from a step of a program on; worked out when it is asked for. */
class Prospect {
  private before: readonly (readonly Step[])[] | undefined;
  private readonly live = new Map<string, Marks>();
  private readonly reads = new Map<string, Step[]>();
  readonly matters: Marks;
  readonly ends: Marks;

  /** @param readLater paths that may be read once the flow has transferred to another one */
  constructor(
    private readonly program: Program,
    matters: (step: Step) => boolean,
    readLater: readonly string[],
  ) {
    for (const step of program.steps) {
      for (const path of readsAndCopiesOf(step)) if (isLocal(path)) this.note(path, step);
      if (step.action.Type === 'Loop') this.note(passesOf(step), step);
      if (step.action.Type === 'TransferToFlow') for (const path of readLater) this.note(path, step);
    }
    this.matters = this.leadingTo(program.steps.filter(matters));
    this.ends = this.leadingTo(program.steps.filter(mayEnd));
  }

  readFrom(index: number): readonly string[] {
    return [...this.reads.keys()].filter((path) => this.isRead(path, index));
  }

  isRead(path: string, from: number): boolean {
    const readers = this.reads.get(path);
    if (readers === undefined) return false;
    let marks = this.live.get(path);
    if (marks === undefined) {
      marks = this.leadingTo(readers);
      this.live.set(path, marks);
    }
    return marks[from] === 1;
  }

  private note(path: string, step: Step): void {
    const readers = this.reads.get(path);
    if (readers === undefined) this.reads.set(path, [step]);
    else readers.push(step);
  }

  private leadingTo(targets: readonly Step[]): Marks {
    const marks = new Uint8Array(this.program.steps.length);
    const open = [...targets];
    for (const { index } of targets) marks[index] = 1;
    if (targets.length > 0) this.before ??= comesBefore(this.program);
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      for (const earlier of this.before?.[step.index] ?? []) {
        if (marks[earlier.index] === 1) continue;
        marks[earlier.index] = 1;
        open.push(earlier);
      }
    }
    return marks;
  }
}

const NO_PATHS: readonly string[] = [];

/** What is written there is told by the actions that do. */
const FOLLOWED: ReadonlySet<string> = new Set(['Attributes', 'FlowAttributes', 'Queue']);

/** What flows can still do, so that what makes no difference need not be followed. */
export class Foresight {
  private readonly prospects = new Map<Program, Prospect>();
  private readonly underWay = new Set<Program>();
  private readonly allWrites = new Map<Program, Writes>();
  private readonly written = new Map<readonly string[], readonly string[]>();
  private readonly readLater: readonly string[];

  /** @param resultsCross whether the next flow can read what functions and input blocks left before *Transfer to flow* */
  constructor(
    private readonly directory: Directory,
    private readonly relevant: ReadonlySet<string>,
    resultsCross: boolean,
  ) {
    this.readLater = resultsCross ? [...relevant].filter((path) => isLocal(path) && !isOfFlow(path)) : NO_PATHS;
  }

  /** Whether anything from this step on can change which flows run, beside that the flow ends. */
  matters({ flow, index }: Step): boolean {
    return this.of(programOf(flow)).matters[index] === 1;
  }

  /** By position, the steps from which something can. */
  mattering(program: Program): Uint8Array {
    return this.of(program).matters;
  }

  programMatters({ start }: Program): boolean {
    return start !== null && this.matters(start);
  }

  /** False where a flow can only go round and round. */
  ends({ flow, index }: Step): boolean {
    return this.of(programOf(flow)).ends[index] === 1;
  }

  /** Everything that a flow may set on the contact. */
  writes(program: Program): Writes {
    const writes = this.allWrites.get(program) ?? allWritesOf(program, this.directory, (step) => this.writtenBy(step));
    this.allWrites.set(program, writes);
    return writes;
  }

  /** Paths of values that live no longer than the flow and are still read from this step on. */
  stillRead({ flow, index }: Step): readonly string[] {
    return this.of(programOf(flow)).readFrom(index);
  }

  /** Whether a value that lives no longer than the flow is still read from this step on. */
  isRead(path: string, from: Step): boolean {
    return this.of(programOf(from.flow)).isRead(path, from.index);
  }

  /** The paths that an action fills anew, where they can make a difference. */
  writtenBy(step: Step): readonly string[] {
    const patterns = step.form?.writes ?? step.spec?.writes ?? NO_PATHS;
    if (patterns.length === 0) return NO_PATHS;
    const paths = this.written.get(patterns) ?? patterns.flatMap((pattern) => this.matching(pattern));
    this.written.set(patterns, paths);
    return paths;
  }

  private of(program: Program): Prospect {
    let prospect = this.prospects.get(program);
    if (prospect === undefined) {
      this.underWay.add(program);
      prospect = new Prospect(program, (step) => this.doesMatter(step), this.readLater);
      this.underWay.delete(program);
      this.prospects.set(program, prospect);
    }
    return prospect;
  }

  private doesMatter(step: Step): boolean {
    const { Type } = step.action;
    if (MOVES.has(Type) || step.spec === undefined) return true;
    if (Type === 'UpdateContactEventHooks') return setsJourneyHook(step);
    if (Type === 'InvokeFlowModule') return this.moduleMatters(step);
    if (step.writes.some(([path]) => path.includes('$') || (this.relevant.has(path) && !isLocal(path)))) return true;
    return this.writtenBy(step).some((path) => !isLocal(path));
  }

  private moduleMatters({ parameters }: Step): boolean {
    const module = this.directory.module(String(parameters.FlowModuleId));
    if (module === undefined) return true;
    const program = programOf(module);
    // A module that runs itself is refused; whatever it does, it is followed.
    return this.underWay.has(program) || this.programMatters(program);
  }

  private matching(pattern: string): readonly string[] {
    const path = pattern.slice(2).replace(/\.?\*$/, '');
    if (FOLLOWED.has(rootOf(path))) return NO_PATHS;
    return [...this.relevant].filter((each) => each === path || each.startsWith(`${path}.`));
  }
}

const setsJourneyHook = ({ parameters }: Step): boolean =>
  [parameters.EventHooks, parameters.EventHooksConfiguration].some((hooks) =>
    Object.keys((hooks ?? {}) as JsonObject).some((hook) => isEventHook(hook) && indexOfHook(hook) !== undefined),
  );
