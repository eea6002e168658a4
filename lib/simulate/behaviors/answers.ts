import type { Execution } from '../execution';
import type { BotAnswer } from '../world';

/** What somebody gives a script of a conversation: plain words, or an object written as JSON. */
const objectIn = (text: string): Readonly<Record<string, unknown>> | null => {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/**
 * What a bot makes of what is said: the script says so itself (`{"intent": …, "slots": …}`), or a bot of the world knows
 * the words, or they are the name of the intent.
 */
export const understood = (execution: Execution, botArn: string, said: string): BotAnswer => {
  const given = objectIn(said);
  if (given !== null) return { intent: '', ...given };
  const bot = execution.kernel.world.bot(botArn);
  if (bot === undefined) return { intent: said };
  return Object.hasOwn(bot.understands, said)
    ? (bot.understands[said] as BotAnswer)
    : { intent: 'FallbackIntent', dialogState: 'Failed' };
};

export interface ViewAnswer {
  readonly action: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** What somebody does on a page: `{"action": …, "data": …}`, or the action alone. */
export const chosen = (said: string): ViewAnswer => ({ action: said, ...objectIn(said) });
