import type { Json, JsonObject } from '../language';
import type { Execution } from './execution';
import { remember } from './remember';

/** Characters spoken in a second; text to speech at its ordinary rate. */
const CHARACTERS_PER_SECOND = 15;
const AUDIO_MILLISECONDS = 3_000;

/** What a message parameter says, as a person would write it down, and how long it takes to say. */
export interface Message {
  readonly text: string;
  readonly milliseconds: number;
  /** Why it cannot be played. */
  readonly problem?: string;
}

const BREAK = /<break\b[^>]*\btime\s*=\s*"(\d+(?:\.\d+)?)(m?s)"[^>]*>/g;

const pausesIn = (markup: string): number => {
  let milliseconds = 0;
  for (const [, amount, unit] of markup.matchAll(BREAK)) milliseconds += Number(amount) * (unit === 's' ? 1000 : 1);
  return milliseconds;
};

/** The console writes SSML into `Text` as well; angle brackets in any other text are just that. */
const isMarkup = (text: string): boolean => /^\s*<speak\b/.test(text);

const spoken = remember((message: string) => spell(message, false));
const marked = remember((message: string) => spell(message, true));

const spell = (message: string, markup: boolean): Message => {
  const words = markup ? message.replace(/<[^>]*>/g, ' ') : message;
  const text = words.replace(/\s+/g, ' ').trim();
  const speech = text === '' ? 0 : Math.max(1_000, Math.round((text.length / CHARACTERS_PER_SECOND) * 1_000));
  const pause = markup ? pausesIn(message) : 0;
  const silence = pause > 0 ? `[${pause / 1_000} s of silence]` : '[an empty message]';
  return { text: text === '' ? silence : `“${text}”`, milliseconds: speech + pause };
};

const audio = (name: string): Message => ({ text: `[plays ${name}]`, milliseconds: AUDIO_MILLISECONDS });

const unplayable = (problem: string): Message => ({ text: '', milliseconds: 0, problem });

const prompt = (execution: Execution, id: string): Message => {
  const found = execution.kernel.world.prompt(id);
  return found ? audio(found.name) : unplayable(id === '' ? 'no prompt is named' : `there is no prompt ${id}`);
};

const media = (execution: Execution, { Uri }: JsonObject): Message => {
  const uri = execution.text(Uri);
  return uri === '' ? unplayable('no audio is named') : audio(uri);
};

const written = (execution: Execution, value: Json): Message => {
  const text = execution.text(value);
  return text.includes('<') && isMarkup(text) ? marked(text) : spoken(text);
};

/** The message in the parameters of a step, or null where they carry none. Off calls only text can be sent. */
export const messageOf = (execution: Execution, parameters: JsonObject): Message | null => {
  const { Text, SSML, PromptId, Media } = parameters;
  if (Text !== undefined) return written(execution, Text);
  if ((SSML ?? PromptId ?? Media) === undefined) return null;
  if (execution.contact.channel !== 'VOICE') return unplayable(`only text can be sent on ${execution.contact.channel}`);
  if (SSML !== undefined) return marked(execution.text(SSML));
  return PromptId === undefined ? media(execution, Media as JsonObject) : prompt(execution, execution.text(PromptId));
};

/** In a chat, what an outbound whisper says is shown to both (set-whisper-flow). */
const agentSees = ({ contact, kernel, run, actionId }: Execution, { text }: Message): void => {
  const who = contact.parties.get('AGENT')?.name ?? null;
  kernel.note(contact, 'hears', text, { who, run, action: actionId });
};

/** Says a message to whoever listens to the flow; how long that takes, in milliseconds. */
export const say = (execution: Execution, message: Message): number => {
  const { contact, kernel, run } = execution;
  const who = run.heardBy === null ? null : (contact.parties.get(run.heardBy)?.name ?? null);
  execution.silence = 0;
  kernel.note(contact, 'hears', message.text, { who, run, action: execution.actionId });
  if (contact.channel === 'CHAT' && run.flowType === 'OUTBOUND_WHISPER') agentSees(execution, message);
  return contact.channel === 'VOICE' ? message.milliseconds : 0;
};
