import type { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import { Names } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { endingOf, type FlowType, flowThatOnlyEnds, LIMITS, write } from '../../language';
import type { FlowContent } from '../flow-content';
import { associationsFor } from '../function-associations';
import { referencedIn } from '../referenced-in';

/** What a flow gets later when it is created with a stub. */
interface Settings {
  readonly name: string;
  readonly content: string;
  readonly description?: string;
  readonly state?: string;
}

const STUBS = new Map<FlowType, string>();

const stubOf = (type: FlowType): string => {
  const known = STUBS.get(type);
  if (known !== undefined) return known;
  const document = flowThatOnlyEnds(type);
  if (document === undefined) throw new Error(`It is not known what ends a ${type} flow.`);
  const stub = write(document, { indent: 'compact' });
  STUBS.set(type, stub);
  return stub;
};

/**
 * A flow that can be created with a stub. Whatever of it may change later moves from its resource to a custom resource then,
 * since CloudFormation writes the content again, and with it the stub, whenever anything of a flow is updated.
 * Source: the update handler of the public resource provider for AWS::Connect::ContactFlow (2023).
 */
export class StubbedFlow {
  private readonly ownContent: string;
  private moved: Settings | undefined;

  constructor(
    readonly construct: Construct,
    readonly resource: CfnContactFlow,
    private readonly written: FlowContent,
    /** Gets its content later even if nothing asks for it. */
    readonly isAlwaysLate: boolean,
    private readonly type: Exclude<FlowType, 'CAMPAIGN'>,
  ) {
    this.ownContent = resource.content;
  }

  /** A stub that hangs up does more harm than one that ends, and leaves the contact where it is. */
  get hangsUp(): boolean {
    return endingOf(this.type) === 'DisconnectParticipant';
  }

  get isLate(): boolean {
    return this.moved !== undefined;
  }

  /** What the flow gets later. */
  get later(): Settings {
    if (this.moved === undefined) throw new Error(`${this.construct.node.path} gets its content at once.`);
    return this.moved;
  }

  /** Leaves a stub behind, for the time being under no name. */
  stubOut(): void {
    const { name, content, description, state } = this.resource;
    this.moved = { name, content, description, state };
    this.resource.name = '';
    this.resource.content = stubOf(this.type);
    this.resource.description = undefined;
    this.resource.state = undefined;
  }

  /** Gives the stub a name that stays: the flow is called so until it gets its own, with its content. */
  nameStub(): void {
    const longest = LIMITS.flowNameCharacters;
    this.resource.name = Names.uniqueResourceName(this.construct, { maxLength: longest, separator: '-' });
  }

  /** Takes the stub back. By now nothing changes the content any more, so that it need not be looked up each time. */
  fill(): void {
    const { content, ...settings } = this.later;
    Object.assign(this.resource, settings);
    this.resource.content = content === this.ownContent ? this.written.property : content;
    this.moved = undefined;
  }

  /** The functions' associations that its content waits for. */
  associations(): readonly IConstruct[] {
    return associationsFor(this.construct, this.written);
  }

  /** What its resource says with a stub in it; less than all of it where nothing else was written into the resource by hand. */
  get left(): unknown {
    const { instanceArn, tags } = this.resource;
    const { rawOverrides = {} } = this.resource as unknown as { readonly rawOverrides?: object };
    return Object.keys(rawOverrides).length === 0 ? [instanceArn, tags.tagValues()] : this.resource._toCloudFormation();
  }

  /** What has to be there before it can have its content. */
  needs(): readonly IConstruct[] {
    const { content, name, description } = this.later;
    // The document says what its text does, and does not have to be taken apart for it.
    const own = content === this.ownContent ? this.written.references : referencedIn(this.resource, content);
    return [...own, ...referencedIn(this.resource, [name, description]), ...this.associations()];
  }
}
