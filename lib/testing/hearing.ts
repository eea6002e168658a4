import { type Duration, secondsOf } from './duration';
import { ExpectationFailed } from './expectation-failed';
import { story } from './explain/question';
import { unheard } from './explain/unheard';
import type { Listener } from './listener';
import { type Spoken, sayingOf } from './spoken';

/** How long a step lets time pass before it gives up, unless it says otherwise. */
export const PATIENCE = '2m';

/** Lets time pass until the person hears something that was not listened to before. */
export const hears = async (listener: Listener, spoken: Spoken, within: Duration = PATIENCE): Promise<void> => {
  const says = sayingOf(spoken);
  const { play } = listener;
  let next = listener.heardUpTo;
  const isHeard = (): boolean => {
    for (; next < play.transcript.length; next++) {
      const entry = play.transcript[next];
      if (entry?.kind !== 'hears' || !says(entry.text) || !listener.isHeardBy(entry)) continue;
      listener.heardUpTo = ++next;
      return true;
    }
    return false;
  };
  if (await play.until(isHeard, secondsOf(within))) return;
  throw new ExpectationFailed(story(listener.witness, ...unheard(listener.witness, spoken, play.whyNotLater())));
};
