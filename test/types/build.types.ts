import {
  action,
  again,
  agentWhisperFlow,
  allOf,
  allowing,
  answers,
  attribute,
  authenticateCustomer,
  callPhoneNumber,
  checkCallProgress,
  checkHours,
  compare,
  contact,
  createCase,
  createCustomerProfile,
  customerHoldFlow,
  customerQueueFlow,
  decide,
  disconnect,
  endFlow,
  type Flow,
  flowModule,
  getCase,
  getCustomerProfile,
  greaterThan,
  inboundFlow,
  invoke,
  is,
  lambdaFunction,
  loop,
  loopPrompts,
  menu,
  metrics,
  moduleContract,
  moveToQueue,
  named,
  oneOf,
  outboundWhisperFlow,
  playPrompt,
  proficiency,
  type Reference,
  returnFromModule,
  type Script,
  setCallbackNumber,
  setChatAnalytics,
  setHoldFlows,
  setRoutingCriteria,
  setWhispers,
  storeInput,
  text,
  transferToAgent,
  transferToPhoneNumber,
  transferToQueue,
  wait,
  when,
} from '../../lib/build';

const lookUp = lambdaFunction('arn', answers({ tier: oneOf('gold', 'standard'), name: text }));
const billing = { queueArn: 'arn:queue' };
const sorry = [playPrompt('Sorry.'), disconnect()];
const offerCallback = (words: string) => [playPrompt(words), disconnect()];

// A flow reads like a script, composed of constants and functions without any annotation.
const main: Flow<'CONTACT_FLOW'> = inboundFlow('Main line', { onError: sorry }, [
  playPrompt('Thanks for calling.'),
  ...[playPrompt('One.'), playPrompt('Two.')],
  invoke(lookUp, { onError: [] }),
  checkHours('arn:hours', {
    open: [
      named(
        'Main menu',
        menu('Press 1 or 2.', {
          1: [transferToQueue(billing, { atCapacity: offerCallback('Busy.') })],
          2: [
            when(lookUp.result.tier, { gold: [transferToQueue('arn:vip', { atCapacity: sorry })], otherwise: sorry }),
          ],
          '*': [],
          timeout: again({ times: 2, finally: sorry }),
          noMatch: again({
            times: 2,
            first: [playPrompt('Not a choice.')],
            finally: [playPrompt('No.'), disconnect()],
          }),
        }),
      ),
    ],
    closed: offerCallback('We are closed.'),
  }),
  loop(3, [playPrompt('Again.')]),
  disconnect(),
]);
main.document;
agentWhisperFlow('Whisper', { onError: [endFlow()] }, [playPrompt(`Call of ${lookUp.result.name}.`), endFlow()]);
customerHoldFlow('Hold', [loopPrompts('music')]);
flowModule('Part', { onError: [returnFromModule()] }, [playPrompt('Part.'), returnFromModule()]);

// A step stands only in the flows that Connect allows it in, however deep.
// @ts-expect-error loop prompts cannot stand in an inbound flow
inboundFlow('x', { onError: sorry }, [loopPrompts('music')]);
// @ts-expect-error disconnect cannot stand in a whisper
agentWhisperFlow('x', { onError: [endFlow()] }, [disconnect()]);
// @ts-expect-error a prompt cannot stand in a hold flow
customerHoldFlow('x', [playPrompt('hi')]);
// @ts-expect-error nor can a script that holds one
customerHoldFlow('x', sorry);
// @ts-expect-error a name makes no step legal
inboundFlow('x', { onError: sorry }, [named('Music', loopPrompts('music'))]);
// @ts-expect-error the error script is part of the flow
agentWhisperFlow('x', { onError: sorry }, [playPrompt('hi'), endFlow()]);
// @ts-expect-error returning is for modules
inboundFlow('x', { onError: sorry }, [returnFromModule()]);
// @ts-expect-error transfer to agent is for transfer flows
inboundFlow('x', { onError: sorry }, [transferToAgent()]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error moving between queues is for contacts that wait in one
  moveToQueue(billing, { atCapacity: sorry }),
]);
inboundFlow('x', { onError: sorry }, [
  checkHours('arn:hours', {
    open: sorry,
    // @ts-expect-error illegal step deep inside a branch
    closed: [checkHours('arn:holidays', { open: sorry, closed: [loopPrompts('music')] })],
  }),
]);
inboundFlow('x', { onError: sorry }, [
  playPrompt('x'),
  // @ts-expect-error illegal step in what follows the last attempt
  menu('1?', { 1: sorry, noMatch: sorry, timeout: again({ times: 2, finally: [loopPrompts('music')] }) }),
]);
customerQueueFlow('x', { onError: [endFlow()] }, [
  // @ts-expect-error a contact that waits cannot be put in a queue
  loopPrompts('music', { interruptEverySeconds: 30, onInterrupt: [transferToQueue(billing, { atCapacity: [] })] }),
]);

