import type { Json, JsonObject, WireAction } from '../../language';
import type { World, WorldFlow } from '../../simulate';
import { mostLike, type Spoken, sayingOf, words } from '../spoken';
import { flowsOf } from './flows';

/** An action of a flow that says something. */
export interface Saying {
  readonly flow: WorldFlow;
  readonly action: WireAction;
  /** As it stands in the flow, references and all. */
  readonly text: string;
}

const spokenIn = ({ Text, SSML, PromptId }: JsonObject, world: World): string | undefined => {
  const text = Text ?? SSML;
  if (typeof text === 'string') return words(text.replace(/<[^>]*>/g, ' '));
  const prompt = world.prompts.find(({ arn }) => arn === PromptId);
  return prompt === undefined ? undefined : `[plays ${prompt.name}]`;
};

const isObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The texts that an action says: its own, or its messages. */
export const textsOf = ({ Parameters = {} }: WireAction, world: World): readonly string[] => {
  const { Messages } = Parameters;
  const parts = Array.isArray(Messages) ? Messages.filter(isObject) : [Parameters];
  return parts.map((part) => spokenIn(part, world)).filter((text) => text !== undefined);
};

const sayingsOf = (world: World): readonly Saying[] =>
  flowsOf(world).flatMap((flow) =>
    flow.document.Actions.flatMap((action) => textsOf(action, world).map((text) => ({ flow, action, text }))),
  );

/** Where the flows of a world say something; where none does, the place that says what is most like it. */
export const whereSaid = (
  world: World,
  spoken: Spoken,
): { readonly exact: boolean; readonly sayings: readonly Saying[] } => {
  const says = sayingOf(spoken);
  const all = sayingsOf(world);
  const exact = all.filter(({ text }) => says(text));
  if (exact.length > 0) return { exact: true, sayings: exact };
  const near = mostLike(spoken, all, ({ text }) => text);
  return { exact: false, sayings: near ? [near] : [] };
};
