import { Stage } from 'aws-cdk-lib/core';
import type { IConstruct } from 'constructs';

/** The name of the plugin, which is the first part of the ids that acknowledge its findings. */
export const PLUGIN_NAME = 'ConnectFlowChecks';

/** True where the plugin reports what is found in the flows of this construct. */
export const isCheckedByPlugin = ({ node }: IConstruct): boolean =>
  node.scopes
    .filter((scope) => Stage.isStage(scope))
    // Where a later CDK keeps its plugins elsewhere, flows report for themselves.
    .some((stage) => (stage._validationPlugins ?? []).some(({ name }) => name === PLUGIN_NAME));
