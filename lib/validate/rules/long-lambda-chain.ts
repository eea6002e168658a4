import { LIMITS } from '../../language';
import { flow, lambda, say } from '../example-flow';
import { carried } from '../flow-facts/data-flow';
import { isTraceable } from '../flow-facts/flow-graph';
import { isNumeric } from '../flow-facts/operands';
import { MESSAGES } from '../messages';
import type { Finding, Rule } from '../rule';
import { foundIn, type PlacedAction, type Subject } from '../subject';

const TYPE = 'InvokeLambdaFunction';
const PAGE = 'https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html';
const { lambdaChainSeconds: MOST, lambdaSynchronousSeconds: LONGEST } = LIMITS;

/** How long the customer may have to wait for an action. */
const secondsOf = ({ type, form, parameters: { InvocationTimeLimitSeconds: limit } }: PlacedAction): number =>
  type === TYPE && form?.name !== 'asynchronous' && isNumeric(limit)
    ? Math.max(0, Math.min(Number(limit), LONGEST))
    : 0;

/** An action during which something is heard or done, or of which nothing is known. */
const interrupts = ({ spec }: PlacedAction): boolean => spec === undefined || spec.participant !== undefined;

const chainsIn = ({ graph, actions }: Subject): readonly Finding[] => {
  const seconds = actions.map(secondsOf);
  const pauses = actions.map(interrupts);
  const waited = carried(graph, 'most', 0, (before, at) =>
    pauses[at] ? 0 : Math.min(MOST + 1, before + (seconds[at] as number)),
  );
  const late = actions.filter(({ index }) => (waited[index] as number) + (seconds[index] as number) > MOST);
  const called = late.filter(({ index, type }) => type === TYPE && graph.reached[index] === 1);
  const first = called.filter(({ index }) => (waited[index] as number) <= MOST);
  return (first.length > 0 ? first : called.slice(0, 1)).map((placed) =>
    foundIn(placed, { path: '', more: PAGE, ...MESSAGES.longLambdaChain(placed) }),
  );
};

export const longLambdaChain: Rule = {
  name: 'long-lambda-chain',
  severity: 'warning',
  evidence: 'documented',
  summary: 'Lambda functions one after another can take over 20 seconds without a prompt between.',
  examples: {
    failing: flow(lambda('one', 'two'), lambda('two', 'three'), lambda('three', 'end')),
    passing: flow(
      lambda('one', 'two'),
      lambda('two', 'wait'),
      say('wait', 'One moment.', 'three'),
      lambda('three', 'end'),
    ),
  },
  find(subject) {
    const called = subject.ofType(TYPE);
    return called.length > 0 && isTraceable(subject.graph) ? chainsIn(subject) : [];
  },
};
