import type { CfnContactFlow } from 'aws-cdk-lib/aws-connect';
import { Names, Token } from 'aws-cdk-lib/core';
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

function* textsWithTokens(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (Token.isUnresolved(value)) yield value;
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const part of Object.values(value)) yield* textsWithTokens(part);
}

/**
 * A flow that can be created with a stub. Whatever of it may change later moves from its resource to a custom resource then,
 * since CloudFormation writes the content again, and with it the stub, whenever anything of a flow is updated.
 * Source: the update handler of the public resource provider for AWS::Connect::ContactFlow (2023).
 */
export class StubbedFlow {
  /** The content is that of a stub. */
  readonly stub: string;
  /** A stub that hangs up does more harm than one that ends, and leaves the contact where it is. */
  readonly hangsUp: boolean;
  private readonly ownContent: string;
  private moved: Settings | undefined;

  constructor(
    readonly construct: Construct,
    readonly resource: CfnContactFlow,
    private readonly written: FlowContent,
    /** Gets its content later even if nothing asks for it. */
    readonly isAlwaysLate: boolean,
    type: Exclude<FlowType, 'CAMPAIGN'>,
  ) {
    const document = flowThatOnlyEnds(type);
    if (document === undefined) throw new Error(`It is not known what ends a ${type} flow.`);
    this.stub = write(document, { indent: 'compact' });
    this.hangsUp = endingOf(type) === 'DisconnectParticipant';
    this.ownContent = resource.content;
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
    this.resource.content = this.stub;
    this.resource.description = undefined;
    this.resource.state = undefined;
  }

  /** Gives the stub a name that stays: the flow is called so until it gets its own, with its content. */
  nameStub(): void {
    const longest = LIMITS.flowNameCharacters;
    this.resource.name = Names.uniqueResourceName(this.construct, { maxLength: longest, separator: '-' });
  }

  /** Takes the stub back. */
  fill(): void {
    Object.assign(this.resource, this.later);
    this.moved = undefined;
  }

  /** The functions' associations that its content waits for. */
  associations(): readonly IConstruct[] {
    return associationsFor(this.construct, this.written);
  }

  /** What has to be there before it can have its content. */
  *needs(known: Map<string, ReadonlySet<IConstruct>>): Generator<IConstruct> {
    const { content, name, description } = this.later;
    // The document says what the text does, and does not have to be taken apart for it.
    const own = content === this.ownContent ? (this.written.document ?? content) : content;
    for (const text of textsWithTokens([own, name, description])) {
      const found = known.get(text) ?? referencedIn(this.resource, text);
      known.set(text, found);
      yield* found;
    }
    yield* this.associations();
  }
}
