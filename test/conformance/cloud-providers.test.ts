import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerOf, RESOURCE_TYPES } from '../../lib/cloud/cloudformation/providers';
import { describeWithReference, REFERENCE_FOLDER } from './reference';

interface Schema {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly createOnlyProperties?: readonly string[];
  readonly readOnlyProperties?: readonly string[];
}

const schemaOf = (type: string): Schema =>
  JSON.parse(readFileSync(join(REFERENCE_FOLDER, 'cfn-schemas', `${type.replaceAll('::', '_')}.json`), 'utf8'));

const names = (paths: readonly string[] = []): readonly string[] =>
  paths.map((path) => path.replace('/properties/', '')).sort();

const TYPES = RESOURCE_TYPES.filter((type) => type.startsWith('AWS::Connect::'));

describeWithReference('What the embedded cloud knows of the types of Connect agrees with their schemas', () => {
  test.each(TYPES)('%s: what is required', (type) => {
    expect([...(providerOf(type)?.required ?? [])].sort()).toEqual(names(schemaOf(type).required));
  });

  test.each(TYPES)('%s: what needs a replacement, as far as it can be given', (type) => {
    const { required = [], optional = [], createOnly = [] } = providerOf(type) ?? {};
    const given = [...required, ...optional];
    const known = names(schemaOf(type).createOnlyProperties).filter((name) => given.includes(name));
    expect([...createOnly].sort()).toEqual(known);
  });

  test.each(TYPES)('%s: no property and no attribute that the schema does not have', (type) => {
    const { properties, readOnlyProperties } = schemaOf(type);
    const { optional = [], attributes = [] } = providerOf(type) ?? {};
    expect([...optional].filter((name) => !Object.hasOwn(properties, name))).toEqual([]);
    expect([...attributes].filter((name) => !names(readOnlyProperties).includes(name))).toEqual([]);
  });
});
