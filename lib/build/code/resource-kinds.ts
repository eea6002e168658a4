import type { ResourceKind } from './code';

interface KindFacts {
  /** The type of a binding. */
  readonly type: string;
  readonly word: string;
  readonly arnKey?: string;
  readonly nameKey: string;
}

/** How a script names each kind of thing. */
export const RESOURCE_KINDS: Readonly<Record<ResourceKind, KindFacts>> = {
  queue: { type: 'QueueRef', word: 'queue', arnKey: 'queueArn', nameKey: 'queueName' },
  agent: { type: 'AgentRef', word: 'agent', arnKey: 'userArn', nameKey: 'userName' },
  flow: { type: 'FlowRef', word: 'flow', arnKey: 'contactFlowArn', nameKey: 'flowName' },
  module: { type: 'ModuleRef', word: 'module', arnKey: 'contactFlowModuleArn', nameKey: 'moduleName' },
  hours: { type: 'HoursRef', word: 'hours', arnKey: 'hoursOfOperationArn', nameKey: 'hoursName' },
  prompt: { type: 'PromptRef', word: 'prompt', arnKey: 'promptArn', nameKey: 'promptName' },
  function: { type: 'FunctionRef', word: 'function', arnKey: 'functionArn', nameKey: 'functionName' },
  bot: { type: 'BotRef', word: 'bot', arnKey: 'botAliasArn', nameKey: 'botName' },
  view: { type: 'ViewRef', word: 'view', arnKey: 'viewArn', nameKey: 'viewName' },
  text: { type: 'string', word: 'value', nameKey: '' },
};
