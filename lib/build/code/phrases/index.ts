import type { PairPhrase, Phrase } from '../phrase';
import { BRANCHING_PHRASES } from './branching';
import { CONTACT_PHRASES, setVoiceAndLanguage } from './contact';
import { GENERIC_PHRASES } from './generic';
import { INPUT_PHRASES } from './input';
import { PROMPT_PHRASES } from './prompts';
import { QUEUE_PHRASES, transferToQueue } from './queues';
import { setBothHooks, TRANSFER_PHRASES } from './transfers';

export { raw } from './generic';

const PHRASES: Readonly<Record<string, readonly Phrase[]>> = {
  ...PROMPT_PHRASES,
  ...INPUT_PHRASES,
  ...BRANCHING_PHRASES,
  ...QUEUE_PHRASES,
  ...CONTACT_PHRASES,
  ...TRANSFER_PHRASES,
};

/** Ways to write an action of a type, the most readable first. */
export const phrasesFor = (type: string): readonly Phrase[] => [
  ...((Object.hasOwn(PHRASES, type) ? PHRASES[type] : undefined) ?? []),
  ...GENERIC_PHRASES,
];

const PAIRS: readonly (readonly [first: string, second: string, phrase: PairPhrase])[] = [
  ['UpdateContactTargetQueue', 'TransferContactToQueue', transferToQueue],
  ['UpdateContactTextToSpeechVoice', 'UpdateContactData', setVoiceAndLanguage],
  ['UpdateContactEventHooks', 'UpdateContactEventHooks', setBothHooks],
];

/** The way to write two actions as one step. */
export const pairPhraseFor = (first: string, second: string): PairPhrase | undefined =>
  PAIRS.find(([one, two]) => one === first && two === second)?.[2];
