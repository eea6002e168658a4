import type { Execution } from '../simulate/execution';
import type { Listening } from '../simulate/outcome';
import { secondsOf } from './duration';
import { ExpectationFailed } from './expectation-failed';
import { questionOf, story } from './explain/question';
import { PATIENCE } from './hearing';
import { askingFlow, type Listener } from './listener';

type Wanted = Listening['to'];

/** How long after a prompt a person answers: as long as in a scenario. */
const REACTION_MILLISECONDS = 1_000;

const ASKED_FOR: Readonly<Record<Wanted, string>> = {
  key: 'a key: `presses(…)`',
  digits: 'digits: `enters(…)` or `presses(…)`',
  words: 'words: `says(…)`',
};

const whenAsked = async (listener: Listener, does: string): Promise<Execution> => {
  const { play } = listener;
  await play.until(() => askingFlow(listener) !== undefined || listener.isGone, secondsOf(PATIENCE));
  const asking = askingFlow(listener);
  if (asking) return asking;
  const why = listener.isGone ? 'is not on the line any more' : `is asked nothing: ${play.whyNotLater()}`;
  throw new ExpectationFailed(story(listener.witness, `${listener.who} was to ${does} and ${why}.`));
};

/** When the prompt of a question has been said. */
const promptEnds = ({ play }: Listener, asking: Execution, { promptMilliseconds }: Listening): number => {
  for (let i = play.transcript.length - 1; promptMilliseconds > 0 && i >= 0; i--) {
    const entry = play.transcript[i];
    if (entry?.kind === 'hears' && entry.run === asking.run) return entry.at + promptMilliseconds;
  }
  return play.now;
};

const waitBeforeAnswer = (listener: Listener, asking: Execution, listening: Listening, interrupting: boolean) => {
  if (interrupting) return 0;
  // Patience may be as short as a reaction; an answer in time is what the step is about.
  const reaction = Math.min(REACTION_MILLISECONDS, Math.max(0, listening.patienceMilliseconds - 1));
  return Math.max(0, promptEnds(listener, asking, listening) + reaction - listener.play.now);
};

export interface Answer {
  readonly input: string;
  /** What the person does, as the end of a sentence, e.g. `press 1`. */
  readonly does: string;
  readonly to: readonly Wanted[];
  /** While the prompt still plays. @default false */
  readonly interrupting?: boolean;
}

/** Answers the question that is asked now, or the next one. */
export const answers = async (listener: Listener, { input, does, to, interrupting = false }: Answer): Promise<void> => {
  const { play } = listener;
  const asking = await whenAsked(listener, does);
  const listening = asking.listening as Listening;
  if (!to.includes(listening.to) || (listening.to === 'key' && input.length > 1))
    throw new ExpectationFailed(
      story(
        listener.witness,
        `${listener.who} was to ${does}, but ${questionOf(play, asking)} asks for ${ASKED_FOR[listening.to]}.`,
      ),
    );
  let isHeard = false;
  await play.after(waitBeforeAnswer(listener, asking, listening, interrupting), () => {
    isHeard = asking.listening === listening && asking.hear(input);
  });
  if (isHeard) return;
  const late = `${listener.who} was to ${does} at ${questionOf(play, asking)}, which did not wait that long.`;
  throw new ExpectationFailed(story(listener.witness, late));
};

/** Lets the question that is asked now, or the next one, run into its time-out. */
export const staysSilent = async (listener: Listener): Promise<void> => {
  const asking = await whenAsked(listener, 'stay silent');
  const { listening } = asking;
  if (listening === null) return;
  const longest = (listening.promptMilliseconds + listening.patienceMilliseconds + 1) / 1000;
  await listener.play.until(() => asking.over || asking.listening !== listening, longest);
  listener.play.checkStopped();
};
