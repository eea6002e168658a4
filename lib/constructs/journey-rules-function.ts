import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { type AnswerField, oneOf, text } from '../build';
import { JOURNEY_HOOKS } from '../journey';
import { CHANNELS, FLOW_TYPES } from '../language';
import { type JourneyPolicy, POLICY_VARIABLE, parsePolicy, policyAnswers } from '../runtime';
import { declareAnswers } from './declared-answers';
import { FlowFunction } from './flow-function';
import type { FunctionOptions } from './function-code';
import type { IInstance } from './instance';
import { type JourneyHook, type JourneyRule, policyOf } from './journey-policy';

/** What the function answers beside the hooks; `none` stands for nothing. */
const FACTS = {
  method: text,
  channel: oneOf(...CHANNELS, 'none'),
  stage: oneOf(...FLOW_TYPES, 'none'),
  recognised: oneOf('true', 'false'),
  rules: text,
} as const;

type JourneyAnswers = typeof FACTS & { readonly [H in JourneyHook]: AnswerField<string> };

const ANSWERS = { ...Object.fromEntries(JOURNEY_HOOKS.map((hook) => [hook, text])), ...FACTS } as JourneyAnswers;

export interface JourneyRulesFunctionProps extends Pick<FunctionOptions, 'timeout' | 'memoryMegabytes' | 'logGroup'> {
  readonly instance: IInstance;

  /** For each hook the first rule that applies and names it decides; later rules fill what is still open. */
  readonly rules: readonly JourneyRule[];

  /** At DEBUG also the names of the contact's attributes, never their values. @default 'INFO' */
  readonly logLevel?: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
}

/** A TypeScript source beside this one, or what it was compiled to. */
const entry = (): string => {
  const base = join(__dirname, '../../lambda/journey-rules/index');
  return existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.js`;
};

/** Lambda takes 4 KB of environment variables in all. */
const LONGEST_POLICY = 4_000;
const ARN_CHARACTERS = 140;

const sizeProblem = (policy: JourneyPolicy): string[] => {
  const filledIn = JSON.stringify(policy).replace(/\$\{Token\[[^\]]+\]\}/g, '-'.repeat(ARN_CHARACTERS));
  if (filledIn.length <= LONGEST_POLICY) return [];
  const size = `The rules take about ${filledIn.length} characters, and Lambda takes 4096 bytes of environment variables`;
  return [`${size}. Merge rules that hook the same flows, or make one function for each channel.`];
};

/**
 * A function that tells a flow which flows to hook for the contact at hand, by its initiation method, channel, queue and
 * attributes. Call it with the parameter `flowType`, compare each hook of its `result` with `none`, then set the hook.
 *
 * Rules that can never take effect fail the synthesis.
 */
export class JourneyRulesFunction extends FlowFunction<JourneyAnswers> {
  /** The hooks that some rule names a flow for. */
  readonly hooks: readonly JourneyHook[];

  constructor(scope: Construct, id: string, props: JourneyRulesFunctionProps) {
    const policy = policyOf(props.rules);
    const { instance, timeout, memoryMegabytes, logGroup, logLevel } = props;
    super(scope, id, {
      instance,
      timeout,
      memoryMegabytes,
      logGroup,
      entry: entry(),
      answers: ANSWERS,
      description: 'Tells flows which flows to hook for a contact',
      environment: {
        [POLICY_VARIABLE]: Stack.of(scope).toJsonString(policy),
        ...(logLevel && { POWERTOOLS_LOG_LEVEL: logLevel }),
      },
    });
    const named = new Set(props.rules.flatMap(({ hooks }) => Object.keys(hooks)));
    this.hooks = JOURNEY_HOOKS.filter((hook): hook is JourneyHook => named.has(hook));
    const reading = parsePolicy(policy);
    if (reading.ok) declareAnswers(this, this.functionArn, policyAnswers(reading.policy));
    this.node.addValidation({
      validate: () => [...(reading.ok ? [] : reading.problems), ...sizeProblem(policy)],
    });
  }
}
