import type { LegalIn } from '../../language/wire';
import { onError, plan, step } from '../place-step';
import type { Reference } from '../reference';
import type { OnError, Step } from '../step';

interface BufferOptions<T extends LegalIn<'GetParticipantInput'>> extends OnError<T> {
  /** Stores what was buffered, encrypted, as `contact.storedInput`; only when the buffer is stopped. */
  readonly encryption?: { readonly keyId: string | Reference; readonly publicKey: string | Reference };
}

/**
 * `start`: keys that are pressed ahead of a question, up to 30, count for the next questions. `stop` forgets them.
 * Prompts can be skipped while the buffer is on: `playPrompt(…, { skipWhenBuffering: true })`.
 */
export const setTouchtoneBuffer = <T extends LegalIn<'GetParticipantInput'>>(
  state: 'start' | 'stop',
  { encryption, ...options }: BufferOptions<T> = {},
): Step<T> => {
  const given = {
    EnableDTMFBuffer: state === 'start',
    // Only this form spells it in lower case.
    StoreInput: encryption && 'true',
    InputEncryption: encryption && { EncryptionKeyId: encryption.keyId, Key: encryption.publicKey },
  };
  const action = plan('GetParticipantInput', given, {
    block: 'Set touchtone buffer',
    words: state,
    ways: [onError(options)],
  });
  return step(setTouchtoneBuffer, [action]);
};
