import type { JsonObject, WireAction } from '../../language';
import type { Contact } from '../contact';
import type { StepTaken } from '../kernel';
import type { SimulationResult } from '../simulation';
import type { World } from '../world';
import type { ContactEvent } from './contact-event';
import { eventDetail, type Happening } from './event-detail';
import { completedAt } from './facts';
import { stableId } from './stable-id';
import { wholeSecond } from './timestamps';

export interface EventOptions {
  /** Steps of the run, for CONTACT_DATA_UPDATED. @default no such events */
  readonly steps?: readonly StepTaken[];
}

/** Calls that come in are connected as they begin, and no event of its own says so (contact-events). */
const tellsConnection = ({ channel, journey, method }: Contact): boolean =>
  channel !== 'VOICE' || journey.calls !== undefined || method === 'EXTERNAL_OUTBOUND';

const milestones = (contact: Contact): readonly Happening[] => {
  const told: readonly (readonly [Happening['eventType'], number | null])[] = [
    ['INITIATED', contact.initiated],
    ['CONNECTED_TO_SYSTEM', tellsConnection(contact) ? contact.connectedToSystem : null],
    ['QUEUED', contact.queue === null ? null : contact.enqueued],
    ['CONNECTED_TO_AGENT', contact.agent === null ? null : contact.connectedToAgent],
    ['DISCONNECTED', contact.disconnected],
    ['COMPLETED', completedAt(contact)],
  ];
  const pauses = contact.pauses.flatMap(({ start, end }) => [
    ['PAUSED', start] as const,
    ['RESUMED', end === contact.disconnected ? null : end] as const,
  ]);
  return [...told, ...pauses].flatMap(([eventType, at]) => (at === null ? [] : [{ contact, eventType, at }]));
};

const analyses = ({ Parameters = {} }: WireAction): boolean =>
  (Parameters.AnalyticsBehavior as JsonObject | undefined)?.Enabled === 'True';

/** What an action changes of a contact, in the words of `updatedProperties`. */
const updated = (action: WireAction): string | undefined => {
  switch (action.Type) {
    case 'UpdateContactAttributes':
      return 'UserDefinedAttributes';
    case 'TagContact':
    case 'UntagContact':
      return 'Tags';
    case 'UpdateContactRecordingBehavior':
      return analyses(action) ? 'ContactLens.ConversationalAnalytics.Configuration' : undefined;
    default:
      return undefined;
  }
};

const updates = (steps: readonly StepTaken[]): ReadonlyMap<string, readonly Happening[]> => {
  const found = new Map<string, Happening[]>();
  for (const { contact, action, at, exit } of steps) {
    const property = exit === 'next' ? updated(action) : undefined;
    if (property === undefined) continue;
    const happening: Happening = { contact, eventType: 'CONTACT_DATA_UPDATED', at, updatedProperties: [property] };
    const known = found.get(contact.id);
    if (known) known.push(happening);
    else found.set(contact.id, [happening]);
  }
  return found;
};

const RANK: Readonly<Record<Happening['eventType'], number>> = {
  INITIATED: 0,
  CONNECTED_TO_SYSTEM: 1,
  CONTACT_DATA_UPDATED: 2,
  QUEUED: 3,
  CONNECTED_TO_AGENT: 4,
  PAUSED: 5,
  RESUMED: 6,
  DISCONNECTED: 7,
  COMPLETED: 8,
};

const inOrder = (a: Happening, b: Happening): number => a.at - b.at || RANK[a.eventType] - RANK[b.eventType];

const toEvent = (happening: Happening, turn: number, world: World): ContactEvent => {
  const { instanceArn, region } = world;
  const { contact, eventType, at } = happening;
  return {
    version: '0',
    id: stableId(`${contact.id} ${eventType} ${turn}`),
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    account: instanceArn.split(':')[4] ?? '',
    time: wholeSecond(at),
    region,
    resources: [`${instanceArn}/contact/${contact.id}`, instanceArn],
    detail: eventDetail(happening, world),
  };
};

/**
 * The contact events of a run, in order of time; EventBridge itself keeps no order. What happens at the same moment is
 * told contact by contact, so that a contact ends before the one that follows it begins.
 */
export const contactEvents = (
  result: SimulationResult,
  world: World,
  { steps = [] }: EventOptions = {},
): readonly ContactEvent[] => {
  const changes = updates(steps);
  const told = result.contacts.flatMap((contact) =>
    [...milestones(contact), ...(changes.get(contact.id) ?? [])].sort(inOrder),
  );
  return told
    .map((happening, turn) => ({ happening, turn }))
    .sort((a, b) => a.happening.at - b.happening.at || a.turn - b.turn)
    .map(({ happening, turn }) => toEvent(happening, turn, world));
};
