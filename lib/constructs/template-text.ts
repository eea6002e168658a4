import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CfnResource, type NestedStack, type Stack } from 'aws-cdk-lib/core';

type Properties = Readonly<Record<string, unknown>>;

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Properties?: Properties } | undefined>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value?: unknown; readonly Export?: { readonly Name?: unknown } }>
  >;
}

/** A value that a stack exports. */
interface Exported {
  readonly stack: Stack;
  readonly value: unknown;
}

const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a deployment fills in, as text: `${Centre/MainLine8A2F.ContactFlowArn}` is the same wherever it is referred to. */
const standIn = (stack: Stack, name: string): string => `\${${stack.node.path.replaceAll(/[^\w/ -]/g, '_')}/${name}}`;

/** Reads the templates of an app, and their values as texts in which a stand-in is left for what a deployment fills in. */
export class TemplateTexts {
  private readonly templates = new Map<Stack, Template | undefined>();
  private exports: ReadonlyMap<string, Exported> | undefined;

  /** @param files the template of each stack that is not nested, by the path of the stack */
  constructor(
    private readonly files: ReadonlyMap<string, string>,
    private readonly stacks: readonly Stack[],
  ) {}

  /** The file of the template of a stack; undefined for a stack that is not synthesised here. */
  fileOf(stack: Stack): string | undefined {
    const parent = stack.nestedStackParent;
    if (parent === undefined) return this.files.get(stack.node.path);
    const file = this.fileOf(parent);
    return file === undefined ? undefined : join(dirname(file), stack.templateFile);
  }

  /** The properties of a resource as they are deployed. */
  propertiesOf(resource: CfnResource): Properties {
    const { stack } = resource;
    return this.templateOf(stack)?.Resources?.[stack.resolve(resource.logicalId)]?.Properties ?? {};
  }

  attributeOf(resource: CfnResource, attribute: string): string {
    return standIn(resource.stack, `${resource.stack.resolve(resource.logicalId)}.${attribute}`);
  }

  /** A value of a template as text. */
  textOf(value: unknown, stack: Stack): string {
    if (!isRecord(value)) return String(value);
    const [name = '', argument] = Object.entries(value)[0] ?? [];
    switch (name) {
      case 'Ref':
        return this.reference(String(argument), stack);
      case 'Fn::GetAtt':
        return this.attribute(Array.isArray(argument) ? argument.join('.') : String(argument), stack);
      case 'Fn::Join':
        return this.joined(argument, stack);
      case 'Fn::Sub':
        return this.substituted(argument, stack);
      case 'Fn::ImportValue':
        return this.exported(this.textOf(argument, stack)) ?? standIn(stack, name);
      default:
        return standIn(stack, name);
    }
  }

  private templateOf(stack: Stack): Template | undefined {
    if (!this.templates.has(stack)) {
      const file = this.fileOf(stack);
      this.templates.set(stack, file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8')));
    }
    return this.templates.get(stack);
  }

  private joined(argument: unknown, stack: Stack): string {
    const [separator, parts] = Array.isArray(argument) ? argument : [];
    return Array.isArray(parts)
      ? parts.map((part) => this.textOf(part, stack)).join(String(separator))
      : standIn(stack, 'Fn::Join');
  }

  private substituted(argument: unknown, stack: Stack): string {
    const [text, values] = Array.isArray(argument) ? argument : [argument, {}];
    return String(text).replace(/\$\{(!?)([^}]+)\}/g, (whole, literal: string, name: string) => {
      if (literal !== '') return whole.replace('!', '');
      if (isRecord(values) && Object.hasOwn(values, name)) return this.textOf(values[name], stack);
      return name.includes('.') ? this.attribute(name, stack) : this.reference(name, stack);
    });
  }

  private reference(name: string, stack: Stack): string {
    const known = { 'AWS::AccountId': stack.account, 'AWS::Region': stack.region }[name];
    if (known !== undefined && /^[\w-]+$/.test(known)) return known;
    const given = this.parametersOf(stack)[name];
    // Only a nested stack has a parent that gives its parameters.
    return given === undefined ? standIn(stack, name) : this.textOf(given, stack.nestedStackParent ?? stack);
  }

  private parametersOf({ nestedStackResource: resource }: Stack): Properties {
    const parameters = CfnResource.isCfnResource(resource) ? this.propertiesOf(resource).Parameters : undefined;
    return isRecord(parameters) ? parameters : {};
  }

  /** An attribute of a nested stack is a value of its own template. */
  private attribute(name: string, stack: Stack): string {
    const [, resource, output] = /^([^.]+)\.Outputs\.(.+)$/.exec(name) ?? [];
    const nested = output === undefined ? undefined : this.stacks.find((each) => isNestedAs(each, stack, resource));
    const value = nested && this.templateOf(nested)?.Outputs?.[output ?? '']?.Value;
    return nested === undefined || value === undefined ? standIn(stack, name) : this.textOf(value, nested);
  }

  private exported(name: string): string | undefined {
    this.exports ??= new Map(this.stacks.flatMap((stack) => this.exportsOf(stack)));
    const found = this.exports.get(name);
    return found && this.textOf(found.value, found.stack);
  }

  /** Values are read when they are asked for: an export may pass on an import. */
  private exportsOf(stack: Stack): readonly (readonly [name: string, exported: Exported])[] {
    const outputs = Object.values(this.templateOf(stack)?.Outputs ?? {});
    return outputs.flatMap(({ Export, Value: value }) =>
      Export?.Name === undefined ? [] : [[this.textOf(Export.Name, stack), { stack, value }] as const],
    );
  }
}

const isNestedAs = (nested: Stack | NestedStack, parent: Stack, resource: string | undefined): boolean =>
  nested.nestedStackParent === parent &&
  CfnResource.isCfnResource(nested.nestedStackResource) &&
  parent.resolve(nested.nestedStackResource.logicalId) === resource;