// Nothing comes after a step that ends the flow.
// @ts-expect-error the prompt is never heard
inboundFlow('x', { onError: sorry }, [disconnect(), playPrompt('hi')]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error nor in a branch
  checkHours('arn:hours', { open: sorry, closed: [playPrompt('x'), disconnect(), playPrompt('hi')] }),
]);
// @ts-expect-error loop prompts never end by themselves
customerHoldFlow('x', [loopPrompts('music'), endFlow()]);

// Branches that Connect wants are wanted here.
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error the time-out branch is required
  menu('1?', { 1: sorry, noMatch: sorry }),
]);
// @ts-expect-error there is no such key
menu('1?', { 10: sorry, noMatch: sorry, timeout: sorry });
// @ts-expect-error a full queue must lead somewhere
inboundFlow('x', { onError: sorry }, [transferToQueue(billing)]);
// @ts-expect-error a flow says where its errors go
inboundFlow('x', {}, [playPrompt('hi'), disconnect()]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error a number may not be dialable
  setCallbackNumber(contact.customerNumber, { invalidNumber: sorry }),
]);
// @ts-expect-error the callback number is a reference, never a literal
setCallbackNumber('+15555550100', { invalidNumber: sorry, notDialable: sorry });
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error a call that comes back may also have failed
  transferToPhoneNumber('+15555550100', { resume: { notAnswered: sorry } }),
]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error a telephone number may be invalid
  storeInput('Your number?', { phoneNumber: 'E164' }),
]);
customerQueueFlow('x', { onError: [endFlow()] }, [
  // @ts-expect-error an interruption leads somewhere
  loopPrompts('music', { interruptEverySeconds: 30 }),
]);

// Lambda answers are known by their keys and values.
const tier: Reference<'gold' | 'standard'> = lookUp.result.tier;
tier.path;
// @ts-expect-error the function answers no such key
lookUp.result.age;
inboundFlow('x', { onError: sorry }, [when(lookUp.result.tier, { gold: sorry, standard: sorry })]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error "standard" is neither named nor covered by otherwise
  when(lookUp.result.tier, { gold: sorry }),
]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error no such tier
  when(lookUp.result.tier, { platinum: sorry, otherwise: sorry }),
]);
inboundFlow('x', { onError: sorry }, [when(lookUp.result.name, { Ana: sorry, otherwise: sorry })]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error any name may come
  when(lookUp.result.name, { Ana: sorry }),
]);
inboundFlow('x', { onError: sorry }, [when(contact.channel, { VOICE: sorry, otherwise: sorry })]);
inboundFlow('x', { onError: sorry }, [compare(attribute('age'), [greaterThan(17, sorry)], sorry)]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error only a reference can be compared
  compare('age', [greaterThan(17, sorry)], sorry),
]);

// A hook takes a flow of its own type, as far as the handle tells.
const whisper = { contactFlowArn: 'arn:whisper', flowType: 'AGENT_WHISPER' } as const;
setWhispers({ agent: whisper, customer: 'arn:beep' });
setWhispers({ agent: { contactFlowArn: 'arn:untold' } });
// @ts-expect-error an agent whisper is no customer whisper
setWhispers({ customer: whisper });
// @ts-expect-error nor a hold flow
setHoldFlows({ agent: whisper });

// The escape hatch is typed by the row of its action.
inboundFlow('x', { onError: sorry }, [
  action('GetCase', { LinkContactToCase: false, GetLastUpdatedCase: 'true' }, { NoneFound: sorry, MultipleFound: [] }),
]);
// @ts-expect-error no such parameter
action('TransferToFlow', { ContactFlowId: 'id', QueueId: 'q' }, {});
// @ts-expect-error a flow to go to is needed
action('TransferToFlow', {}, {});
// @ts-expect-error several cases may be found
action('GetCase', { LinkContactToCase: false, GetLastUpdatedCase: true }, { NoneFound: [] });
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error dialling is for outbound whispers
  action('CompleteOutboundCall', {}, {}),
]);
// @ts-expect-error a task does not branch on conditions
action('ResumeContact', {}, { results: [greaterThan(1, [])] });

