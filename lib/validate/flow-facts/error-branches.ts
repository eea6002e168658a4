import type { Subject } from '../subject';
import { errorBit } from './compiled-row';
import type { KnownAction, PlacedAction } from './placed-action';

interface ErrorFacts {
  readonly lacking: readonly KnownAction[];
  readonly odd: readonly PlacedAction[];
}

const FACTS = new WeakMap<Subject, ErrorFacts>();

const oddness = ({ errors, compiledForm }: PlacedAction): { readonly declared: number; readonly odd: boolean } => {
  const allowed = compiledForm?.allowedErrors ?? -1;
  let declared = 0;
  let odd = false;
  for (const { ErrorType } of errors) {
    const bit = errorBit(ErrorType);
    odd ||= bit === 0 || (declared & bit) !== 0 || (bit & allowed) === 0;
    declared |= bit;
  }
  return { declared, odd };
};

const factsOf = (subject: Subject): ErrorFacts => {
  const known = FACTS.get(subject);
  if (known !== undefined) return known;
  const lacking: KnownAction[] = [];
  const odd: PlacedAction[] = [];
  for (const placed of subject.actions) {
    const { declared, odd: isOdd } = oddness(placed);
    if (isOdd) odd.push(placed);
    if (((placed.compiledForm?.requiredErrors ?? 0) & ~declared) !== 0) lacking.push(placed as KnownAction);
  }
  const facts = { lacking, odd };
  FACTS.set(subject, facts);
  return facts;
};

/** Actions without some error branch that they must have. */
export const actionsWithErrorsMissing = (subject: Subject): readonly KnownAction[] => factsOf(subject).lacking;

/** Actions with an error branch that is unknown, twice there, or not one that they are known with. */
export const actionsWithOddErrors = (subject: Subject): readonly PlacedAction[] => factsOf(subject).odd;
