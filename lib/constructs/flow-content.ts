import { Token } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import type { Flow } from '../build';
import { type FlowDocument, type FlowScope, read } from '../language';
import { type DocumentText, documentText } from './document-text';
import { referencedIn } from './referenced-in';
import { callingLine, readablePlace } from './source-line';

/**
 * What is there, or a function that gives it: then it may name flows that are made after this one, or the flow itself. The
 * function is called once, when the stacks are put together; it makes no constructs.
 */
export type NowOrLater<V, Itself> = V | ((itself: Itself) => V);

/** A flow written with the builder, or a document in the Flow language. */
export type FlowContentProps<T extends FlowScope, Itself = object> =
  | {
      /** A flow written with the builder; its type must be that of the construct. */
      readonly flow: NowOrLater<Flow<T>, Itself>;
      readonly content?: never;
    }
  | {
      /** A document in the Flow language, as an object or as text, e.g. an export of a flow. */
      readonly content: NowOrLater<FlowDocument | string, Itself>;
      readonly flow?: never;
    };

/** Something that is put into a flow before it is shipped. */
interface Amendment {
  /** What it uses, for the flow to wait for. */
  readonly uses: Iterable<object>;
  apply(document: FlowDocument): FlowDocument;
}

/** What a flow construct ships. */
export interface FlowContent {
  /** False where a function writes it, so that nothing of it is known before the stacks are put together. */
  readonly isWritten: boolean;
  /** The name that it was written with; undefined for documents. */
  readonly name: string | undefined;
  readonly description: string | undefined;
  /** As it was written, without amendments; undefined for text that only the deployment knows. */
  readonly own: FlowDocument | undefined;
  /** As it is shipped; undefined for text that only the deployment knows. */
  readonly document: FlowDocument | undefined;
  /** JSON, in which references to other resources are tokens. */
  readonly text: string;
  /** The value of the Content property: the same, in the form that the CDK resolves soonest. */
  readonly property: string;
  /** What the builder was given: queues, functions, flows … */
  readonly uses: ReadonlySet<object>;
  /** The constructs that it refers to. */
  readonly references: ReadonlySet<IConstruct>;
  /** Where an action was written, or else the construct. */
  lineOf(action: string | undefined): string | undefined;
  amend(amendment: Amendment): void;
}

/** What was given, read. */
interface Written {
  readonly name?: string;
  readonly description?: string;
  readonly uses: ReadonlySet<object>;
  readonly document: FlowDocument | undefined;
  /** Text that only the deployment knows. */
  readonly unknown?: string;
  readonly sources?: ReadonlyMap<string, string>;
}

const readOr = (scope: Construct, text: string): FlowDocument | undefined => {
  try {
    return read(text, `The content of ${scope.node.path}`);
  } catch (error) {
    if (Token.isUnresolved(text)) return undefined;
    throw error;
  }
};

const isFlow = (given: Flow | FlowDocument): given is Flow => 'document' in given;

const writtenFrom = (scope: Construct, given: Flow | FlowDocument | string): Written => {
  if (typeof given === 'string') {
    const document = readOr(scope, given);
    return { uses: new Set(), document, unknown: given };
  }
  return isFlow(given) ? given : { uses: new Set(), document: given };
};

interface Shipped extends DocumentText {
  readonly document: FlowDocument | undefined;
}

class Content implements FlowContent {
  private readonly amendments: Amendment[] = [];
  private whole: Written | undefined;
  private shipped: Shipped | undefined;

  constructor(
    private readonly scope: Construct,
    private readonly writing: Written | (() => Written),
    private readonly line: () => string | undefined,
  ) {
    if (typeof writing !== 'function') this.whole = writing;
  }

  get isWritten(): boolean {
    return typeof this.writing !== 'function';
  }

  get name(): string | undefined {
    return this.written.name;
  }

  get description(): string | undefined {
    return this.written.description;
  }

  get own(): FlowDocument | undefined {
    return this.written.document;
  }

  get document(): FlowDocument | undefined {
    return this.ship().document;
  }

  get text(): string {
    return this.ship().text;
  }

  get property(): string {
    return this.ship().property;
  }

  get uses(): ReadonlySet<object> {
    return new Set([...this.written.uses, ...this.amendments.flatMap(({ uses }) => [...uses])]);
  }

  get references(): ReadonlySet<IConstruct> {
    return this.ship().references;
  }

  readonly lineOf = (action = ''): string | undefined => {
    const place = this.written.sources?.get(action);
    return place === undefined ? this.line() : readablePlace(place);
  };

  amend(amendment: Amendment): void {
    this.amendments.push(amendment);
    this.shipped = undefined;
  }

  private get written(): Written {
    this.whole ??= typeof this.writing === 'function' ? this.writing() : this.writing;
    return this.whole;
  }

  private ship(): Shipped {
    this.shipped ??= this.assemble(this.written);
    return this.shipped;
  }

  private assemble({ document: own, unknown = '' }: Written): Shipped {
    if (own === undefined) {
      return { document: own, text: unknown, property: unknown, references: referencedIn(this.scope, unknown) };
    }
    const document = this.amendments.reduce((sofar, amendment) => amendment.apply(sofar), own);
    return { document, ...documentText(this.scope, document) };
  }
}

/** What can be given as a flow. */
export type GivenFlow<T extends FlowScope> = Flow<T> | FlowDocument | string;

/** Reads what was given as a flow; text that is no flow is refused at once. */
export const contentFrom = <T extends FlowScope, Itself>(
  scope: Construct,
  itself: Itself,
  given: NowOrLater<GivenFlow<T>, Itself>,
): FlowContent => {
  const line = callingLine();
  if (typeof given === 'function') {
    return new Content(scope, () => writtenFrom(scope, given(itself)), line);
  }
  const written = writtenFrom(scope, given);
  // A flow is built when it is first looked at: here, so that what is wrong in it is said where it is made.
  void written.document;
  return new Content(scope, written, line);
};

/** The content of a flow construct. */
export const contentOf = <T extends FlowScope, Itself>(
  scope: Construct & Itself,
  { flow, content }: FlowContentProps<T, Itself>,
): FlowContent => contentFrom<T, Itself>(scope, scope, flow ?? content ?? '');