// An annotation is possible, and keeps a constant to some flow types.
const goodbye: Script<'CONTACT_FLOW' | 'AGENT_TRANSFER'> = [playPrompt('Goodbye.'), disconnect()];
inboundFlow('x', { onError: goodbye }, goodbye);

// Branches that Connect wants of the rarer blocks.
// @ts-expect-error several profiles may be found
getCustomerProfile({ _phone: contact.customerNumber }, { none: sorry });
// @ts-expect-error no such field of a profile
createCustomerProfile({ Nickname: 'Ana' });
createCustomerProfile({ 'Attributes.nickname': 'Ana', BillingCity: 'Porto' });
// @ts-expect-error the link may fail
createCase({ template: 't', fields: {}, link: {} });
inboundFlow('x', { onError: sorry }, [
  getCase({ fields: { status: 'open' } }, { none: sorry, multiple: [], link: { notLinked: [] } }),
  disconnect(),
]);
// @ts-expect-error a machine may answer
checkCallProgress({ notDetected: sorry, voicemailNoBeep: sorry });
// @ts-expect-error there may be no bot to wait for
wait(60, { botDisconnected: sorry });
// @ts-expect-error redaction may not be available
setChatAnalytics({ language: 'en-US', redactInFlight: {} });
// @ts-expect-error nothing of that name can be masked
setChatAnalytics({ language: 'en-US', redaction: { entities: ['SHOE_SIZE'] } });
// @ts-expect-error an empty list of what to mask is refused
setChatAnalytics({ language: 'en-US', redaction: { entities: [] } });
const signIn = { userPoolArn: 'p', appClientId: 'a', objectType: 'o', timeLimitMinutes: 5 };
// @ts-expect-error the customer may not want to
authenticateCustomer(signIn, { timeout: sorry });

// The rarer blocks, too, stand only where they may.
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error dialling is for outbound whispers
  callPhoneNumber(),
]);
outboundWhisperFlow('x', { onError: [endFlow()] }, [callPhoneNumber(), endFlow()]);
customerQueueFlow('x', { onError: [endFlow()] }, [
  // @ts-expect-error signing in is for inbound flows
  authenticateCustomer(signIn, { optedOut: [], timeout: [] }),
  endFlow(),
]);
inboundFlow('x', { onError: sorry }, [
  menu('1?', {
    1: [playPrompt('One.'), disconnect()],
    // @ts-expect-error an illegal step is found where it stands, not beside it
    2: [loopPrompts('music')],
    timeout: sorry,
    noMatch: [playPrompt('No.'), disconnect()],
  }),
]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error allowing a rule makes no step legal
  allowing('wrong-flow-type', 'It is not.', loopPrompts('music')),
]);
inboundFlow('x', { onError: sorry }, [
  decide(
    [
      [attribute('tier'), is('gold', sorry)],
      // @ts-expect-error nor does a decision
      [metrics.queueSize, greaterThan(20, [loopPrompts('music')])],
    ],
    sorry,
  ),
]);
// @ts-expect-error a value without a condition
decide([[attribute('tier')]], sorry);

// Routing criteria: only the last step may look for ever.
const french = proficiency('Language', 'French', 4);
setRoutingCriteria([{ need: french, forSeconds: 30 }, { need: allOf(french, proficiency('Skill', 'TV', 2)) }]);
// @ts-expect-error the second step would never come
setRoutingCriteria([{ need: french }, { need: french, forSeconds: 30 }]);
// @ts-expect-error there must be a step
setRoutingCriteria([]);
// @ts-expect-error levels go from 1 to 5
proficiency('Language', 'French', 6);
// @ts-expect-error one need is not several
allOf(french);

// What a module agrees on with its callers is declared once.
const identify = moduleContract({
  input: { account: text },
  result: { verified: oneOf('yes', 'no') },
  branches: ['Locked'],
});
identify.input.account;
// @ts-expect-error no such input
identify.input.name;
inboundFlow('x', { onError: sorry }, [when(identify.branch, { Success: sorry, Error: sorry, Locked: sorry })]);
inboundFlow('x', { onError: sorry }, [
  // @ts-expect-error the branch "Locked" is not named
  when(identify.branch, { Success: sorry, Error: sorry }),
]);
flowModule('Part', { onError: [returnFromModule()], contract: identify }, [returnFromModule()]);
// @ts-expect-error contracts are for modules
inboundFlow('x', { onError: sorry, contract: identify }, sorry);
