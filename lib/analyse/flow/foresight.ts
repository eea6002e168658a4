import { isEventHook } from '../../journey';
import type { ActionType, JsonObject } from '../../language';
import type { Directory } from '../directory';
import { indexOfHook } from '../facts/facts';
import { isLocal, rootOf } from '../facts/variables';
import { type Exit, type Program, programOf, type Step } from './program';
import { readsAndCopiesOf, writesOf } from './relevance';

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

const exitsOf = ({ next, conditions, errors }: Step): readonly Exit[] =>
  next === null ? [...conditions, ...errors] : [next, ...conditions, ...errors];

const comesBefore = ({ steps }: Program): readonly (readonly Step[])[] => {
  const before: Step[][] = steps.map(() => []);
  for (const step of steps) for (const { to } of exitsOf(step)) if (to !== null) before[to.index]?.push(step);
  return before;
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
  readonly ends: boolean;

  constructor(
    private readonly program: Program,
    matters: (step: Step) => boolean,
  ) {
    for (const step of program.steps) {
      for (const path of readsAndCopiesOf(step)) if (isLocal(path)) this.note(path, step);
      if (step.action.Type === 'Loop') this.note(passesOf(step), step);
    }
    this.matters = this.leadingTo(program.steps.filter(matters));
    const ending = program.steps.filter((step) => exitsOf(step).length === 0 || exitsOf(step).some(({ to }) => !to));
    this.ends = program.start === null || this.leadingTo(ending)[program.start.index] === 1;
  }

  isRead(path: string, from: Step): boolean {
    const readers = this.reads.get(path);
    if (readers === undefined) return false;
    let marks = this.live.get(path);
    if (marks === undefined) {
      marks = this.leadingTo(readers);
      this.live.set(path, marks);
    }
    return marks[from.index] === 1;
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
  private readonly written = new Map<Step, readonly string[]>();

  constructor(
    private readonly directory: Directory,
    private readonly relevant: ReadonlySet<string>,
  ) {}

  /** Whether anything from this step on can change which flows run, beside that the flow ends. */
  matters({ flow, index }: Step): boolean {
    return this.of(programOf(flow)).matters[index] === 1;
  }

  programMatters({ start }: Program): boolean {
    return start !== null && this.matters(start);
  }

  /** False for a flow that can only go round and round. */
  ends(program: Program): boolean {
    return this.of(program).ends;
  }

  /** Whether a value that lives no longer than the flow is still read from this step on. */
  isRead(path: string, from: Step): boolean {
    return this.of(programOf(from.flow)).isRead(path, from);
  }

  /** The paths that an action fills anew, where they can make a difference. */
  writtenBy(step: Step): readonly string[] {
    const known = this.written.get(step);
    if (known !== undefined) return known;
    const patterns = step.form?.writes ?? step.spec?.writes ?? [];
    const paths = patterns.length === 0 ? NO_PATHS : patterns.flatMap((pattern) => this.matching(pattern));
    this.written.set(step, paths);
    return paths;
  }

  private of(program: Program): Prospect {
    let prospect = this.prospects.get(program);
    if (prospect === undefined) {
      this.underWay.add(program);
      prospect = new Prospect(program, (step) => this.doesMatter(step));
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
    if (writesOf(step).some(([path]) => path.includes('$') || (this.relevant.has(path) && !isLocal(path)))) return true;
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
