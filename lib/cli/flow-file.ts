import { type FlowDocument, type FlowScope, flowTypeOfConsoleName, isFlowType, read } from '../language';
import { readTextFile } from './read-flow-file';

/** A flow in a file, with what the file says about it. */
export interface FlowFile {
  readonly file: string;
  readonly text: string;
  readonly document: FlowDocument;
  /** Null where nothing says it. */
  readonly name: string | null;
  readonly type: FlowScope;
  /** True where nothing says the type, so that it was taken as the most common one. */
  readonly typeIsGuessed: boolean;
  readonly arn?: string;
}

/** What an answer of DescribeContactFlow or DescribeContactFlowModule says beside the document. */
interface Described {
  readonly type?: FlowScope;
  readonly name?: unknown;
  readonly arn?: unknown;
}

const scopeOf = (type: unknown): FlowScope | undefined =>
  flowTypeOfConsoleName(type) ?? (isFlowType(type) || type === 'MODULE' ? type : undefined);

const describedBy = (text: string): Described => {
  // Most files hold the bare document, which need not be parsed twice.
  if (!/"ContactFlow(?:Module)?"\s*:/.test(text)) return {};
  try {
    const { ContactFlow: flow, ContactFlowModule: module } = JSON.parse(text.replace(/^\ufeff/, ''));
    if (flow) return { type: scopeOf(flow.Type), name: flow.Name, arn: flow.Arn };
    return module ? { type: 'MODULE', name: module.Name, arn: module.Arn } : {};
  } catch {
    return {};
  }
};

const isModule = ({ Actions }: FlowDocument): boolean => Actions.some(({ Type }) => Type === 'EndFlowModuleExecution');

const nameIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The flow in a file. @throws CliError when it cannot be read, FlowReadError when it is no flow */
export const readDescribedFlow = (file: string, given: FlowScope | undefined): FlowFile => {
  const text = readTextFile(file);
  const document = read(text, file);
  const { Metadata: metadata = {} } = document;
  const described = describedBy(text);
  const type = given ?? scopeOf(metadata.type) ?? described.type ?? (isModule(document) ? 'MODULE' : undefined);
  return {
    file,
    text,
    document,
    name: nameIn(described.name) ?? nameIn(metadata.name),
    type: type ?? 'CONTACT_FLOW',
    typeIsGuessed: type === undefined,
    arn: nameIn(described.arn) ?? undefined,
  };
};
