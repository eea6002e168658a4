import type { Rule } from '../rule';
import { agentOutOfReach } from './agent-out-of-reach';
import { allowanceWithoutReason } from './allowance-without-reason';
import { contactAttributeNeverSet } from './contact-attribute-never-set';
import { contentTooLong } from './content-too-long';
import { danglingTarget } from './dangling-target';
import { dequeueWithoutLoopPrompts } from './dequeue-without-loop-prompts';
import { duplicateCondition } from './duplicate-condition';
import { duplicateErrorBranch } from './duplicate-error-branch';
import { duplicateIdentifier } from './duplicate-identifier';
import { emptyText } from './empty-text';
import { endlessCircle } from './endless-circle';
import { eventHooksCount } from './event-hooks-count';
import { exclusiveParameters } from './exclusive-parameters';
import { flowAttributeNeverSet } from './flow-attribute-never-set';
import { forbiddenTransitions } from './forbidden-transitions';
import { hookWithoutEffect } from './hook-without-effect';
import { illegalAttributeKey } from './illegal-attribute-key';
import { illegalIdentifier } from './illegal-identifier';
import { illegalOperand } from './illegal-operand';
import { lateEventHook } from './late-event-hook';
import { longLambdaChain } from './long-lambda-chain';
import { longWhisper } from './long-whisper';
import { malformedSsml } from './malformed-ssml';
import { missingCondition } from './missing-condition';
import { missingErrorBranch } from './missing-error-branch';
import { missingNextAction } from './missing-next-action';
import { missingParameter } from './missing-parameter';
import { missingSettings } from './missing-settings';
import { missingStartAction } from './missing-start-action';
import { nestedWait } from './nested-wait';
import { parameterOfOtherForm } from './parameter-of-other-form';
import { recordingWithoutAnnouncement } from './recording-without-announcement';
import { refusedCondition } from './refused-condition';
import { refusedErrorBranch } from './refused-error-branch';
import { refusedParameter } from './refused-parameter';
import { replacedLambdaResult } from './replaced-lambda-result';
import { resultBeforeAction } from './result-before-action';
import { secondsForMilliseconds } from './seconds-for-milliseconds';
import { silentEnd } from './silent-end';
import { textTooLong } from './text-too-long';
import { tooManyActions } from './too-many-actions';
import { transferWithoutQueue } from './transfer-without-queue';
import { unknownActionType } from './unknown-action-type';
import { unknownErrorType } from './unknown-error-type';
import { unknownEventHook } from './unknown-event-hook';
import { unknownOperator } from './unknown-operator';
import { unknownParameter } from './unknown-parameter';
import { unknownReferenceRoot } from './unknown-reference-root';
import { unreachableAction } from './unreachable-action';
import { valueOfOtherForm } from './value-of-other-form';
import { voiceOnlyPrompt } from './voice-only-prompt';
import { wrongChannel } from './wrong-channel';
import { wrongEntryCount } from './wrong-entry-count';
import { wrongFlowType } from './wrong-flow-type';
import { wrongParameterValue } from './wrong-parameter-value';
import { wrongPercentage } from './wrong-percentage';
import { wrongVersion } from './wrong-version';

/** Every rule; from the document as a whole to single values, then what needs the ways through the flow. */
export const RULES: readonly Rule[] = [
  wrongVersion,
  tooManyActions,
  contentTooLong,
  missingSettings,
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
  duplicateErrorBranch,
  missingCondition,
  refusedCondition,
  unknownOperator,
  illegalOperand,
  duplicateCondition,
  wrongPercentage,
  secondsForMilliseconds,
  unknownParameter,
  missingParameter,
  exclusiveParameters,
  parameterOfOtherForm,
  refusedParameter,
  wrongParameterValue,
  valueOfOtherForm,
  wrongEntryCount,
  emptyText,
  textTooLong,
  malformedSsml,
  voiceOnlyPrompt,
  illegalAttributeKey,
  eventHooksCount,
  unknownEventHook,
  hookWithoutEffect,
  lateEventHook,
  unknownReferenceRoot,
  agentOutOfReach,
  resultBeforeAction,
  replacedLambdaResult,
  flowAttributeNeverSet,
  contactAttributeNeverSet,
  transferWithoutQueue,
  dequeueWithoutLoopPrompts,
  endlessCircle,
  nestedWait,
  longLambdaChain,
  longWhisper,
  silentEnd,
  recordingWithoutAnnouncement,
  allowanceWithoutReason,
];
