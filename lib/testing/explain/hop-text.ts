import type { WireAction } from '../../language';
import type { World } from '../../simulate';
import { textsOf } from './sayings';
import type { Hop } from './way';

/** Longer questions are known by their beginning. */
const LONGEST = 60;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

const asked = (action: WireAction, world: World): string => {
  const [text] = textsOf(action, world);
  return text === undefined ? `action "${action.Identifier}"` : `“${shortened(text)}”`;
};

const named = (things: readonly { readonly arn: string; readonly name: string }[], reference: unknown): string =>
  things.find(({ arn }) => arn === reference)?.name ?? String(reference ?? '');

const answerTo = (action: WireAction, exit: string, world: World): string => {
  const at = `at ${asked(action, world)}`;
  const condition = /^Equals (.+)$/.exec(exit);
  if (condition)
    return action.Type === 'GetParticipantInput' ? `press ${condition[1]} ${at}` : `say “${condition[1]}” ${at}`;
  if (exit === 'InputTimeLimitExceeded') return `stay silent ${at}`;
  if (exit === 'NoMatchingCondition') return `give an answer ${at} that has no branch`;
  return `${exit} ${at}`;
};

const compared = ({ Parameters = {} }: WireAction, exit: string): string => {
  const value = String(Parameters.ComparisonValue);
  return exit === 'NoMatchingCondition' ? `${value} meets no condition` : `${value} ${exit}`;
};

const hours = ({ Parameters = {} }: WireAction, exit: string, world: World): string => {
  const name = named(world.hours, Parameters.HoursOfOperationId) || 'of the queue';
  if (exit === 'Equals True') return `hours ${name} are open`;
  return exit === 'Equals False' ? `hours ${name} are closed` : `hours ${name}: ${exit}`;
};

const invoked = ({ Parameters = {} }: WireAction, exit: string, world: World): string =>
  exit === 'NoMatchingError'
    ? `function ${named(world.functions, Parameters.LambdaFunctionARN)} fails`
    : `function ${named(world.functions, Parameters.LambdaFunctionARN)}: ${exit}`;

/** How an action is left, as a person would say it. */
export const leavingText = (action: WireAction, exit: string, world: World): string => {
  switch (action.Type) {
    case 'GetParticipantInput':
    case 'ConnectParticipantWithLexBot':
      return answerTo(action, exit, world);
    case 'Compare':
      return compared(action, exit);
    case 'CheckHoursOfOperation':
      return hours(action, exit, world);
    case 'InvokeLambdaFunction':
      return invoked(action, exit, world);
    default:
      return `${action.Type} "${action.Identifier}" leaves by ${exit}`;
  }
};

/** The hops where something is decided; all others just follow. */
export const decisions = (way: readonly Hop[]): readonly Hop[] => way.filter(({ exit }) => exit.kind !== 'next');

export const wayText = (way: readonly Hop[], world: World): string =>
  decisions(way)
    .map(({ action, exit }) => leavingText(action, exit.label, world))
    .join('; then ');
