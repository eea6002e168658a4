import { analyse, type Centre, type CentreFlow, type CentreQueue } from '../lib/analyse';
import { EVENT_HOOKS, type EventHook } from '../lib/journey';
import { type FlowScope, write } from '../lib/language';
import { bigFlow } from './big-flow';
import { interleaved } from './timing';

const ACTIONS = 100;
const SIZES = [20, 40, 100, 200, 400];

/** Out of twenty flows: so many of each type. */
const SHARES: Readonly<Record<string, number>> = {
  CONTACT_FLOW: 11,
  CUSTOMER_QUEUE: 2,
  AGENT_WHISPER: 2,
  CUSTOMER_WHISPER: 2,
  CUSTOMER_HOLD: 1,
  AGENT_HOLD: 1,
  QUEUE_TRANSFER: 1,
};

const arnOf = (name: string): string => `arn:aws:connect:eu-central-1:111122223333:instance/1/contact-flow/${name}`;

/** A group of twenty flows that know each other: entry flows that transfer to one another and hook the others. */
const group = (index: number): readonly CentreFlow[] => {
  const named = Object.entries(SHARES).flatMap(([type, count]) =>
    Array.from({ length: count }, (_, i) => ({ type: type as FlowScope, name: `${type}-${index}-${i}` })),
  );
  const hooks = Object.fromEntries(
    (Object.keys(EVENT_HOOKS) as EventHook[]).map((hook) => [
      hook,
      named.filter(({ type }) => type === EVENT_HOOKS[hook].flowType).map(({ name }) => arnOf(name)),
    ]),
  );
  const queue = `queue-${index}`;
  return named.map(({ type, name }, i) => ({
    arn: arnOf(name),
    name,
    type,
    document: bigFlow(type, ACTIONS, { hooks, queue, next: i === 0 ? arnOf(`CONTACT_FLOW-${index}-1`) : undefined }),
  }));
};

const centreOf = (flows: number): Centre => {
  const groups = Array.from({ length: flows / 20 }, (_, i) => i);
  const queues: readonly CentreQueue[] = groups.map((i) => ({ arn: `queue-${i}`, name: `Queue ${i}` }));
  return {
    flows: groups.flatMap(group),
    modules: [],
    queues,
    quickConnects: queues.slice(0, 1).map(({ name, arn }) => ({
      name,
      kind: 'QUEUE',
      target: arn,
      flow: arnOf('QUEUE_TRANSFER-0-0'),
    })),
  };
};

/** The same flows, of which nothing is known yet. */
const unseen = (centre: Centre): Centre => ({
  ...centre,
  flows: centre.flows.map((flow) => ({ ...flow, document: { ...flow.document } })),
});

/** Small centres would otherwise pay for what is compiled meanwhile. */
const warmUp = (): void => {
  const centre = centreOf(20);
  for (let i = 0; i < 20; i++) analyse(unseen(centre));
};

/** What does it cost to know which flows can run, next to one `JSON.parse` of all their texts? */
const measure = (flows: number): void => {
  const centre = centreOf(flows);
  const texts = centre.flows.map(({ document }) => write(document, { indent: 'compact' }));
  const [parse = Number.NaN, analysed = Number.NaN] = interleaved(
    () => {
      for (const text of texts) JSON.parse(text);
    },
    () => analyse(unseen(centre)),
  );
  const { entryPoints } = analyse(centre);
  const found = entryPoints.flatMap(({ contacts }) =>
    contacts.flatMap(({ stages }) => stages.flatMap(({ runs }) => runs)),
  );
  const perFlow = (analysed / flows).toFixed(2);
  process.stdout.write(
    `${flows} flows of ${ACTIONS} actions, ${entryPoints.length} entry points: ${(analysed / parse).toFixed(1)} times ` +
      `JSON.parse (${analysed.toFixed(0)} ms, ${perFlow} ms a flow), ${found.length} flows found at stages\n`,
  );
};

warmUp();
for (const flows of SIZES) measure(flows);
