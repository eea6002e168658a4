import type { AssumptionName } from '../../../lib/journey';

/** A test that covers a row: its title in a file below `test/`. */
export interface CoveringTest {
  readonly file: string;
  readonly title: string;
}

/** One point of the reference on initiation methods, in our own words. */
export interface Row {
  /** Section, and the place in it. */
  readonly at: string;
  readonly says: string;
  /** How the reference marks it: sources disagree, or there is none. */
  readonly mark?: 'conflict' | 'inf';
  readonly tests: readonly CoveringTest[];
  readonly assumptions: readonly AssumptionName[];
}

const titlesIn =
  (file: string) =>
  (...titles: readonly string[]): readonly CoveringTest[] =>
    titles.map((title) => ({ file: `${file}.test.ts`, title }));

const own = (file: string) => titlesIn(`simulate/initiation-methods/${file}`);
const inbound = own('inbound');
const outbound = own('outbound');
const agentTransfer = own('agent-transfer');
const queueTransfer = own('queue-transfer');
const thirdParty = own('third-party');
const queueMove = own('queue-move');
const disconnect = own('disconnect');
const callback = own('callback');
const customerFirst = own('customer-first-callback');
const api = own('api');
const webrtc = own('webrtc');
const monitor = own('monitor');
const email = own('email');
const preview = own('campaign-preview');
const links = own('contact-links');
const channels = own('channels');
const consultation = own('consultation');
const journeys = titlesIn('simulate/journeys');
const wrong = titlesIn('simulate/what-goes-wrong');
const transfers = titlesIn('simulate/parts/transfers');
const callbacks = titlesIn('simulate/parts/callbacks');
const supervision = titlesIn('simulate/parts/supervision');
const emails = titlesIn('simulate/parts/emails');
const chats = titlesIn('simulate/parts/chats');
const tasks = titlesIn('simulate/parts/tasks');
const campaigns = titlesIn('simulate/parts/campaigns');
const records = titlesIn('simulate/records/contact-records');
const events = titlesIn('simulate/records/contact-events');
const _agentEvents = titlesIn('simulate/records/agent-events');
const blocks = titlesIn('simulate/behaviors/contact');
const everyBranch = titlesIn('simulate/behaviors/every-branch');
const methods = titlesIn('journey/initiation-method');
const rulebook = titlesIn('journey/journeys');
const topic = titlesIn('journey/topic');
const assumed = titlesIn('journey/assumptions');

const row = (
  at: string,
  says: string,
  tests: readonly CoveringTest[],
  more: { readonly mark?: Row['mark']; readonly assumptions?: readonly AssumptionName[] } = {},
): Row => ({ at, says, tests, assumptions: more.assumptions ?? [], ...(more.mark && { mark: more.mark }) });

const TRANSFER_ROW =
  'runs the transfer flow for the source agent, the whispers for both agents, the hold flow for the customer';
const INBOUND_ROW = 'runs inbound flow, customer queue flow, agent whisper and customer whisper, then the two talk';
const CALLBACK_ROW = 'waits its delay, is whispered to the agent, calls the customer, and whispers to the customer';

