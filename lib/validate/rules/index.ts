import type { Rule } from '../rule';
import { contentTooLong } from './content-too-long';
import { danglingTarget } from './dangling-target';
import { duplicateIdentifier } from './duplicate-identifier';
import { eventHooksCount } from './event-hooks-count';
import { exclusiveParameters } from './exclusive-parameters';
import { forbiddenTransitions } from './forbidden-transitions';
import { illegalIdentifier } from './illegal-identifier';
import { illegalOperand } from './illegal-operand';
import { missingCondition } from './missing-condition';
import { missingErrorBranch } from './missing-error-branch';
import { missingNextAction } from './missing-next-action';
import { missingParameter } from './missing-parameter';
import { missingStartAction } from './missing-start-action';
import { refusedCondition } from './refused-condition';
import { refusedErrorBranch } from './refused-error-branch';
import { tooManyActions } from './too-many-actions';
import { unknownActionType } from './unknown-action-type';
import { unknownErrorType } from './unknown-error-type';
import { unknownOperator } from './unknown-operator';
import { unknownParameter } from './unknown-parameter';
import { unknownReferenceRoot } from './unknown-reference-root';
import { unreachableAction } from './unreachable-action';
import { wrongChannel } from './wrong-channel';
import { wrongFlowType } from './wrong-flow-type';
import { wrongParameterValue } from './wrong-parameter-value';

/** Every rule; from the document as a whole to single values. */
export const RULES: readonly Rule[] = [
  tooManyActions,
  contentTooLong,
  missingStartAction,
  duplicateIdentifier,
  illegalIdentifier,
  danglingTarget,
  unreachableAction,
  unknownActionType,
  wrongFlowType,
  wrongChannel,
  missingNextAction,
  forbiddenTransitions,
  missingErrorBranch,
  refusedErrorBranch,
  unknownErrorType,
  missingCondition,
  refusedCondition,
  unknownOperator,
  illegalOperand,
  unknownParameter,
  missingParameter,
  exclusiveParameters,
  wrongParameterValue,
  eventHooksCount,
  unknownReferenceRoot,
];
