import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { App } from 'aws-cdk-lib/core';
import { ContactCentreStack } from '../../examples/contact-centre/contact-centre-stack';
import type { Json } from '../../lib/language';
import type { Template } from '../../lib/simulate';
import { resolverFor } from '../../lib/simulate/template/intrinsics';
import { describeWithReference, REFERENCE_FOLDER } from './reference';

const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false });
const validators = new Map<string, ValidateFunction>();

/** The registry schema of a type; what deployment reads from the service only is no part of a template. */
const validatorOf = (type: string): ValidateFunction => {
  const known = validators.get(type);
  if (known) return known;
  const file = join(REFERENCE_FOLDER, 'cfn-schemas', `${type.replaceAll('::', '_')}.json`);
  const made = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  validators.set(type, made);
  return made;
};

const synthesised = (instanceArn?: string): Template => {
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } });
  const stack = new ContactCentreStack(app, 'ContactCentre', { instanceArn });
  return app.synth().getStackArtifact(stack.artifactId).template;
};

const INSTANCE = 'arn:aws:connect:eu-central-1:111122223333:instance/5e0c0000-aaaa-4bbb-8ccc-000000000001';

const faultsOf = (template: Template, id: string): readonly string[] => {
  const resource = template.Resources[id];
  const scope = {
    name: 'ContactCentre',
    template,
    names: { instanceArn: INSTANCE, region: 'eu-central-1' },
    imported: () => undefined,
  };
  const validate = validatorOf(resource?.Type ?? '');
  const properties = resolverFor(scope).value((resource?.Properties ?? {}) as Json);
  return validate(properties)
    ? []
    : (validate.errors ?? []).map((error) => `${id}${error.instancePath} ${error.message}`);
};

const connectResources = (template: Template): readonly string[] =>
  Object.keys(template.Resources).filter((id) => template.Resources[id]?.Type.startsWith('AWS::Connect::'));

describeWithReference("The example's template meets CloudFormation's own schemas", () => {
  test.each([
    ['a new instance', undefined],
    ['an existing instance', INSTANCE],
  ])('on %s', (_where, instanceArn) => {
    const template = synthesised(instanceArn);
    const ids = connectResources(template);
    expect(ids.length).toBeGreaterThan(25);
    expect(ids.flatMap((id) => faultsOf(template, id))).toEqual([]);
  });

  test('and a property that does not exist would be noticed', () => {
    const template = synthesised();
    const id =
      connectResources(template).find((each) => template.Resources[each]?.Type === 'AWS::Connect::Queue') ?? '';
    const broken = structuredClone(template);
    Object.assign(broken.Resources[id]?.Properties ?? {}, { Hours: 'always' });
    expect(faultsOf(broken, id)).not.toEqual([]);
  });
});
