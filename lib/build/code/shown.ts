import type { FlowDocument, Json, JsonObject } from '../../language/document';
import { objectOf, textOf } from './phrase';

const under = (value: Json | undefined, key: string): Json | undefined => {
  const object = objectOf(value);
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
};

/** Where older exports keep a name that newer ones keep beside the parameter. */
const ELSEWHERE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  QueueId: [['queue', 'text']],
  ContactFlowId: [
    ['contactFlow', 'text'],
    ['ContactFlow', 'text'],
  ],
  EventHooks: [['contactFlow', 'text']],
  HoursOfOperationId: [['Hours', 'text']],
  FlowModuleId: [['contactFlowModuleName']],
  PromptId: [['promptName']],
  botName: [['lexV2BotName']],
};

const hookName = (parameters: Json | undefined): Json | undefined => {
  const [hook] = Object.values(objectOf(under(parameters, 'EventHooks')) ?? {});
  return under(hook, 'displayName');
};

const candidates = (metadata: JsonObject, parameter: string): readonly (Json | undefined)[] => [
  under(under(metadata.parameters, parameter), 'displayName'),
  ...(parameter === 'EventHooks' ? [hookName(metadata.parameters)] : []),
  ...(ELSEWHERE[parameter] ?? []).map((path) => path.reduce<Json | undefined>(under, metadata)),
];

const LONGEST = 127;

/** What the designer shows for a parameter of an action: the name of a queue, a flow, a function. */
export const shownNames = (document: FlowDocument) => {
  const all = under(document.Metadata, 'ActionMetadata');
  return (identifier: string, parameter: string): string | undefined => {
    const metadata = objectOf(under(all, identifier));
    if (metadata === undefined) return undefined;
    const names = candidates(metadata, parameter).map(textOf);
    return names.find((name) => name !== undefined && name.trim() !== '' && name.length <= LONGEST);
  };
};
