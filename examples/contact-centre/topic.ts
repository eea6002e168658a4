/**
 * What the topic "Contact initiation methods and the types of contact flows run" says of each method, transcribed by hand
 * (the text where its summaries differ from it), together with where this centre's flows should come from. It is data to
 * hold the rulebook against, so nothing here is read from the rulebook.
 */
export interface TopicFlow {
  readonly flowType: string;
  /** Null where nobody is there to hear it. */
  readonly heardBy: string | null;
  readonly source: string;
}

export interface TopicRow {
  readonly method: string;
  readonly variant: string | null;
  /** Flows on the contacts before the one that has the method. */
  readonly before?: readonly TopicFlow[];
  /** Flows on the contact of the method, in order. */
  readonly flows: readonly TopicFlow[];
  /** Flows that play beside all of `flows`, from the start of the first to the end of the last. */
  readonly during?: readonly TopicFlow[];
  /** Flows that the topic does not list and that may run all the same, with the reason. */
  readonly unlisted?: readonly (TopicFlow & { readonly because: string })[];
}

const flow = (flowType: string, heardBy: string | null, source: string): TopicFlow => ({ flowType, heardBy, source });

const mainLine: readonly TopicFlow[] = [
  flow('CONTACT_FLOW', 'CUSTOMER', 'entry point'),
  flow('CUSTOMER_QUEUE', 'CUSTOMER', 'hook'),
];
const whispers: readonly TopicFlow[] = [
  flow('AGENT_WHISPER', 'AGENT', 'hook'),
  flow('CUSTOMER_WHISPER', 'CUSTOMER', 'hook'),
];
const answeredCall = [...mainLine, ...whispers];
const onHold = [flow('CUSTOMER_HOLD', 'CUSTOMER', 'hook')];

const queueOfTheTransfer = {
  ...flow('CUSTOMER_QUEUE', 'SOURCE_AGENT', 'default'),
  because: 'the leg waits in a queue; the topic does not say what the source agent hears there',
};

export const TOPIC: readonly TopicRow[] = [
  { method: 'INBOUND', variant: null, flows: answeredCall },
  { method: 'OUTBOUND', variant: null, flows: [flow('OUTBOUND_WHISPER', 'CUSTOMER', 'queue')] },
  {
    method: 'TRANSFER',
    variant: 'agent',
    before: answeredCall,
    flows: [
      flow('AGENT_TRANSFER', 'SOURCE_AGENT', 'quick connect'),
      flow('AGENT_WHISPER', 'DESTINATION_AGENT', 'hook'),
      flow('CUSTOMER_WHISPER', 'SOURCE_AGENT', 'hook'),
    ],
    during: onHold,
    unlisted: [queueOfTheTransfer],
  },
  {
    method: 'TRANSFER',
    variant: 'queue',
    before: answeredCall,
    // The topic's summary names an agent transfer flow here; its text says queue transfer flow.
    flows: [
      flow('QUEUE_TRANSFER', 'SOURCE_AGENT', 'quick connect'),
      flow('AGENT_WHISPER', 'DESTINATION_AGENT', 'hook'),
      flow('CUSTOMER_WHISPER', 'SOURCE_AGENT', 'hook'),
    ],
    during: onHold,
    unlisted: [queueOfTheTransfer],
  },
  {
    method: 'CALLBACK',
    variant: null,
    before: mainLine,
    flows: [flow('AGENT_WHISPER', 'AGENT', 'hook'), flow('OUTBOUND_WHISPER', 'CUSTOMER', 'queue')],
  },
  {
    method: 'API',
    variant: 'voice',
    flows: answeredCall,
  },
  { method: 'API', variant: 'chat', flows: answeredCall },
  {
    method: 'API',
    variant: 'task',
    // The topic's list is that of a call. A task has no customer on the line, so the last of its four flows has no place.
    flows: [
      flow('CONTACT_FLOW', null, 'entry point'),
      flow('CUSTOMER_QUEUE', null, 'default'),
      flow('AGENT_WHISPER', 'AGENT', 'hook'),
    ],
  },
  {
    method: 'QUEUE_TRANSFER',
    variant: null,
    before: mainLine,
    flows: [flow('CUSTOMER_QUEUE', 'CUSTOMER', 'hook')],
    unlisted: whispers.map((whisper) => ({
      ...whisper,
      because: 'an agent accepts the contact in its new queue; the topic speaks of the time before that',
    })),
  },
  {
    method: 'DISCONNECT',
    variant: null,
    before: answeredCall,
    flows: [flow('CONTACT_FLOW', 'CUSTOMER', 'hook')],
  },
];
