import type { SetRule } from '../set-rule';
import { attributeSetNowhere } from './attribute-set-nowhere';
import { duplicateFlowName } from './duplicate-flow-name';
import { flowAttributeOfAnotherFlow } from './flow-attribute-of-another-flow';
import { literalArn } from './literal-arn';
import { missingTargetFlow } from './missing-target-flow';
import { moduleNestingTooDeep } from './module-nesting-too-deep';
import { moduleRecursion } from './module-recursion';
import { nameHiddenFromCloudWatch } from './name-hidden-from-cloudwatch';
import { wrongHookFlow } from './wrong-hook-flow';
import { wrongTargetFlow } from './wrong-target-flow';

/** Every rule about what stands between flows, and about a flow in its instance. */
export const SET_RULES: readonly SetRule[] = [
  duplicateFlowName,
  nameHiddenFromCloudWatch,
  moduleNestingTooDeep,
  moduleRecursion,
  missingTargetFlow,
  wrongHookFlow,
  wrongTargetFlow,
  literalArn,
  flowAttributeOfAnotherFlow,
  attributeSetNowhere,
];
