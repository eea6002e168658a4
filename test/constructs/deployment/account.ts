import type { FlowType } from '../../../lib/language';
import { ConnectInMemory } from '../../lambda/connect-resources/connect-in-memory';
import { type Cloud, invoke, StillTime } from '../../lambda/connect-resources/provider';
import { S3InMemory } from '../../lambda/connect-resources/s3-in-memory';

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
}

export interface Template {
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>>;
}

type Properties = Readonly<Record<string, unknown>>;

interface Deployed {
  readonly type: string;
  readonly physicalId: string;
  readonly properties: Properties;
  readonly attributes: Properties;
}

interface Stack {
  template: Template;
  readonly resources: Map<string, Deployed>;
  /** In the order in which they were made. */
  readonly order: string[];
}

const FLOW = 'AWS::Connect::ContactFlow';

const isRecord = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The logical ids that a value refers to. */
function* referred(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* referred(each);
  if (!isRecord(value)) return;
  const { Ref: ref, 'Fn::GetAtt': attribute } = value;
  if (typeof ref === 'string') yield ref;
  else if (Array.isArray(attribute)) yield String(attribute[0]);
  else for (const each of Object.values(value)) yield* referred(each);
}

const needsOf = ({ Resources = {} }: Template, id: string): readonly string[] => {
  const { Properties: properties, DependsOn: dependsOn = [] } = Resources[id] ?? { Type: '' };
  return [...new Set([...referred(properties), ...[dependsOn].flat()])].filter((each) =>
    Object.hasOwn(Resources, each),
  );
};

/** The resources of a template, each after what it refers to. */
export const orderOf = (template: Template): readonly string[] => {
  const done: string[] = [];
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) throw new Error(`Circular dependency between resources: ${[...path, id].join(' → ')}`);
    if (done.includes(id)) return;
    for (const need of needsOf(template, id)) visit(need, [...path, id]);
    done.push(id);
  };
  for (const id of Object.keys(template.Resources ?? {})) visit(id, []);
  return done;
};

/** An account that deploys templates as CloudFormation does: in order, with rollback, and cleaning up last. */
export class Account implements Cloud {
  readonly connect: ConnectInMemory;
  readonly s3 = new S3InMemory();
  readonly time = new StillTime();
  readonly stacks = new Map<string, Stack>();
  /** Called before a resource is made or updated; what it throws is why that fails. */
  refuse: (id: string) => void = () => undefined;
  /** What failed while it was made or changed: CloudFormation takes that back as well. */
  private readonly unfinished = new Map<string, Deployed>();
  private made = 0;

  constructor(instanceArn: string) {
    this.connect = new ConnectInMemory(instanceArn);
  }

  /** Creates or updates a stack. @throws where that fails, once everything is as it was before */
  async deploy(name: string, template: Template): Promise<void> {
    const stack = this.stacks.get(name) ?? { template: {}, resources: new Map(), order: [] };
    const before = { template: stack.template, resources: new Map(stack.resources), order: [...stack.order] };
    this.stacks.set(name, stack);
    this.unfinished.clear();
    const touched: string[] = [];
    try {
      await this.bring(name, template, touched);
    } catch (error) {
      await this.rollBack(name, before, touched);
      throw error;
    }
    await this.cleanUp(name, before.resources);
  }

  async destroy(name: string): Promise<void> {
    const stack = this.stacks.get(name);
    for (const id of [...(stack?.order ?? [])].reverse()) await this.remove(name, id, stack?.resources.get(id));
    this.stacks.delete(name);
  }

  resource(stack: string, id: string): Deployed | undefined {
    return this.stacks.get(stack)?.resources.get(id);
  }

  private async bring(name: string, template: Template, touched: string[]): Promise<void> {
    const stack = this.stacks.get(name) as Stack;
    stack.template = template;
    for (const id of orderOf(template)) {
      const { Type: type, Properties: given } = (template.Resources as Record<string, TemplateResource>)[
        id
      ] as TemplateResource;
      const properties = this.resolve(given ?? {}, name) as Properties;
      const known = stack.resources.get(id);
      if (known !== undefined && JSON.stringify(known.properties) === JSON.stringify(properties)) continue;
      touched.push(id);
      this.refuse(id);
      const deployed = await this.put(name, id, type, properties, known);
      stack.resources.set(id, deployed);
      if (known === undefined) stack.order.push(id);
    }
  }

  /** What was touched goes back in the same order; what was new is deleted, the newest first. */
  private async rollBack(name: string, before: Stack, touched: readonly string[]): Promise<void> {
    const stack = this.stacks.get(name) as Stack;
    const failed = new Map(stack.resources);
    this.refuse = () => undefined;
    stack.template = before.template;
    for (const id of touched) {
      const old = before.resources.get(id);
      if (old === undefined) continue;
      const now = this.unfinished.get(id) ?? (failed.get(id) as Deployed);
      stack.resources.set(id, await this.put(name, id, old.type, old.properties, now));
    }
    for (const id of [...touched].reverse()) {
      if (!before.resources.has(id)) await this.remove(name, id, failed.get(id) ?? this.unfinished.get(id));
    }
    for (const [id, now] of failed) {
      const old = before.resources.get(id);
      if (old !== undefined && old.physicalId !== now.physicalId) await this.remove(name, id, now);
    }
    stack.resources.clear();
    for (const [id, old] of before.resources) stack.resources.set(id, old);
    stack.order.splice(0, stack.order.length, ...before.order);
    if (before.order.length === 0) this.stacks.delete(name);
  }

