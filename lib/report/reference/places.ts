import type { OverridePlace, placeOf } from '../../journey';

/** Where a flow of one's own is named, in words. */
export const placeText = (named: ReturnType<typeof placeOf> | OverridePlace): string => {
  switch (named.at) {
    case 'hook':
      return `hook \`${named.hook}\``;
    case 'queue':
      return 'the outbound whisper flow of the queue';
    case 'quick connect':
      return 'the quick connect';
    case 'entry point':
      return 'the entry point: phone number, API request or the like';
  }
};
