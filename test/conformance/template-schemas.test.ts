import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import type { Json } from '../../lib/language';
import type { Template } from '../../lib/simulate';
import { resolverFor } from '../../lib/simulate/template/intrinsics';
import {
  CONFIGURATION_NAMES,
  CONFIGURATIONS,
  type ConfigurationName,
  exampleFor,
} from '../examples/example-configurations';
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

const synthesised = (name: ConfigurationName): Template => {
  const { app, stack } = exampleFor(name);
  return app.synth().getStackArtifact(stack.artifactId).template;
};

const faultsOf = (template: Template, id: string): readonly string[] => {
  const resource = template.Resources[id];
  const scope = {
    name: 'ContactCentre',
    template,
    names: { instanceArn: CONFIGURATIONS['an existing instance'].instanceArn, region: 'eu-central-1' },
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
  test.each(CONFIGURATION_NAMES)('on %s', (name) => {
    const template = synthesised(name);
    const ids = connectResources(template);
    expect(ids.length).toBeGreaterThan(25);
    expect(ids.flatMap((id) => faultsOf(template, id))).toEqual([]);
  });

  test('and a property that does not exist would be noticed', () => {
    const template = synthesised('a new instance');
    const id =
      connectResources(template).find((each) => template.Resources[each]?.Type === 'AWS::Connect::Queue') ?? '';
    const broken = structuredClone(template);
    Object.assign(broken.Resources[id]?.Properties ?? {}, { Hours: 'always' });
    expect(faultsOf(broken, id)).not.toEqual([]);
  });
});
