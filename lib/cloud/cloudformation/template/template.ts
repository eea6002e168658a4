import type { Json, JsonObject } from '../../../language';
import { AwsError } from '../../aws-error';

export type RetentionPolicy = 'Delete' | 'Retain' | 'RetainExceptOnCreate' | 'Snapshot';

/** A resource as a template declares it. */
export interface ResourceDeclaration {
  readonly logicalId: string;
  readonly type: string;
  readonly properties: JsonObject;
  readonly dependsOn: readonly string[];
  readonly condition: string | undefined;
  readonly deletionPolicy: RetentionPolicy;
  readonly updateReplacePolicy: RetentionPolicy;
  readonly metadata: Json;
}

export interface OutputDeclaration {
  readonly name: string;
  readonly value: Json;
  readonly exportName: Json | undefined;
  readonly description: string | undefined;
  readonly condition: string | undefined;
}

/** A template, read and checked for its form. */
export interface Template {
  readonly text: string;
  readonly description: string | undefined;
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly rules: JsonObject;
  readonly resources: ReadonlyMap<string, ResourceDeclaration>;
  readonly outputs: ReadonlyMap<string, OutputDeclaration>;
}

export const templateError = (message: string): AwsError =>
  new AwsError('ValidationError', `Template format error: ${message}`);

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of an object; undefined for what it only inherits. */
export const member = (object: JsonObject, name: string): Json | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

const SECTIONS = [
  'AWSTemplateFormatVersion',
  'Conditions',
  'Description',
  'Mappings',
  'Metadata',
  'Outputs',
  'Parameters',
  'Resources',
  'Rules',
];

const sectionOf = (template: JsonObject, name: string): JsonObject => {
  const section = member(template, name) ?? {};
  if (isObject(section)) return section;
  throw templateError(`${name} must be an object.`);
};

const refuseUnknownSections = (template: JsonObject): void => {
  if (Object.hasOwn(template, 'Transform')) {
    throw templateError('the embedded cloud carries out no Transform; give a template that needs none.');
  }
  const unknown = Object.keys(template).filter((name) => !SECTIONS.includes(name));
  if (unknown.length > 0) throw templateError(`Invalid template property or properties [${unknown.join(', ')}]`);
};

const ATTRIBUTES = [
  'Type',
  'Properties',
  'DependsOn',
  'Condition',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'Metadata',
];
const POLICIES: readonly string[] = ['Delete', 'Retain', 'RetainExceptOnCreate', 'Snapshot'];

const policyOf = (declaration: JsonObject, name: string, logicalId: string): RetentionPolicy => {
  const policy = member(declaration, name) ?? 'Delete';
  if (typeof policy === 'string' && POLICIES.includes(policy)) return policy as RetentionPolicy;
  throw templateError(`Unrecognized ${name} ${JSON.stringify(policy)} for resource ${logicalId}`);
};

const dependsOnOf = (declaration: JsonObject): readonly string[] => {
  const given = member(declaration, 'DependsOn') ?? [];
  return (Array.isArray(given) ? given : [given]).map(String);
};

const LOGICAL_ID = /^[A-Za-z0-9]+$/;

const resourceOf = (logicalId: string, declaration: Json): ResourceDeclaration => {
  if (!LOGICAL_ID.test(logicalId)) throw templateError(`Resource name ${logicalId} is non alphanumeric.`);
  if (!isObject(declaration) || typeof declaration.Type !== 'string') {
    throw templateError(`[/Resources/${logicalId}] Every Resources object must contain a Type member.`);
  }
  const unknown = Object.keys(declaration).filter((name) => !ATTRIBUTES.includes(name));
  if (unknown.length > 0) throw templateError(`Invalid attribute ${unknown.join(', ')} of resource ${logicalId}.`);
  return {
    logicalId,
    type: declaration.Type,
    properties: sectionOf(declaration, 'Properties'),
    dependsOn: dependsOnOf(declaration),
    condition: typeof declaration.Condition === 'string' ? declaration.Condition : undefined,
    deletionPolicy: policyOf(declaration, 'DeletionPolicy', logicalId),
    updateReplacePolicy: policyOf(declaration, 'UpdateReplacePolicy', logicalId),
    metadata: member(declaration, 'Metadata') ?? null,
  };
};

const outputOf = (name: string, declaration: Json): OutputDeclaration => {
  if (!isObject(declaration) || !Object.hasOwn(declaration, 'Value')) {
    throw templateError(`Output ${name} is malformed. The Value field of every Outputs member must be specified.`);
  }
  const given = member(declaration, 'Export');
  return {
    name,
    value: declaration.Value as Json,
    exportName: isObject(given) ? member(given, 'Name') : undefined,
    description: typeof declaration.Description === 'string' ? declaration.Description : undefined,
    condition: typeof declaration.Condition === 'string' ? declaration.Condition : undefined,
  };
};

/** @throws AwsError with CloudFormation's own words for what is malformed */
export const templateOf = (value: Json, text: string): Template => {
  if (!isObject(value)) throw templateError('unsupported structure.');
  refuseUnknownSections(value);
  const resources = Object.entries(sectionOf(value, 'Resources'));
  if (resources.length === 0) throw templateError('At least one Resources member must be defined.');
  const outputs = Object.entries(sectionOf(value, 'Outputs'));
  return {
    text,
    description: typeof value.Description === 'string' ? value.Description : undefined,
    parameters: sectionOf(value, 'Parameters'),
    mappings: sectionOf(value, 'Mappings'),
    conditions: sectionOf(value, 'Conditions'),
    rules: sectionOf(value, 'Rules'),
    resources: new Map(resources.map(([id, declaration]) => [id, resourceOf(id, declaration)])),
    outputs: new Map(outputs.map(([name, declaration]) => [name, outputOf(name, declaration)])),
  };
};
