import type { FlowScope } from '../../language/flow-type';
import { FORBIDDEN_IDENTIFIER_CHARACTERS, FORBIDDEN_IDENTIFIERS, LIMITS } from '../../language/limits';
import { FlowBuildError } from '../flow-build-error';
import { badName } from '../messages';
import { type AnyStep, type End, PLAN, type Step } from '../step';

const whyNot = (name: string): string | undefined => {
  if (name.trim() === '') return 'it is empty';
  if (name.length > LIMITS.identifierCharacters) return `it has ${name.length} characters`;
  const forbidden = [...name].find((character) => FORBIDDEN_IDENTIFIER_CHARACTERS.includes(character));
  if (forbidden !== undefined) return `it contains ${forbidden}`;
  return FORBIDDEN_IDENTIFIERS.includes(name) ? 'it is reserved' : undefined;
};

/** A step of either kind stays what it is, and knows the flow around it as it would without a name. */
interface Name {
  <T extends FlowScope>(name: string, step: Step<T>): Step<T>;
  <T extends FlowScope>(name: string, step: End<T>): End<T>;
}

/** Gives a step the name that it carries in the designer and in logs, instead of one made from what it does. */
export const named: Name = <S extends AnyStep>(name: string, step: S): S => {
  const plan = step[PLAN];
  const reason = whyNot(name);
  if (reason !== undefined) throw new FlowBuildError(badName(name, reason), { written: plan.written });
  return plan.kind === 'actions' ? { ...step, [PLAN]: { ...plan, name } } : step;
};
