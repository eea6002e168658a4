import type { Account } from './play-deployed';

const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

/** `AWS::Connect::Queue` is a Queue of Connect, `Custom::X` an X of Custom. */
const partsOf = (type: string): readonly [service: string, kind: string] => {
  const parts = type.split('::');
  return [parts.at(-2) ?? '', parts.at(-1) ?? ''];
};

/** A line for each service, with what there is of each kind. */
const byService = (resources: Account['resources']): readonly string[] => {
  const services = new Map<string, string[]>();
  for (const [type, count] of Object.entries(resources)) {
    const [service, kind] = partsOf(type);
    services.set(service, [...(services.get(service) ?? []), `${count} ${kind}`]);
  }
  const width = Math.max(...[...services.keys()].map(({ length }) => length));
  return [...services].map(([service, kinds]) => `  ${service.padEnd(width)}  ${kinds.join(', ')}`);
};

const WORDS: Readonly<Record<string, string>> = { hours: 'hours of operation', quickConnects: 'quick connects' };

const readBack = (counts: Account['readBack']): string =>
  Object.entries(counts)
    .map(([kind, count]) => `${count} ${WORDS[kind] ?? kind}`)
    .join(', ');

/** What was deployed, how it was looked at, and how contacts came in. */
export const printedAccount = ({ stacks, resources, seconds, ...account }: Account): string =>
  [
    `Deployed by cdk deploy in ${seconds.toFixed(1)} s: ${stacks.join(', ')}, ${sum(resources)} resources.`,
    ...byService(resources),
    `Read back through Connect's API: ${readBack(account.readBack)}.`,
    `Contacts of the API came in by ${account.requests.join(', ')}.`,
    `Functions ran from their deployed archives, ${account.functionCalls} times.`,
    'The cloud was a process on this machine: no AWS account was touched, and nothing left it.',
  ].join('\n');
