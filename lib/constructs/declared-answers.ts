import type { IConstruct } from 'constructs';
import type { CentreFunction, DeclaredAnswers } from '../analyse';
import type { AnswerFields } from '../build';

const DECLARED = new WeakMap<IConstruct, CentreFunction>();

/** Says what a function can answer, so that it can be told which flows are hooked from that. */
export const declareAnswers = (construct: IConstruct, arn: string, answers: DeclaredAnswers): void => {
  DECLARED.set(construct, { arn, name: construct.node.id, answers });
};

/** The function that a construct is, with what it can answer. */
export const declaredBy = (construct: IConstruct): CentreFunction | undefined => DECLARED.get(construct);

/** What fields leave open is not known: any text, any number. */
export const answersIn = (fields: AnswerFields): DeclaredAnswers =>
  Object.fromEntries(
    Object.entries(fields).map(([key, { values }]) => [
      key,
      [{ value: values === undefined ? null : values.map(String) }],
    ]),
  );
