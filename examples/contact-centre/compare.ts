import type { ContactReport, FlowReport } from '../../lib/report/contacts';
import type { TopicFlow, TopicRow } from './topic';

/** What a journey did otherwise than the topic says; empty where it conforms. */
export type Deviations = readonly string[];

const name = ({ flowType, heardBy, source }: TopicFlow): string =>
  `${flowType} heard by ${heardBy ?? 'nobody'} from ${source}`;

const same = (a: TopicFlow, b: TopicFlow): boolean =>
  a.flowType === b.flowType && a.heardBy === b.heardBy && a.source === b.source;

const inOrder = (flows: readonly FlowReport[]): readonly FlowReport[] =>
  [...flows].sort((a, b) => a.startSeconds - b.startSeconds);

const compareLists = (where: string, expected: readonly TopicFlow[], played: readonly TopicFlow[]): Deviations =>
  Array.from({ length: Math.max(expected.length, played.length) }, (_, i) => {
    const [wanted, found] = [expected[i], played[i]];
    if (wanted && found && same(wanted, found)) return [];
    const [says, was] = [wanted ? name(wanted) : 'nothing', found ? name(found) : 'nothing'];
    return [`${where}, flow ${i + 1}: the topic says ${says}, played was ${was}`];
  }).flat();

/** A flow that should span the whole of others must start no later and end no sooner than they do. */
const spans = (flow: FlowReport, others: readonly FlowReport[]): boolean =>
  others.every(
    ({ startSeconds, endSeconds }) =>
      flow.startSeconds <= startSeconds &&
      (flow.endSeconds === null || (endSeconds !== null && flow.endSeconds >= endSeconds)),
  );

const compareDuring = (row: TopicRow, played: readonly FlowReport[], besides: readonly FlowReport[]): Deviations =>
  (row.during ?? []).flatMap((wanted) => {
    const found = besides.find((flow) => same(flow, wanted));
    if (!found) return [`during all of it: the topic says ${name(wanted)}, and it did not play`];
    return spans(found, played) ? [] : [`${name(wanted)} does not span the others`];
  });

/** Holds what was played against the topic's row. */
export const compareWithTopic = (row: TopicRow, contacts: readonly ContactReport[]): Deviations => {
  const { before = [], during = [], unlisted = [], method } = row;
  const isOwn = ({ initiationMethod }: ContactReport): boolean => initiationMethod === method;
  const own = inOrder(contacts.filter(isOwn).flatMap(({ flows }) => flows));
  const earlier = inOrder(contacts.filter((contact) => !isOwn(contact)).flatMap(({ flows }) => flows));
  const beside = earlier.filter((flow) => during.some((each) => each.flowType === flow.flowType));
  const listed = own.filter((flow) => !unlisted.some((each) => same(each, flow)));
  return [
    ...(contacts.some(isOwn) ? [] : [`there was no contact with method ${method}`]),
    ...compareLists(
      'before',
      before,
      earlier.filter((flow) => !beside.includes(flow)),
    ),
    ...compareLists(method, row.flows, listed),
    ...compareDuring(row, listed, beside),
  ];
};
