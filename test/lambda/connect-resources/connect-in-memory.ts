import type { FlowType } from '../../../lib/language';

export interface MemoryFlow {
  readonly arn: string;
  readonly type: FlowType;
  name: string;
  content: string;
  description: string;
  state: string;
}

interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: unknown;
}

const serviceError = (name: string, message: string, more: object = {}): Error =>
  Object.assign(new Error(message), { name, ...more });

const ofInput = ({ input }: Sent) => input as Readonly<Record<string, string>>;

const idOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** Two on a page, so that there is mostly another page. */
const pageOfTwo = (name: string, all: readonly object[], token = '0'): object => {
  const start = Number(token);
  return { [name]: all.slice(start, start + 2), NextToken: start + 2 < all.length ? String(start + 2) : undefined };
};

/** As much of Connect as the custom resources ask for, with names that are unique in an instance. */
export class ConnectInMemory {
  readonly flows = new Map<string, MemoryFlow>();
  /** Numbers of the instance by their ids, with the flows that they are associated with. */
  readonly phoneNumbers = new Map<string, string | undefined>();
  /** The name of each call, in order. */
  readonly calls: string[] = [];
  /** Every content that a flow was given, in order, however it came by it. */
  readonly written: { readonly arn: string; readonly content: string }[] = [];
  /** Called before and after each call has its effect; what it throws is what the caller gets. */
  interfere: (name: string, when: 'before' | 'after') => void = () => undefined;
  private made = 0;

  constructor(readonly instanceArn: string) {}

  create(name: string, type: FlowType, content: string): MemoryFlow {
    this.refuseDuplicate(name);
    this.made += 1;
    const id = `0f1e0000-bbbb-4ccc-8ddd-${String(this.made).padStart(12, '0')}`;
    const flow = {
      arn: `${this.instanceArn}/contact-flow/${id}`,
      type,
      name,
      content,
      description: '',
      state: 'ACTIVE',
    };
    this.flows.set(id, flow);
    return flow;
  }

  delete(arn: string): void {
    if (!this.flows.delete(idOf(arn))) throw serviceError('ResourceNotFoundException', `There is no flow ${arn}.`);
  }

  flow(arn: string): MemoryFlow {
    const flow = this.flows.get(idOf(arn));
    if (flow === undefined) throw serviceError('ResourceNotFoundException', `There is no flow ${arn}.`);
    return flow;
  }

  named(name: string): MemoryFlow | undefined {
    return [...this.flows.values()].find((flow) => flow.name === name);
  }

  rename(flow: MemoryFlow, name: string): void {
    if (flow.name !== name) this.refuseDuplicate(name);
    flow.name = name;
  }

  write(flow: MemoryFlow, content: string): void {
    if (content.includes('REFUSED')) {
      throw serviceError('InvalidContactFlowException', 'Invalid flow.', {
        problems: [{ message: 'Invalid Action type. Type: REFUSED, Path: Actions[0].Type' }, { message: 'Another.' }],
      });
    }
    flow.content = content;
    this.written.push({ arn: flow.arn, content });
  }

  // biome-ignore lint/suspicious/noExplicitAny: the client's `send` is overloaded for four hundred commands.
  readonly send = async (command: any): Promise<any> => {
    const { name } = (command as Sent).constructor;
    this.calls.push(name);
    this.interfere(name, 'before');
    const output = this.carryOut(name, ofInput(command));
    this.interfere(name, 'after');
    return output;
  };

  private refuseDuplicate(name: string): void {
    if (this.named(name) !== undefined) {
      throw serviceError('DuplicateResourceException', `A flow called "${name}" exists already.`);
    }
  }

  private carryOut(name: string, input: Readonly<Record<string, string>>): object {
    switch (name) {
      case 'ListContactFlowsCommand':
        return this.list(input);
      case 'DescribeContactFlowCommand':
        return { ContactFlow: { Content: this.flow(input.ContactFlowId ?? '').content } };
      case 'UpdateContactFlowContentCommand':
        this.write(this.flow(input.ContactFlowId ?? ''), input.Content ?? '');
        return {};
      case 'UpdateContactFlowMetadataCommand': {
        const flow = this.flow(input.ContactFlowId ?? '');
        this.rename(flow, input.Name ?? flow.name);
        flow.description = input.Description ?? flow.description;
        flow.state = input.ContactFlowState ?? flow.state;
        return {};
      }
      case 'ListFlowAssociationsCommand':
        return this.associations(input);
      case 'AssociatePhoneNumberContactFlowCommand':
        this.phoneNumbers.set(this.phoneNumber(input), this.flow(input.ContactFlowId ?? '').arn);
        return {};
      case 'DisassociatePhoneNumberContactFlowCommand':
        this.phoneNumbers.set(this.phoneNumber(input), undefined);
        return {};
      default:
        throw new Error(`This Connect knows no ${name}.`);
    }
  }

  private phoneNumber({ PhoneNumberId = '' }: Readonly<Record<string, string>>): string {
    if (this.phoneNumbers.has(PhoneNumberId)) return PhoneNumberId;
    throw serviceError('ResourceNotFoundException', `There is no phone number ${PhoneNumberId}.`);
  }

  private associations({ NextToken }: Readonly<Record<string, string>>): object {
    const all = [...this.phoneNumbers].flatMap(([ResourceId, FlowId]) =>
      FlowId === undefined ? [] : [{ ResourceId, FlowId, ResourceType: 'VOICE_PHONE_NUMBER' }],
    );
    return pageOfTwo('FlowAssociationSummaryList', all, NextToken);
  }

  private list({ ContactFlowTypes, NextToken }: Readonly<Record<string, string>>): object {
    const all = [...this.flows.values()].filter(({ type }) => (ContactFlowTypes ?? '').includes(type));
    const summaries = all.map(({ arn: Arn, name: Name }) => ({ Arn, Name }));
    return pageOfTwo('ContactFlowSummaryList', summaries, NextToken);
  }
}
