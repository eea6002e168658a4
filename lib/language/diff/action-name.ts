import { parameterAt } from '../action-form';
import type { JsonObject, WireAction } from '../document';
import { isObject } from '../foreign-document';
import type { NamedAction } from './flow-diff';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
const LONGEST_NAME = 40;

/** Parameters that tell readers which of many actions this is. */
const TELLING = [
  'Text',
  'SSML',
  'ComparisonValue',
  'LambdaFunctionARN',
  'QueueId',
  'AgentId',
  'ContactFlowId',
  'FlowModuleId',
  'PromptId',
  'LexBot.Name',
  'MetricType',
  'TextToSpeechVoice',
] as const;

const withoutMarkup = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The last part of an ARN names the resource; what stands before it is the same everywhere. */
const lastPart = (text: string): string => (text.startsWith('arn:') ? (text.split(/[:/]/).at(-1) ?? text) : text);

const shorten = (text: string): string => {
  const characters = [...text.slice(0, LONGEST_NAME * 2)];
  if (characters.length <= LONGEST_NAME && text.length <= LONGEST_NAME * 2) return text;
  return `${characters.slice(0, LONGEST_NAME - 1).join('')}…`;
};

/** Scripts of any length stand in hostile files; a name needs their beginning only. */
const BEGINNING = 400;

/** Parameters whose keys tell it. */
const TELLING_KEYS = ['Attributes', 'FlowAttributes', 'EventHooks', 'Tags'] as const;
const MOST_KEYS = 3;

const keysOf = (Parameters: JsonObject): string | undefined => {
  const maps = TELLING_KEYS.map((name) => parameterAt(Parameters, name)).filter(isObject);
  const keys = maps.flatMap((map) => Object.keys(map));
  return keys.length === 0 ? undefined : keys.slice(0, MOST_KEYS).join(', ');
};

const telling = ({ Parameters = {} }: WireAction): string | undefined => {
  for (const path of TELLING) {
    const value = parameterAt(Parameters, path);
    const text = typeof value === 'string' ? withoutMarkup(lastPart(value.slice(0, BEGINNING))) : '';
    if (text !== '' && !UUID.test(text)) return text;
  }
  return keysOf(Parameters);
};

/** A UUID for people: enough of it to find the action. */
export const shortIdentifier = (identifier: string): string | undefined =>
  UUID.test(identifier) ? identifier.slice(0, 8) : undefined;

const nameOf = (action: WireAction): string => {
  const short = shortIdentifier(action.Identifier);
  if (short === undefined) return action.Identifier;
  const said = telling(action);
  return said === undefined ? `${action.Type} ${short}` : shorten(said);
};

export const named = (action: WireAction): NamedAction => ({
  identifier: action.Identifier,
  type: action.Type,
  name: nameOf(action),
});
