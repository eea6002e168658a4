import { ACTIONS, type ErrorType, LIMITS } from '../../../language';
import type { CentreFlow } from '../../centre';
import type { Facts } from '../../facts/facts';
import { textsOf } from '../../facts/value';
import { inScope, isOfContact, isOfFlow, scopeOf } from '../../facts/variables';
import { programOf } from '../../flow/program';
import { evaluate } from '../evaluate';
import type { Turn } from '../turn';
import { flowsMeant } from './targets';

export const disconnectParticipant = (turn: Turn): void => turn.ends('disconnect');
export const endFlowExecution = (turn: Turn): void => turn.ends('flow ended');

/** What the next flow can still read of what functions and input blocks left. */
const carriedOver = (turn: Turn): Facts => {
  const { exploration, facts } = turn;
  if (facts.variables.length === 0 || exploration.assumption('resultsCrossTransferToFlow') === 'no')
    return turn.withoutLocals(facts);
  const { book, paths } = exploration;
  const results = book.keeping(facts, (variable) => {
    if (isOfContact(variable)) return true;
    return scopeOf(variable) === turn.frame.depth && !isOfFlow(paths.pathOf(variable));
  });
  return book.mapped(results, (variable, value) => [isOfContact(variable) ? variable : inScope(variable, 1), value]);
};

const enter = (turn: Turn, flow: CentreFlow, uncertain: boolean): void => {
  const program = programOf(flow);
  const facts = carriedOver(turn);
  const exit = turn.step.next ?? turn.step.end;
  if (program.start === null) return turn.ends('failed', facts, exit);
  turn.goTo(
    turn.frame.play.frame(program, turn.exploration.surroundings),
    program.start,
    facts,
    { ...exit, label: 'next', fails: false },
    uncertain,
  );
};

const TRANSFERABLE: readonly string[] = ACTIONS.TransferToFlow.flowTypes;

/** The listener, and where the flow came from, stay what they were. */
export const transferToFlow = (turn: Turn): void => {
  const { exploration, contact, frame, parameters, step } = turn;
  const flows = flowsMeant(turn, parameters.ContactFlowId);
  if (flows.length === 0) return turn.fail();
  const { stage, source } = frame.play;
  const { flow: transferredBy } = frame.root.program;
  for (const flow of flows) {
    const why = `flow "${transferredBy.name}" transfers to it`;
    const arrival = { source, why, flow, isTransferredTo: true } as const;
    exploration.arrive(contact, stage, arrival, turn.facts, turn.way(step.next ?? step.end));
    if (flow.kind === 'known') enter(turn, flow.thing, false);
    if (flow.kind === 'unknown')
      for (const each of exploration.centre.flows) if (TRANSFERABLE.includes(each.type)) enter(turn, each, true);
  }
  turn.errors();
};

/** What the module returned is no condition's. */
const UNNAMED: ErrorType = 'NoMatchingCondition';

const call = (turn: Turn, module: CentreFlow, uncertain: boolean): void => {
  const program = programOf(module);
  const { foresight } = turn.exploration;
  // A module that can only come back need not be gone through.
  if (!foresight.programMatters(program)) return turn.onward(turn.facts, uncertain);
  const exit = turn.step.next ?? turn.step.end;
  if (program.start !== null)
    turn.goTo(turn.frame.call(turn.step, program), program.start, turn.facts, { ...exit, fails: false }, uncertain);
};

export const invokeFlowModule = (turn: Turn): void => {
  const { exploration, frame, parameters } = turn;
  const texts = textsOf(evaluate(turn, parameters.FlowModuleId));
  if (frame.depth > LIMITS.moduleDepth) return turn.fail();
  turn.takeAll(turn.step.errors.filter(({ label }) => label !== UNNAMED));
  if (texts === undefined) for (const module of exploration.centre.modules) call(turn, module, true);
  for (const text of texts ?? []) {
    const module = exploration.directory.module(text);
    if (module !== undefined) call(turn, module, false);
    else if (text !== '') turn.onward(turn.facts, true);
  }
};

/** Back to where the module was called from; which branch it returned is not in the document. */
export const endFlowModuleExecution = (turn: Turn): void => {
  const { frame, step } = turn;
  const { caller } = frame;
  if (caller === null) return turn.ends('flow ended');
  const facts = turn.withoutLocals(turn.facts, frame.depth);
  const { next, conditions, errors } = caller.step;
  const rest = conditions.length > 0 ? errors.filter(({ label }) => label === UNNAMED) : [];
  for (const exit of [next, ...conditions, ...rest]) {
    if (exit === null) continue;
    if (exit.to === null) turn.ends('failed', facts, step.end);
    else turn.goTo(caller.frame, exit.to, facts, step.end, exit !== next);
  }
};
