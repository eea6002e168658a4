import { unheard } from '../explain/unheard';
import { type Spoken, sayingOf, shown } from '../spoken';
import { timeIn, type Watched, WITNESS } from '../witness';
import { type Check, fails, passes } from './check';

/** These texts (parts of them, in any case) or patterns were heard, one after another; others may be between them. */
export const heard = (watched: Watched, ...spoken: readonly Spoken[]): Check => {
  const witness = watched[WITNESS];
  let from = 0;
  let at = witness.result.start;
  for (const each of spoken) {
    const says = sayingOf(each);
    const found = witness.heard.findIndex(({ text }, i) => i >= from && says(text));
    if (found < 0) return fails(witness, () => unheard(witness, each));
    from = found + 1;
    at = witness.heard[found]?.at ?? at;
  }
  return passes(
    () => `${witness.who} heard ${spoken.map(shown).join(', ')} (at ${timeIn(witness, at)}), and was not to.`,
  );
};
