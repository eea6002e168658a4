import { mostLike, type Spoken, shown, words } from '../spoken';
import { timeIn, type Witness } from '../witness';
import { indented } from './question';
import { type Saying, whereSaid } from './sayings';
import { didRun, wouldLeadTo } from './would-lead-there';

/** The last things that were heard tell the most. */
const MOST_HEARD = 6;
/** More places than this are no help. */
const MOST_PLACES = 3;

const heardInstead = (witness: Witness): string => {
  const { heard } = witness;
  if (heard.length === 0) return 'Heard instead: nothing.';
  const left = heard.length - MOST_HEARD;
  const lines = heard
    .slice(-MOST_HEARD)
    .map(({ at, text, run }) => `${timeIn(witness, at).padStart(5)}  ${text}${run ? ` (${run.name})` : ''}`);
  return ['Heard instead:', indented(left > 0 ? [`  …  (${left} more before)`, ...lines] : lines)].join('\n');
};

const nearestHeard = (witness: Witness, spoken: Spoken): string => {
  const near = mostLike(spoken, witness.heard, ({ text }) => words(text));
  return near === undefined ? '' : `Nearest of these, at ${timeIn(witness, near.at)}: ${near.text}`;
};

const placeOf = ({ flow, action, text }: Saying): string =>
  `action "${action.Identifier}" of ${flow.type} flow "${flow.name}": “${text}”`;

const whoWouldSayIt = (witness: Witness, spoken: Spoken): string => {
  const { exact, sayings } = whereSaid(witness.world, spoken);
  if (sayings.length === 0) return 'No flow says that, or anything like it.';
  const head = exact ? 'It is said by' : 'No flow says that word for word. The nearest is';
  const inRun = sayings.filter(({ flow }) => didRun(witness, flow));
  return (inRun.length > 0 ? inRun : sayings)
    .slice(0, MOST_PLACES)
    .flatMap((saying) => [`${head} ${placeOf(saying)}`, indented(wouldLeadTo(witness, saying))])
    .filter((line) => line !== '')
    .join('\n');
};

/** That something was not heard: what was heard instead, what is near, who would have said it, and what leads there. */
export const unheard = (witness: Witness, spoken: Spoken, why?: string): readonly string[] => {
  const end = witness.result.transcript.at(-1)?.at ?? witness.result.start;
  const until = why === undefined ? '' : ` until ${timeIn(witness, end)}: ${why}`;
  return [
    `${witness.who} was to hear ${shown(spoken)}, and did not${until}.`,
    [heardInstead(witness), nearestHeard(witness, spoken)].filter((part) => part !== '').join('\n'),
    whoWouldSayIt(witness, spoken),
  ];
};