/** Every bullet, table row, [conflict] and [inf] of sections 2 to 5. */
export const ROWS: readonly Row[] = [
  row('2', 'The enum of the API has twelve methods', methods("The API's enum has twelve values")),
  row(
    '2',
    'Three more methods are seen on records only',
    methods('Preview campaigns and customer-first callbacks are seen on records only'),
  ),
  row(
    '2',
    'So the type of a method is open',
    methods('A method that AWS adds tomorrow is read like any other, and known to be unknown'),
  ),

  row('2.1, step 1', 'The inbound flow of the number plays to the caller', journeys(INBOUND_ROW)),
  row('2.1, step 2', 'The customer queue flow plays only if the caller is queued, and is interruptible', [
    ...journeys('that is not queued runs the inbound flow only'),
    ...inbound('The customer queue flow is cut off in the middle of a sentence'),
  ]),
  row(
    '2.1, step 3',
    'The agent whisper starts after accepting; the caller is in the queue still',
    journeys('leaves the customer in the queue while the agent hears the whisper'),
  ),
  row(
    '2.1, step 4',
    'The customer whisper: only now the caller is taken out of the queue',
    journeys('leaves the customer in the queue while the agent hears the whisper'),
  ),
  row(
    '2.1, step 5',
    'Both talk once both whispers have ended',
    inbound('Customer and agent talk only once both whispers have run to their ends'),
  ),
  row(
    '2.1, bullet 1',
    'An agent who drops out of the agent whisper leaves the caller in the queue, for another agent',
    inbound(
      'leaves the customer in the queue, and another agent gets the call',
      'is told as an error in the agent event stream',
    ),
  ),
  row(
    '2.1, bullet 1',
    'A caller who drops out of the customer whisper ends the contact',
    inbound('ends the contact, which never reaches the agent'),
  ),
  row(
    '2.1, bullet 1',
    'A whisper of more than two minutes disconnects the agent or the contact',
    wrong(
      'An agent whisper that lasts longer than two minutes drops the agent, and the customer waits on',
      'A customer whisper that lasts longer than two minutes ends the contact',
    ),
  ),
  row(
    '2.1, bullet 2',
    'The topic is silent on it; the whisper page has the time in queue include the agent whisper',
    inbound('The time in queue includes the agent whisper, and not the customer whisper'),
    { mark: 'conflict' },
  ),
  row(
    '2.1, bullet 3',
    'Calls only, or emails as well, are INBOUND: both are taken',
    [
      ...methods('%s has a journey on each of its channels and on no other'),
      ...emails('that a customer writes comes in, waits and reaches an agent'),
    ],
    { mark: 'conflict' },
  ),
  row(
    '2.1, bullet 4',
    'One contact; its record names no other',
    records('has the queue, the agent and the times of the journey'),
  ),
  row(
    '2.1, bullet 4',
    'In events of functions the first contact names itself as initial and previous one',
    inbound('has the own id as initial and as previous contact: a previous contact alone is no sign of a transfer'),
  ),

  row(
    '2.2, step 1',
    'What stands before the first prompt of the outbound whisper runs before the call, and nobody hears it',
    [
      ...journeys('runs what stands before the first prompt before it calls, and the rest once the customer answered'),
      ...outbound(
        'has nobody listen before the customer answers: the attribute is set at once, the first prompt waits',
      ),
    ],
  ),
  row(
    '2.2, step 2',
    'The call is dialled and answered',
    journeys('without any prompt calls when the whisper has ended'),
  ),
  row(
    '2.2, step 3',
    'The rest plays to the customer, then both talk',
    journeys('runs the default outbound flow when its queue names none, then the two talk'),
  ),
  row(
    '2.2',
    'An email that an agent writes is OUTBOUND as well',
    emails('that an agent writes starts as an outbound contact'),
  ),
  row(
    '2.2, bullet 1',
    'The whisper runs when the agent dials, or when the customer picks up',
    assumed('outboundWhisperSplit: what stands before the first prompt runs before the call, or after the answer'),
    { mark: 'conflict', assumptions: ['outboundWhisperSplit'] },
  ),
  row(
    '2.2, bullet 2',
    'The outbound whisper of the queue that was chosen or is that of the agent, else the default',
    outbound('takes the whisper of the queue that was chosen, or of the outbound queue of the agent'),
  ),
  row(
    '2.2, bullet 3',
    'Initiated when the agent dials, connected to the system when the customer answers',
    outbound(
      'is initiated when the agent dials, connected to the system when the customer answers, to the agent after the whisper',
    ),
  ),
  row('2.2, bullet 3', 'Events of outbound contacts carry no queue', events('of an outbound call carry no queue')),
  row(
    '2.2, bullet 4',
    'Abandoned in the outbound whisper, it is an ERROR in the agent event stream',
    outbound('tells of a call %s'),
  ),

  row(
    '2.3, step 0',
    'The flows of the source contact run before',
    journeys('runs all the flows of an inbound call before'),
  ),
  row(
    '2.3, step 1',
    'The agent transfer flow plays to the source agent at once, the hold flow to the customer beside it',
    agentTransfer(
      'plays the transfer flow to the source agent and the hold flow to the customer from the same moment on',
    ),
  ),
  row(
    '2.3, step 2',
    'The call is offered to the other agent, the customer still on hold',
    agentTransfer('keeps the customer on hold while the other agent is offered the call, hears the whisper and talks'),
  ),
  row(
    '2.3, step 3',
    'The agent whisper plays to the other agent: an own one only if set for this leg',
    journeys(TRANSFER_ROW, 'plays whispers that the transfer flow sets'),
  ),
  row('2.3, step 4', 'The customer whisper plays to the source agent', journeys(TRANSFER_ROW)),
  row(
    '2.3, step 5',
    'Both agents consult, the customer on hold',
    journeys('lets the hold flow last from the transfer to the choice'),
  ),
  row(
    '2.3, step 6',
    'Then the source agent chooses: section 5',
    journeys('End call: the source agent leaves, the two others talk, and the first contact ends'),
  ),
  row(
    '2.3, bullet 1',
    'Whispers set on the first contact do not carry over; the defaults play where the transfer flow sets none',
    assumed('transferInheritsHooks: the destination agent hears the default whisper, or that of the first contact'),
    { mark: 'inf', assumptions: ['transferInheritsHooks'] },
  ),
  row(
    '2.3, bullet 2',
    'Set whisper registers in the transfer flow, and the whisper plays after accepting',
    agentTransfer('registers whispers where the transfer flow sets them, and plays them once the other agent accepts'),
  ),
  row(
    '2.3, bullet 3',
    'On a cold transfer the customer hears the rest of the transfer flow',
    transfers('lets the customer hear the rest of the transfer flow: no place for secrets'),
  ),
  row(
    '2.3, bullet 3',
    'The time of a completed transfer is filled on cold transfers only',
    agentTransfer(
      'records a completed transfer where the source agent left before anybody had answered, and only then',
    ),
  ),
  row(
    '2.3, bullet 4',
    '$.Agent is the other agent in an agent transfer flow, and the default relies on that',
    journeys('runs the transfer flow that the quick connect names, and in it $.Agent is the destination agent'),
  ),
  row('2.3, bullet 5', 'The new contact follows the first, and is initiated when the transfer is started', [
    ...journeys('makes a contact of its own in the chain of the first'),
    ...agentTransfer(
      'plays the transfer flow to the source agent and the hold flow to the customer from the same moment on',
    ),
  ]),
  row(
    '2.3, missed, bullet 1',
    'It rings for 20 s; missing it puts the agent into the state Missed, which the metric counts by the same 20 s',
    agentTransfer('rings for twenty seconds, and then the agent has missed it'),
  ),
  row(
    '2.3, missed, bullet 2',
    'A rejected call is REJECTED in the event stream, or MISSED',
    agentTransfer('and is rejected is told as REJECTED or as MISSED'),
    { mark: 'conflict', assumptions: ['rejectedCallShows'] },
  ),
  row(
    '2.3, missed, bullet 3',
    'Transfer to agent disconnects the contact where that agent is with somebody',
    wrong('Transfer to agent disconnects the contact when that agent is busy'),
  ),
  row(
    '2.3, missed, bullet 3',
    'Transfer to agent takes the agent out of the work after a contact',
    agentTransfer('takes the agent out of the work after a contact'),
  ),
  row('2.3, missed, bullet 3', 'Transfer to agent is for calls', everyBranch('%s on %s: %s')),
  row(
    '2.3, missed, bullet 4',
    'With the working queue of the agent the leg waits there, with ten others at most; the stock flow says that it failed, and the leg ends',
    agentTransfer('holds ten contacts: with %i in it the leg of a transfer is %s'),
  ),
  row(
    '2.3, missed, bullet 5',
    'A leg whose offer is missed waits until it is accepted, the source agent cancels, or the customer leaves',
    [
      ...agentTransfer(
        'waits on in the queue of that agent, or gives the customer back to the source agent',
        'ends where the source agent gives up, who has the customer back and goes on',
      ),
      ...transfers('ends a transfer that nobody has answered, and both agents are free'),
    ],
    { mark: 'inf', assumptions: ['missedTransfer'] },
  ),

  row(
    '2.4',
    'A queue transfer flow plays to the source agent, the leg is queued as any other, whoever accepts takes it',
    [
      ...queueTransfer(
        'is taken by whoever of that queue accepts: where the first agent misses it, the next one',
        'plays the queue transfer flow, then the customer queue flow, to the source agent, while the customer is on hold',
      ),
      ...journeys(TRANSFER_ROW),
    ],
  ),
  row(
    '2.4',
    'The source agent probably hears a customer queue flow',
    assumed('transferLegHearsQueueFlow: the source agent hears a customer queue flow, or silence'),
    { mark: 'inf', assumptions: ['transferLegHearsQueueFlow'] },
  ),

  row(
    '2.5, bullet 1',
    'A phone number quick connect runs no flow',
    journeys('calls the third party; no flow runs but the hold flow of the customer'),
  ),
  row(
    '2.5, bullet 1',
    'Its caller ID is that of the queue, and no flow changes it',
    thirdParty(
      'shows the caller ID of the queue, and is initiated when the agent dials',
      'shows that caller ID whatever the flow set for callbacks',
    ),
  ),
  row(
    '2.5, bullet 1',
    'The leg is EXTERNAL_OUTBOUND, by a flow block as well',
    wrong('A flow block that calls a third party makes a contact with method EXTERNAL_OUTBOUND'),
  ),
  row(
    '2.5, bullet 2',
    'The customer hears the hold flow with all three kinds of quick connects',
    thirdParty('the customer hears the customer hold flow, where it is one of %s'),
  ),

  row('2.6, step 1', 'The queue flow moves the contact; Loop prompts have to come before', [
    ...journeys('goes on as a contact with method QUEUE_TRANSFER, hears a customer queue flow, then the whispers'),
    ...queueMove('wants Loop prompts before it, and the checker says so'),
  ]),
  row(
    '2.6, step 2',
    'A customer queue flow is all that the topic names after it',
    topic('The waiting customer hears a customer queue flow and nothing else'),
  ),
  row(
    '2.6, step 3',
    'The whispers run when an agent accepts, as on any queued contact',
    [
      ...assumed('whispersAfterQueueMove: whispers run after the move, or the agent is connected at once'),
      ...queueMove('runs the customer queue flow and the whispers of the contact before, which are three assumptions'),
    ],
    { mark: 'inf', assumptions: ['whispersAfterQueueMove'] },
  ),
  row('2.6, bullet 1', 'At capacity or on an error the customer stays in the current queue', [
    ...journeys('stays where they are when the other queue is full'),
    ...queueMove(
      'leaves the customer in the current queue where there is no such queue, and the flow goes on by its error branch',
    ),
  ]),
  row(
    '2.6, bullet 1',
    'The method is not the flow type of the same name',
    rulebook('The method moves a waiting customer and runs no flow of the type'),
  ),
  row(
    '2.6, bullet 2',
    'Each move is a new contact of the chain; eleven moves at most',
    journeys('is moved eleven times at most: a chain holds twelve contacts'),
  ),
  row(
    '2.6, bullet 3',
    'Whether the move restarts the queue flow, and which one, is open',
    [
      ...assumed(
        'queueMoveRestartsQueueFlow: the customer hears a queue flow after the move, or nothing new',
        'queueMoveInheritsHooks: the whisper set before the move plays, or the default',
      ),
      ...queueMove('plays the default customer queue flow where hooks are assumed to be lost'),
    ],
    { assumptions: ['queueMoveRestartsQueueFlow', 'queueMoveInheritsHooks'] },
  ),
  row(
    '2.6, bullet 4',
    'It is initiated when the move begins',
    queueMove('is initiated when it begins, and the first contact ends then'),
  ),

  row(
    '2.7, step 1',
    'The flow that Set disconnect flow names plays to whoever is still there',
    journeys('runs for the customer when the agent hangs up, on a contact of its own'),
  ),
  row('2.7, step 1', 'It is an inbound flow', topic('The block takes inbound flows only')),
  row(
    '2.7, step 2',
    'It may queue the customer, and the usual flows run',
    journeys('can put the customer into a queue again, and then the usual flows run'),
  ),
  row('2.7, bullet 1', 'Calls: the agent hangs up, or the line breaks', [
    ...journeys('runs for the customer when the agent hangs up, on a contact of its own'),
    ...disconnect('runs when the line to the agent breaks'),
  ]),
  row(
    '2.7, bullet 1',
    'A chat or a task ends',
    disconnect(
      'A chat that the agent ends goes on with it, and the customer sees it',
      'A task that the agent completes goes on with it',
    ),
  ),
  row('2.7, bullet 1', 'A flow ends a task', disconnect('A task that its flow ends goes on with it')),
  row('2.7, bullet 1', 'A task expires, after seven days or up to ninety', [
    ...tasks('runs its disconnect flow when it expires', 'expires after seven days'),
    ...disconnect('A task may be given ninety days'),
  ]),
  row(
    '2.7, bullet 2',
    'The customer who hangs up is listed as an event, and a tip says that no flow runs then',
    [
      ...disconnect('finds nobody on the line where it is assumed to run although the customer hung up'),
      ...journeys('does not run when the customer hangs up'),
    ],
    { mark: 'conflict', assumptions: ['customerLeavingRunsDisconnectFlow'] },
  ),
  row('2.7, bullet 2', 'On chats it is for idle and ended ones too', [
    ...chats('take the agent off a chat in which the customer is silent, and the disconnect flow runs'),
    ...disconnect('A chat that runs out of its time goes on with it', 'A chat that the customer ends does not'),
  ]),
  row(
    '2.7, bullet 3',
    'The contact keeps its method; DISCONNECT is a new one, created by the flow, or the one on which it runs',
    disconnect('keeps the method of a contact on which it runs; what it queues is a contact with method DISCONNECT'),
    { assumptions: ['disconnectFlowContact', 'disconnectInheritsHooks'] },
  ),
  row(
    '2.7, bullet 4',
    'The agent goes to the work after the contact when the customer leaves',
    disconnect(
      'or the agent, the agent goes to the work after the contact: %j',
      'lets the agent work on the contact that ended while the customer still listens',
    ),
  ),

  row(
    '2.8, step 0',
    'The callback is created before the first contact ends; the caller hears the rest',
    journeys('is a contact in the chain of the one that asked for it, which ends by itself'),
  ),
  row(
    '2.8, step 1',
    'A creation flow has to transfer to a queue',
    callback('has to put it into a queue: one that ends without that ends the callback, and nobody is called'),
  ),
  row(
    '2.8, step 1',
    'With a creation flow the initial delay is left out',
    journeys('runs the flow that was given for its creation before it is queued, and then without the delay'),
  ),
  row(
    '2.8, step 1',
    'Prompts in it leave by the error branch: nobody is there',
    journeys('plays no prompt of the creation flow to anybody: prompts leave by their error branch'),
  ),
  row('2.8, step 2', 'It waits for its delay, then in the queue, and is offered', journeys(CALLBACK_ROW)),
  row(
    '2.8, step 2',
    'The states of the contact at its agent are INCOMING and PENDING',
    callback('is INCOMING at its agent, and PENDING after that only where that is assumed'),
    { assumptions: ['callbackShowsPending'] },
  ),
  row('2.8, step 3', 'The agent whisper plays right after accepting', journeys(CALLBACK_ROW)),
  row(
    '2.8, step 4',
    'The customer is called after the whisper, or when the agent accepts',
    assumed('callbackDials: the customer is called after the agent whisper, or at once'),
    { mark: 'conflict', assumptions: ['callbackDials'] },
  ),
  row('2.8, step 5', 'The outbound whisper plays to the customer who picked up', journeys(CALLBACK_ROW)),
  row('2.8, step 6', 'Both talk', journeys(CALLBACK_ROW)),
  row(
    '2.8, bullet 1',
    'Not accepted, it is offered to the next agent, and no failed attempt',
    callback('rings at the next agent where one misses it, which is no failed attempt'),
  ),
  row(
    '2.8, bullet 1',
    'A failed attempt is one that was accepted and broke off before both talked',
    callback(
      'ends where the customer hangs up in the outbound whisper, or is tried again',
      'ends where the agent hangs up in the whisper, or is tried again as often as there are attempts',
    ),
    { assumptions: ['callbackRetries'] },
  ),
  row(
    '2.8, bullet 1',
    'There are as many attempts as retries, and one more',
    callbacks('is given up after the attempts that were asked for'),
  ),
  row(
    '2.8, bullet 2',
    'Enqueued after the delay, connected to the system when called, to the agent after the outbound whisper',
    callback('come out as in the example of its page: delay, queue, agent whisper, call, outbound whisper, talk'),
  ),
  row(
    '2.8, bullet 2',
    'The time in queue counts the delay too',
    callback('count the time in queue from the queue on, or from the beginning of the delay'),
    { assumptions: ['callbackQueueDuration'] },
  ),
  row(
    '2.8, bullet 3',
    'The callback follows the contact that asked for it',
    journeys('is a contact in the chain of the one that asked for it, which ends by itself'),
  ),
  row(
    '2.8, bullet 3',
    'Calls only: chats and tasks leave by the error branch',
    blocks('leaves by its error branch on a %s: there is no number'),
  ),
  row(
    '2.8, bullet 3',
    'Whispers set before hold for the callback',
    assumed('callbackInheritsHooks: the whisper set before the callback plays, or the default'),
    { assumptions: ['callbackInheritsHooks'] },
  ),
  row(
    '2.8, bullet 4',
    'The system endpoint of a callback is the caller ID, anonymous, or not filled',
    callback('shows the caller ID of its queue as system endpoint, anonymous without one, or nothing'),
    { mark: 'conflict', assumptions: ['callbackSystemEndpoint'] },
  ),

  row(
    '2.9, C1',
    'The inbound contact is as usual',
    callbacks('is three contacts: the call, the callback in the queue, and the call back'),
  ),
  row(
    '2.9, C2',
    'The creation flow runs after the initial delay and before the queue',
    customerFirst('runs after the initial delay, before the callback is queued'),
  ),
  row(
    '2.9, C2',
    'It has no settings for retries',
    customerFirst('knows no attempts and no time between them: those of the block count for agent-first callbacks'),
  ),
  row(
    '2.9, C2',
    'It stands between the inbound contact and the call back',
    callbacks('is three contacts: the call, the callback in the queue, and the call back'),
  ),
  row(
    '2.9, C3',
    'The outbound callback flow checks the call progress and queues a human',
    callbacks('calls the customer before an agent is offered the call', 'leaves a message where a machine answers'),
  ),
  row(
    '2.9, C3',
    'What runs where nobody answers is not said',
    callbacks('ends where nobody answers, unless its flow is taken to run then'),
    { assumptions: ['outboundCallbackFlowOnNoAnswer'] },
  ),
  row(
    '2.9, C3',
    'Its record has the traffic type, what detection found, and the time in both queues',
    customerFirst('tell of the call back its traffic, what detection found, and the time in both queues'),
  ),
  row(
    '2.9, C4',
    'Another try is made by the flow of the call back',
    customerFirst('is made by the flow of the call back, as links of the same chain'),
  ),
  row(
    '2.9, C4',
    'It has the attributes of the call back, and a Wait in its creation flow delays it',
    customerFirst(
      'has the attributes of the call back, and waits as long as its creation flow says',
      'goes without a pause where Wait is assumed to fail on every call, by the error branch',
    ),
    { assumptions: ['waitInCreationFlow'] },
  ),
  row('2.9, C4', 'It goes to the back of the queue', customerFirst('goes to the back of the queue')),
  row(
    '2.9',
    'A working queue has to be set before the callback is created, and later stages inherit it',
    customerFirst(
      'needs a working queue before it is created, set in the flow or in the block',
      'may change the working queue, which the call back takes over',
    ),
  ),
  row(
    '2.9',
    'Without the option callbacks are agent-first',
    customerFirst('is an agent-first one on an instance without the option'),
  ),
  row(
    '2.9',
    'Whispers of the answered call are not described; it is like an inbound one from a queue',
    customerFirst('plays the whispers of an ordinary queued call, or none'),
    { mark: 'inf', assumptions: ['customerFirstWhispers'] },
  ),

  row(
    '2.10, StartOutboundVoiceContact',
    'The given flow plays after the answer, then queue flow and whispers',
    journeys('a call: the customer is called, hears the inbound flow, then all is as inbound'),
  ),
  row(
    '2.10, StartChatContact',
    'Whispers only if set by a block',
    journeys('a chat runs no whispers unless a block sets them'),
  ),
  row(
    '2.10, StartTaskContact',
    'The agent whisper only if set',
    api('A %s plays the agent whisper that a block sets'),
    { assumptions: ['taskDefaultWhisper'] },
  ),
  row(
    '2.10, StartEmailContact',
    'Emails are started by the API as well',
    api('An email runs the inbound flow and the customer queue flow, and goes to an agent'),
    { assumptions: ['emailDefaultWhisper'] },
  ),
  row(
    '2.10, CreateContact',
    'Transferred calls, outgoing emails of three kinds, tasks',
    api('CreateContact makes contacts of methods and channels that have a journey'),
  ),
  row(
    '2.10',
    'Initiated when the request arrives',
    api('is initiated when the request arrives, and connected to the system when it is answered'),
  ),
  row(
    '2.10',
    'It rings for a minute, or as long as the request says',
    api('rings as long as the request says, a minute otherwise: %j'),
  ),
  row(
    '2.10',
    'The flow runs without an agent until it queues the call',
    api('runs its flow without any agent: it is queued only where the flow does so'),
  ),
  row(
    '2.10',
    'Some numbers are refused',
    api('to a number that may not be called is refused: there is no contact at all'),
  ),

  row(
    '2.11',
    'An in-app, web or video call runs what an inbound call runs; that events list it as a type of event is a slip',
    [
      ...journeys('with method WEBRTC_API runs the same'),
      ...webrtc('is connected as it begins, and has a subtype of its own'),
    ],
  ),

  row('2.12', 'A supervisor listens or barges in; no flow runs', [
    ...supervision('listens on a contact of their own, on which no flow runs', 'talks to everybody after barging in'),
    ...monitor('hears no flow, and the customer and the agent hear none because of it'),
  ]),
  row(
    '2.12',
    'The contact of the supervisor is initiated when the listening begins',
    monitor('has a contact of their own, initiated when the listening begins'),
  ),
  row('2.12', 'Two supervisors with multi-party calls, five without', supervision('Of supervisors there are %s')),
  row('2.12', 'One barges into a chat', monitor('cannot barge into a %s contact that somebody barged into before')),

  row(
    '2.13',
    'An agent who answers an email: AGENT_REPLY, with an outbound whisper flow',
    emails('that an agent answers gives a contact of its own, on which the outbound whisper of the queue runs'),
  ),
  row(
    '2.13',
    'Send message: FLOW, with the default outbound flow',
    email('runs the default outbound flow, although the queue names another'),
  ),
  row(
    '2.13',
    'Send message inside the default outbound flow would loop',
    email('by the default outbound flow itself sends emails without end'),
  ),
  row(
    '2.13',
    'Each message is a contact; the thread is held together by related contact and association',
    email('are contacts of their own, held together by the related contact and the id of the thread'),
  ),

  row('2.14', 'The agent sees the record before dialling', [
    ...preview('plays nothing to the agent who looks at the customer, and nobody is called before the end of that'),
    ...campaigns('is dialled once the agent who accepted has looked at the customer'),
  ]),
  row(
    '2.14',
    'Records and events tell when it was accepted and when the preview ended',
    preview('tells when the agent accepted it and when the preview ended, in its record and its events'),
  ),
  row(
    '2.14',
    'Its flows are probably those of an outbound call',
    preview('runs the outbound whisper flow, or no flow at all'),
    { mark: 'inf', assumptions: ['campaignPreviewFlows'] },
  ),

  row(
    '3, InitialContactId',
    'The first of the chain; contacts with the same one share attributes',
    journeys('shares its attributes'),
  ),
  row(
    '3, PreviousContactId, NextContactId',
    'Neighbours, by quick connect, number pad, move to a queue and disconnect flow',
    records('name each other: %s'),
  ),
  row(
    '3, PreviousContactId, NextContactId',
    'Transfer to flow is named among the blocks that create a next contact',
    links('Transfer to flow goes on with the same contact, which is an assumption'),
    { assumptions: ['transferToFlowContact'] },
  ),
  row(
    '3, RelatedContactId',
    'An association without a chain: attributes are copied once',
    links('are copied once: what either of them writes later stays with the one that writes it'),
  ),
  row(
    '3, ContactAssociationId',
    'The id of a thread of emails, as records have it; the API has the root of the tree of contacts',
    email(
      'are contacts of their own, held together by the related contact and the id of the thread',
      'Other contacts have no id of a thread',
    ),
    { mark: 'conflict' },
  ),
  row(
    '3, NextContacts',
    'A list in the API; records name one',
    links('A contact with two followers names the first of them as its next; both name it as their previous one'),
  ),
  row('3, bullet 1', 'Updates of attributes travel along the chain, and not to related contacts', [
    ...journeys('shares its attributes'),
    ...links('are copied once: what either of them writes later stays with the one that writes it'),
  ]),
  row(
    '3, bullet 1',
    'A chain holds twelve contacts',
    links(
      'A %s is transferred eleven times at most',
      'A callback that would be one too many leaves by the error branch',
    ),
  ),
  row(
    '3, bullet 2',
    'The first contact of a transfer ends with its segment, not with the customer',
    links('On a transfer the first contact ends when its agent leaves, whenever the customer hangs up'),
  ),
  row(
    '3, bullet 3',
    'A record for each agent to whom a contact is connected',
    links('are one for each agent to whom the customer is connected'),
  ),
  row(
    '3, bullet 3',
    'A record closes with the work after the contact',
    links('are closed once the agent has done the work after the contact'),
  ),
  row('3, bullet 4', 'Records may come twice', links('that come twice are found by their contact id')),
  row(
    '3, bullet 5',
    'The reasons why calls, chats and tasks ended',
    links('is on %s one of the reasons that its page lists', 'tells of %s'),
  ),
  row('3, chain', 'Inbound', records('has the queue, the agent and the times of the journey')),
  row('3, chain', 'Agent to agent or queue', journeys('makes a contact of its own in the chain of the first')),
  row(
    '3, chain',
    'Queue to queue',
    journeys('goes on as a contact with method QUEUE_TRANSFER, hears a customer queue flow, then the whispers'),
  ),
  row(
    '3, chain',
    'Callback, agent first',
    journeys('is a contact in the chain of the one that asked for it, which ends by itself'),
  ),
  row(
    '3, chain',
    'Callback, customer first',
    callbacks('is three contacts: the call, the callback in the queue, and the call back'),
  ),
  row(
    '3, chain',
    'Disconnect flow, only if it creates a contact',
    disconnect('keeps the method of a contact on which it runs; what it queues is a contact with method DISCONNECT'),
    { assumptions: ['disconnectFlowContact'] },
  ),
  row(
    '3, chain',
    'Reply to an email: related, with one id of the thread',
    email('are contacts of their own, held together by the related contact and the id of the thread'),
  ),
  row('3, chain', 'Third party', thirdParty('is a link of the chain')),

  row(
    '4, row 1',
    'Inbound, queue, both transfer types and agent whisper on every channel',
    [
      ...channels('A %s transferred to %s runs the %s flow, which %s hears, and reaches the other agent'),
      ...api('A %s plays the agent whisper that a block sets'),
    ],
    { assumptions: ['chatTransferFlowHeardByCustomer'] },
  ),
  row('4, row 2', 'Customer whisper on calls and chats; outbound whisper on calls and outgoing emails', [
    ...channels('A customer whisper that a block sets: on a %s the customer gets %j'),
    ...rulebook('An email by %s runs an outbound whisper flow that nobody hears'),
  ]),
  row('4, row 3', 'Hold flows on calls only; Set hold flow leaves by the error branch elsewhere', [
    ...channels('Set hold flow on a %s leaves by the error branch: %s'),
    ...transfers('No other channel has hold flows'),
  ]),
  row(
    '4, row 4',
    'Default whispers on calls, none on chats, not stated for tasks and emails',
    [
      ...journeys('a chat runs no whispers unless a block sets them'),
      ...assumed('%s: the agent of a %s hears nothing, or the default whisper'),
    ],
    { assumptions: ['taskDefaultWhisper', 'emailDefaultWhisper'] },
  ),
  row(
    '4, row 5',
    'Whispers of a chat are no part of the conversation: each is shown to one side',
    channels('is shown to the one it is for, and not to the other'),
  ),
  row(
    '4, row 6',
    'Play prompt: text only on chats and tasks, an error with audio',
    channels('on a %s fails with text: %s, and with audio: %s'),
  ),
  row(
    '4, row 6',
    'Play prompt on emails: the error branch, or no effect',
    channels('on an email goes on without effect, or leaves by the error branch'),
    { assumptions: ['promptOnEmail'] },
  ),
  row(
    '4, row 7',
    'Loop prompts: the error branch on chats and tasks',
    channels('Loop prompts on a %s leaves by the error branch, and %s'),
  ),
  row(
    '4, row 8',
    'Prompts of an outbound flow are shown to both sides of a chat',
    channels('of type outbound does not run, or is shown to both'),
    { assumptions: ['chatOutboundWhisper'] },
  ),
  row(
    '4, row 9',
    'The API transfers tasks and emails, with inbound, agent transfer or queue transfer flows',
    channels('takes a %s where the flow %s takes it', 'takes no %s with the flow %s, and the run says so'),
  ),
  row('4, row 10', 'Eleven transfers on every channel', links('A %s is transferred eleven times at most')),
  row(
    '4, row 11',
    'Agents send inbound flows on chats only, ten in each, one at a time',
    channels(
      'is seen by the customer, who goes on talking to the agent',
      'runs alone: a second one has to wait until it has ended',
      'is sent ten times in a chat at most',
      'is refused on %s, and the run says so',
    ),
  ),
  row(
    '4, row 12',
    'The source agent of a call stays until leaving; of a chat goes straight to the work after it',
    channels('of a call stays until leaving it', 'of a chat goes to the work after the contact at once'),
  ),
  row(
    '4, row 13',
    'Pause and resume hooks are for tasks',
    [
      ...tasks('runs the event flows that are set for it'),
      ...channels(
        'Pause and resume hooks are for tasks: on a call they leave by the error branch',
        'An agent who paused a task is offered another one, or none before going on with it',
      ),
    ],
    { assumptions: ['pausedTaskFreesSlot'] },
  ),

  row('5, Join', 'All three talk, hold flows stop', journeys('Join: all three talk and nobody hears a hold flow')),
  row(
    '5, Hold all',
    'The source agent is alone, the customer hears the customer hold flow',
    journeys('Hold all: the source agent is alone, customer and destination agent each hear their hold flow'),
  ),
  row(
    '5, Hold all',
    'The other agent hears the agent hold flow',
    assumed('holdAllPlaysAgentHold: the destination agent hears the agent hold flow after Hold all, or nothing'),
    { mark: 'inf', assumptions: ['holdAllPlaysAgentHold'] },
  ),
  row(
    '5, hold the other agent',
    'Source agent and customer talk, the other agent hears the agent hold flow',
    journeys('Hold: source agent and customer talk, the destination agent hears the agent hold flow'),
  ),
  row('5, Swap', 'Exactly three: customer and other agent change places', [
    ...journeys('Swap: customer and destination agent change places'),
    ...consultation('has no Swap once there are more than three'),
  ]),
  row(
    '5, End call',
    'The source agent leaves, customer and other agent are connected',
    journeys('End call: the source agent leaves, the two others talk, and the first contact ends'),
  ),
  row('5, bullet 1', 'Three on a call, six with multi-party calls', [
    ...transfers('holds three people'),
    ...consultation('holds six people, and no seventh'),
  ]),
  row(
    '5, bullet 1',
    'On a multi-party call any agent holds others',
    consultation('lets any agent hold the customer, and a call of three only the one who was there first: %s'),
  ),
  row(
    '5, bullet 1',
    'A call lives while the caller or an agent is on it',
    [
      ...consultation('lives as long as the caller is on it: the third party stays when all agents have left'),
      ...transfers(
        'goes on among the others when the customer leaves a multi-party call',
        'leaves a third party with an agent who stays',
        'of three ends with the customer, unless it is taken to go on',
      ),
    ],
    { assumptions: ['customerLeavingEndsConference'] },
  ),
  row(
    '5, bullet 1',
    'Only third parties left: the call is terminated',
    transfers('leaves no third party alone: the call ends with the last agent'),
  ),
  row(
    '5, bullet 2',
    'The disconnect reasons of both contacts tell who left first; a bad line counts as hanging up',
    links('tells of %s'),
  ),
];
