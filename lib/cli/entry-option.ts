import { type Centre, type EntryPoint, entryPointFor } from '../analyse';
import { JOURNEYS, type Journey, placeOf } from '../journey';
import { isChannel, nearest } from '../language';
import { CliError } from './cli-error';

interface Named {
  readonly name: string;
  readonly arn: string;
}

const hint = (word: string, valid: readonly string[]): string => {
  const near = nearest(word, valid);
  return near === undefined ? `There are: ${[...new Set(valid)].join(', ')}.` : `Did you mean "${near}"?`;
};

/** The flow or the queue of a name. @throws CliError that names the nearest one */
const thingNamed = ({ flows, queues }: Centre, name: string): readonly [thing: Named, at: 'flow' | 'queue'] => {
  const isIt = (each: Named): boolean => each.name === name || each.arn === name || each.arn.endsWith(`/${name}`);
  const flow = flows.find((each) => each.type === 'CONTACT_FLOW' && isIt(each)) ?? flows.find(isIt);
  if (flow !== undefined) return [flow, 'flow'];
  const queue = queues.find(isIt);
  if (queue !== undefined) return [queue, 'queue'];
  const names = [...flows, ...queues].map((each) => each.name);
  throw new CliError(`--entry: there is no flow or queue "${name}". ${hint(name, names)}`);
};

const startsAt = ({ stages: [first] }: Journey, at: 'flow' | 'queue'): boolean =>
  first !== undefined && placeOf(first).at === (at === 'flow' ? 'entry point' : 'queue');

/** @throws CliError where no contact starts so */
const withMethod = (thing: Named, at: 'flow' | 'queue', start: string): EntryPoint => {
  const [method = '', channel] = start.toUpperCase().split('/');
  const journeys = JOURNEYS.filter((journey) => startsAt(journey, at));
  const found = journeys.find((each) => each.method === method && (channel === undefined || each.channel === channel));
  if (found !== undefined) return { name: thing.name, method, channel: found.channel, [at]: thing.arn };
  const valid = journeys.map((each) => `${each.method}/${each.channel}`);
  const what = channel !== undefined && isChannel(channel) ? `${method} on ${channel}` : start;
  throw new CliError(`--entry: no contact starts with a ${at} by ${what}. ${hint(start, valid)}`);
};

/** `Main line`, `Chat=API/CHAT` or `Billing=OUTBOUND` as an entry point. @throws CliError where it is none */
export const entryPointIn = (centre: Centre, text: string): EntryPoint => {
  const equals = text.lastIndexOf('=');
  const [thing, at] = thingNamed(centre, equals < 0 ? text : text.slice(0, equals));
  if (equals >= 0) return withMethod(thing, at, text.slice(equals + 1));
  const entry = entryPointFor(thing, at);
  if (entry === undefined) throw new CliError(`--entry: nothing starts at "${text}".`);
  return entry;
};
