import type { FlowType } from '../language/flow-type';
import type { Reference } from './reference';

/**
 * Handles: how a flow names what it uses. A handle is any object that has the ARN, so a construct, an imported resource
 * and a literal in a test all do; a plain string is an ARN, an id or a JSONPath. Objects are recorded in `Flow.uses`.
 */
export interface Queue {
  readonly queueArn: string;
  /** Shown in the designer and in identifiers. */
  readonly queueName?: string;
}
export type QueueRef = Queue | Reference<string> | string;

/** An agent whose own queue or availability is meant. */
export interface Agent {
  readonly userArn: string;
  readonly userName?: string;
}
export type AgentRef = Agent | Reference<string> | string;

export interface FlowHandle<T extends FlowType = FlowType> {
  readonly contactFlowArn: string;
  readonly flowName?: string;
  /** When it is known, a hook refuses a flow of another type. */
  readonly flowType?: T;
}
export type FlowRef<T extends FlowType = FlowType> = FlowHandle<T> | Reference<string> | string;

export interface Module {
  readonly contactFlowModuleArn: string;
  readonly moduleName?: string;
}
export type ModuleRef = Module | Reference<string> | string;

export interface Hours {
  readonly hoursOfOperationArn: string;
  readonly hoursName?: string;
}
export type HoursRef = Hours | Reference<string> | string;

export interface PromptHandle {
  readonly promptArn: string;
  readonly promptName?: string;
}
export type PromptRef = PromptHandle | Reference<string> | string;

export interface Bot {
  readonly botAliasArn: string;
  readonly botName?: string;
}
export type BotRef = Bot | Reference<string> | string;

export interface View {
  readonly viewArn: string;
  readonly viewName?: string;
}
export type ViewRef = View | Reference<string> | string;

export interface PhoneNumber {
  readonly phoneNumberArn: string;
  readonly phoneNumber?: string;
}
export type PhoneNumberRef = PhoneNumber | Reference<string> | string;

/** A Connect assistant (once Amazon Q in Connect, or Wisdom). */
export interface Assistant {
  readonly assistantArn: string;
  readonly assistantName?: string;
}
export type AssistantRef = Assistant | Reference<string> | string;

export interface DataTable {
  readonly dataTableArn: string;
  readonly dataTableName?: string;
}
export type DataTableRef = DataTable | Reference<string> | string;

/** A handle of any kind, reduced to what the wire and the designer need. */
export interface Handle {
  readonly arn: string;
  readonly name?: string;
  /** The object that was given, for `Flow.uses`. */
  readonly handle?: object;
}

/** Reads a handle by the keys of its kind, e.g. `read(queue, 'queueArn', 'queueName')`. */
export const read = <A extends string, N extends string>(
  given: ({ readonly [K in A]: string } & { readonly [K in N]?: string }) | Reference<string> | string,
  arnKey: A,
  nameKey: N,
): Handle => {
  if (typeof given === 'string') return { arn: given };
  if (!(arnKey in given)) return { arn: String(given) };
  const handle = given as { readonly [K in A]: string } & { readonly [K in N]?: string };
  return { arn: handle[arnKey], name: handle[nameKey], handle };
};

export const readQueue = (queue: QueueRef): Handle => read(queue, 'queueArn', 'queueName');
export const readAgent = (agent: AgentRef): Handle => read(agent, 'userArn', 'userName');
export const readFlow = (flow: FlowRef): Handle => read(flow, 'contactFlowArn', 'flowName');
export const readModule = (module: ModuleRef): Handle => read(module, 'contactFlowModuleArn', 'moduleName');
export const readHours = (hours: HoursRef): Handle => read(hours, 'hoursOfOperationArn', 'hoursName');
export const readPrompt = (prompt: PromptRef): Handle => read(prompt, 'promptArn', 'promptName');
export const readBot = (bot: BotRef): Handle => read(bot, 'botAliasArn', 'botName');
export const readView = (view: ViewRef): Handle => read(view, 'viewArn', 'viewName');
export const readPhoneNumber = (number: PhoneNumberRef): Handle => read(number, 'phoneNumberArn', 'phoneNumber');
export const readAssistant = (assistant: AssistantRef): Handle => read(assistant, 'assistantArn', 'assistantName');
export const readDataTable = (table: DataTableRef): Handle => read(table, 'dataTableArn', 'dataTableName');