  private async cleanUp(name: string, before: ReadonlyMap<string, Deployed>): Promise<void> {
    const stack = this.stacks.get(name) as Stack;
    for (const id of [...stack.order].reverse()) {
      const old = before.get(id);
      const isGone = !Object.hasOwn(stack.template.Resources ?? {}, id);
      if (isGone) {
        await this.remove(name, id, stack.resources.get(id));
        stack.resources.delete(id);
        stack.order.splice(stack.order.indexOf(id), 1);
      } else if (old !== undefined && old.physicalId !== stack.resources.get(id)?.physicalId) {
        await this.remove(name, id, old);
      }
    }
  }

  private async put(
    stack: string,
    id: string,
    type: string,
    properties: Properties,
    known: Deployed | undefined,
  ): Promise<Deployed> {
    if (type === FLOW) return this.putFlow(properties, known);
    if (type.startsWith('Custom::')) return this.putCustom(stack, id, type, properties, known);
    this.made += known === undefined ? 1 : 0;
    const physicalId = known?.physicalId ?? `${type}/${id}/${this.made}`;
    return { type, physicalId, properties, attributes: {} };
  }

  /** The content of a flow is written with every update of it, as the public resource provider does. */
  private putFlow(properties: Properties, known: Deployed | undefined): Deployed {
    const { Name, Type, Content, Description, State } = properties as Readonly<Record<string, string>>;
    const isSame = known !== undefined && known.properties.Type === Type;
    const arn = isSame ? known.physicalId : this.connect.create(Name ?? '', Type as FlowType, Content ?? '').arn;
    const live = this.connect.flow(arn);
    this.connect.rename(live, Name ?? '');
    live.description = Description ?? live.description;
    live.state = State ?? 'ACTIVE';
    this.connect.write(live, Content ?? '');
    return { type: FLOW, physicalId: arn, properties, attributes: { ContactFlowArn: arn } };
  }

  private async putCustom(
    stack: string,
    id: string,
    type: string,
    properties: Properties,
    known: Deployed | undefined,
  ): Promise<Deployed> {
    const answer = await this.ask(stack, id, type, known === undefined ? 'Create' : 'Update', properties, known);
    const deployed = { type, physicalId: answer.PhysicalResourceId, properties, attributes: answer.Data ?? {} };
    if (answer.Status === 'SUCCESS') return deployed;
    this.unfinished.set(id, deployed);
    throw new Error(`${id}: ${answer.Reason}`);
  }

  private async ask(
    stack: string,
    id: string,
    type: string,
    RequestType: 'Create' | 'Update' | 'Delete',
    properties: Properties,
    known?: Deployed,
  ) {
    this.made += 1;
    const { answer } = await invoke(
      this,
      {
        RequestType,
        RequestId: `r${this.made}`,
        StackId: `arn:aws:cloudformation:eu-central-1:111122223333:stack/${stack}/guid-of-${stack}`,
        LogicalResourceId: id,
        ResourceType: type,
        ...(known && { PhysicalResourceId: known.physicalId }),
        ResourceProperties: properties,
        ...(RequestType === 'Update' && { OldResourceProperties: known?.properties }),
      },
      this.time,
    );
    return answer;
  }

  private async remove(stack: string, id: string, deployed: Deployed | undefined): Promise<void> {
    if (deployed === undefined) return;
    const { type, physicalId, properties } = deployed;
    if (type === FLOW) this.connect.delete(physicalId);
    if (!type.startsWith('Custom::')) return;
    const answer = await this.ask(stack, id, type, 'Delete', properties, deployed);
    if (answer.Status === 'FAILED') throw new Error(`${id} cannot be deleted: ${answer.Reason}`);
  }

  private resolve(value: unknown, stack: string): unknown {
    if (Array.isArray(value)) return value.map((each) => this.resolve(each, stack));
    if (!isRecord(value)) return value;
    const [name = '', argument] = Object.entries(value)[0] ?? [];
    const carried = this.carryOut(name, argument, stack);
    if (carried !== undefined) return carried;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.resolve(each, stack)]));
  }

  private carryOut(name: string, argument: unknown, stack: string): unknown {
    const list = () => (argument as readonly unknown[]).map((each) => this.resolve(each, stack));
    switch (name) {
      case 'Ref':
        return this.resource(stack, String(argument))?.physicalId ?? String(argument);
      case 'Fn::GetAtt': {
        const [id, attribute] = argument as readonly [string, string];
        const found = this.resource(stack, id);
        return found?.attributes[attribute] ?? `${found?.physicalId}.${attribute}`;
      }
      case 'Fn::Join':
        return (list()[1] as readonly string[]).join(String(list()[0]));
      case 'Fn::Split':
        return String(list()[1]).split(String(list()[0]));
      case 'Fn::Select':
        return (list()[1] as readonly string[])[Number(list()[0])];
      case 'Fn::ImportValue':
        return this.imported(String(this.resolve(argument, stack)));
      default:
        return undefined;
    }
  }

  private imported(name: string): unknown {
    for (const [stack, { template }] of this.stacks) {
      const output = Object.values(template.Outputs ?? {}).find(({ Export }) => Export?.Name === name);
      if (output !== undefined) return this.resolve(output.Value, stack);
    }
    throw new Error(`No stack exports ${name}.`);
  }
}
