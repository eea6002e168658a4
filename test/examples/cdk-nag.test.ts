import { Bucket } from 'aws-cdk-lib/aws-s3';
import { App, Aspects } from 'aws-cdk-lib/core';
import { AwsSolutionsChecks } from 'cdk-nag';
import { NightAndDay } from '../../examples/deploying/night-and-day';
import { OwnDefaults } from '../../examples/deploying/own-defaults';
import type { Template } from '../../lib/simulate';
import { INSTANCE_ARN } from '../constructs/small-centre';
import { CONFIGURATION_NAMES, exampleFor } from './example-configurations';

const checked = (app: App) => {
  Aspects.of(app).add(new AwsSolutionsChecks({ reports: false }));
  return app.synth().stacks;
};

/** What the AwsSolutions pack holds against an app; functions are not bundled. */
const findingsOf = (app: App): readonly string[] =>
  checked(app)
    .flatMap(({ messages }) => messages)
    .filter(({ level }) => level !== 'info')
    .map(({ id, entry }) => `${id}: ${String(entry.data).slice(0, 80)}`);

/** Flows that get their content afterwards, and replaced defaults. */
const deployingExamples = (): App => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  new NightAndDay(app, 'Desks', INSTANCE_ARN);
  new OwnDefaults(app, 'Defaults', INSTANCE_ARN);
  return app;
};

interface Suppression {
  readonly id: string;
  readonly reason?: string;
}

const suppressionsIn = (app: App): readonly Suppression[] =>
  checked(app).flatMap(({ template }) =>
    Object.values((template as Template).Resources).flatMap(
      ({ Metadata }) =>
        (Metadata?.cdk_nag as { readonly rules_to_suppress: readonly Suppression[] } | undefined)?.rules_to_suppress ??
        [],
    ),
  );

describe('The AwsSolutions pack of cdk-nag', () => {
  test.each(CONFIGURATION_NAMES)('holds nothing against the example on %s', (name) => {
    expect(findingsOf(exampleFor(name).app)).toEqual([]);
  });

  test('holds nothing against what fills flows and replaces defaults', () => {
    expect(findingsOf(deployingExamples())).toEqual([]);
  });

  test('would say so if there was something', () => {
    const { app, stack } = exampleFor('a new instance');
    new Bucket(stack, 'Bucket');
    expect(findingsOf(app).join()).toContain('AwsSolutions-S1');
  });

  test('is only told to overlook what there is a reason for', () => {
    const apps = [deployingExamples(), ...CONFIGURATION_NAMES.map((name) => exampleFor(name).app)];
    const suppressions = apps.flatMap(suppressionsIn);
    expect(suppressions.map(({ id }) => id)).toContain('AwsSolutions-S1');
    expect(suppressions.filter(({ reason = '' }) => !/^[A-Z].{30,}\.$/.test(reason))).toEqual([]);
  });
});
