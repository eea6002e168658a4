import type {
  IPolicyValidationContext,
  IPolicyValidationPlugin,
  PolicyValidationPluginReport,
  PolicyViolation,
} from 'aws-cdk-lib/core';
import { Token } from 'aws-cdk-lib/core';
import {
  type CheckConfig,
  checkSet,
  type Issue,
  RULE_NAMES,
  type SetContext,
  type Severity,
  withConfig,
} from '../validate';
import { configOf } from './checks-config';
import { type DeployedFlow, deployedFlows, type UnreadableFlow } from './deployed-flows';
import { PLUGIN_NAME } from './flow-checks-plugin';

export interface ConnectFlowChecksProps {
  /** Warnings fail the synthesis too. @default false */
  readonly strict?: boolean;

  /**
   * How rules are to be taken, and what is allowed: the path of a configuration, or what would stand in it.
   *
   * @default - connect-flows.config.json in the current folder, if there is one
   */
  readonly config?: CheckConfig | string;
}

interface Finding {
  readonly flow: DeployedFlow;
  readonly issue: Issue;
}

const SEVERITIES = { error: 'error', warning: 'warning', note: 'info' } as const;

const knownText = (text: string): string | undefined =>
  text.includes('${') || Token.isUnresolved(text) ? undefined : text;

/** Flows of one instance know each other. */
const byInstance = (flows: readonly DeployedFlow[]): readonly (readonly DeployedFlow[])[] => {
  const sets = new Map<string, DeployedFlow[]>();
  for (const flow of flows) sets.set(flow.instance, [...(sets.get(flow.instance) ?? []), flow]);
  return [...sets.values()];
};

const contextOf = ([first]: readonly DeployedFlow[], config: CheckConfig): SetContext => ({
  instanceArn: knownText(first?.instance ?? '') || config.instanceArn,
  account: knownText(first?.stack.account ?? '') || config.account,
  region: knownText(first?.stack.region ?? '') || undefined,
  rules: config.rules,
});

const findingsIn = (set: readonly DeployedFlow[], config: CheckConfig): readonly Finding[] => {
  const { issues } = withConfig(checkSet(set, contextOf(set, config)), config);
  return issues.flatMap((issue) => {
    const flow = set[issue.index];
    return flow === undefined ? [] : [{ flow, issue }];
  });
};

const metadataOf = ({ flow, issue }: Finding): Readonly<Record<string, string>> => {
  const all = {
    action: issue.action,
    path: issue.path,
    source: flow.shipped?.content.lineOf(issue.action),
    evidence: issue.evidence,
    more: issue.more,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value ? [[key, value]] : [])));
};

/** The line of a step of the builder; the line of the construct is for the CDK to say. */
const stepLine = ({ flow, issue }: Finding): string => {
  const line = flow.shipped?.content.lineOf(issue.action);
  return line === undefined || line === flow.shipped?.content.lineOf(undefined) ? '' : ` (${line})`;
};

const sentenceOf = (finding: Finding): string => {
  const { flow, issue } = finding;
  return `Flow "${flow.name}"${stepLine(finding)}: ${issue.what} ${issue.why}`;
};

const resourceOf = ({ logicalId, template }: Pick<DeployedFlow, 'logicalId' | 'template'>) => ({
  resourceLogicalId: logicalId,
  templatePath: template,
  locations: ['Properties.Content'],
});

const UNREADABLE = 'unreadable-content';

const unreadableViolation = (flow: UnreadableFlow): PolicyViolation => ({
  ruleName: UNREADABLE,
  description: `Flow "${flow.name}": ${flow.problem}`,
  severity: 'error',
  violatingResources: [resourceOf(flow)],
});

/**
 * Checks all flows and modules of an app when it is synthesised, and what is between them. Findings stand beside those of
 * the CDK, with the construct and the line, and are acknowledged as those are:
 *
 *     Validations.of(app).addPlugins(new ConnectFlowChecks());
 *     Validations.of(flow).acknowledge({ id: 'ConnectFlowChecks::unreachable-action', reason: 'Kept for the season.' });
 *
 * Without it, each flow construct still checks its own flow.
 */
export class ConnectFlowChecks implements IPolicyValidationPlugin {
  readonly name = PLUGIN_NAME;
  readonly ruleIds = [...RULE_NAMES, UNREADABLE];
  private readonly config: CheckConfig;
  private readonly strict: boolean;

  constructor({ strict = false, config }: ConnectFlowChecksProps = {}) {
    this.strict = strict;
    this.config = configOf(config);
  }

  validate(context: IPolicyValidationContext): PolicyValidationPluginReport {
    const { flows, unreadable } = deployedFlows(context);
    const violations = [
      ...unreadable.map(unreadableViolation),
      ...byInstance(flows).flatMap((set) => findingsIn(set, this.config).map((finding) => this.violationOf(finding))),
    ];
    return { success: violations.every(({ severity }) => severity !== 'error'), violations };
  }

  private severityOf(severity: Severity): Severity {
    return this.strict && severity === 'warning' ? 'error' : severity;
  }

  private violationOf(finding: Finding): PolicyViolation {
    const { issue, flow } = finding;
    return {
      ruleName: issue.rule,
      description: sentenceOf(finding),
      fix: issue.fix,
      severity: SEVERITIES[this.severityOf(issue.severity)],
      ruleMetadata: metadataOf(finding),
      violatingResources: [resourceOf(flow)],
    };
  }
}
