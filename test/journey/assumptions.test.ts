import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ASSUMPTIONS, type AssumptionName, type Assumptions, assume } from '../../lib/journey';
import { type Move, type SimulationResult, simulate, type World } from '../../lib/simulate';
import { bothWays } from '../simulate/both-ways';
import {
  callback,
  flow,
  flowArn,
  functionArn,
  hangUp,
  loopPrompts,
  moveToQueue,
  type Script,
  say,
  setAttributes,
  setHook,
  setQueue,
  step,
  toQueue,
  transferToFlow,
  waitSeconds,
} from '../simulate/script';
import { ANA, BEN, heardBy, lambda, play, queue, runsOf, secondsUntil, smallCentre, texts } from '../simulate/world';

const NAMES = Object.keys(ASSUMPTIONS) as AssumptionName[];
const LIB = path.resolve(__dirname, '../../lib');

/** Every line of source but the list itself. */
const source = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\b(assumptions|assume)\.ts$/.test(file))
  .map((file) => readFileSync(path.join(LIB, file), 'utf8'))
  .join('\n');

describe('Every assumption', () => {
  test.each(NAMES)('%s says what is uncertain, what is assumed, why, and where that was read', (name) => {
    const { question, values, evidence, why, sources } = ASSUMPTIONS[name];
    expect(question).toMatch(/\?$/);
    expect(Object.keys(values)).toContain(assume()[name]);
    expect(['observed', 'documented', 'inferred']).toContain(evidence);
    expect(why).toMatch(/\.$/);
    expect(sources.length).toBeGreaterThan(0);
    for (const page of sources) expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/connect\/.+\.html$/);
  });

  test.each(NAMES)('%s is read by a stage or by the simulator', (name) => {
    expect(source).toMatch(new RegExp(`['"]${name}['"]|\\.${name}\\b`));
  });

  test('has its default unless it is answered otherwise', () => {
    expect(Object.keys(assume()).sort()).toEqual([...NAMES].sort());
    expect(assume({ callbackDials: 'onAccept' })).toEqual({ ...assume(), callbackDials: 'onAccept' });
  });
});

const sales: Script = [setQueue('Sales'), toQueue()];
const whisper = flow('Own whisper', 'AGENT_WHISPER', [say('A caller with a history.')]);
const OWN = '“A caller with a history.”';
const survey = flow('Survey', 'CONTACT_FLOW', [say('How was it?'), hangUp()]);
const withWhisper = (then: Script): Script => [setHook('AgentWhisper', 'Own whisper'), ...then];

const playing =
  (script: Script, moves: readonly Move[] = [], more: Partial<World> = {}) =>
  (assumptions: Partial<Assumptions>) =>
    play(script, { agents: [ANA, BEN], moves }, { flows: [whisper, survey], ...more }, { assumptions });

const onChannel =
  (channel: 'CHAT' | 'TASK' | 'EMAIL', moves: readonly Move[] = []) =>
  (assumptions: Partial<Assumptions>) =>
    play(sales, { channel, agents: [ANA, BEN], moves }, {}, { assumptions });

const AGENT_HANGS_UP: Move = { does: 'hangs up', who: 'agent' };
const TO_BEN: Move = { does: 'transfers', to: 'Ben' };

describe('What each answer changes', () => {
  test('disconnectFlowContact: a contact of its own, or the one that ends', async () => {
    const script = [setHook('CustomerRemaining', 'Survey'), ...sales];
    const [own, same] = await bothWays(
      'disconnectFlowContact',
      ['newContact', 'sameContact'],
      playing(script, [AGENT_HANGS_UP]),
    );
    expect(runsOf(own).at(-1)).toBe('C2 CONTACT_FLOW "Survey" → CUSTOMER');
    expect(runsOf(same).at(-1)).toBe('C1 CONTACT_FLOW "Survey" → CUSTOMER');
    expect(same.contacts).toHaveLength(1);
  });

  test('customerLeavingRunsDisconnectFlow: nothing, or the disconnect flow', async () => {
    const script = [setHook('CustomerRemaining', 'Survey'), ...sales];
    const [no, yes] = await bothWays(
      'customerLeavingRunsDisconnectFlow',
      ['no', 'yes'],
      playing(script, [{ does: 'hangs up', who: 'customer' }]),
    );
    expect(no.contacts).toHaveLength(1);
    expect(yes.contacts[1]).toMatchObject({ method: 'DISCONNECT' });
  });

  test('transferLegHearsQueueFlow: the source agent hears a customer queue flow, or silence', async () => {
    const [yes, no] = await bothWays('transferLegHearsQueueFlow', ['yes', 'no'], playing(sales, [TO_BEN]));
    const line = 'C2 CUSTOMER_QUEUE "Default customer queue" → SOURCE_AGENT';
    expect(runsOf(yes)).toContain(line);
    expect(runsOf(no)).toEqual(runsOf(yes).filter((run) => run !== line));
  });

  test('transferInheritsHooks: the destination agent hears the default whisper, or that of the first contact', async () => {
    const [no, yes] = await bothWays('transferInheritsHooks', ['no', 'yes'], playing(withWhisper(sales), [TO_BEN]));
    expect(heardBy(no, 'ben')).not.toContain(OWN);
    expect(heardBy(yes, 'ben')).toEqual([OWN]);
  });

  test('queueMoveInheritsHooks: the whisper set before the move plays, or the default', async () => {
    const impatient = flow('Impatient', 'CUSTOMER_QUEUE', [waitSeconds(30, [moveToQueue('Support')])]);
    const script = withWhisper([setHook('CustomerQueue', 'Impatient'), ...sales]);
    const run = (assumptions: Partial<Assumptions>) =>
      play(script, { agents: [BEN] }, { flows: [whisper, impatient] }, { assumptions });
    const [yes, no] = await bothWays('queueMoveInheritsHooks', ['yes', 'no'], run);
    expect(heardBy(yes, 'ben')).toEqual([OWN]);
    expect(heardBy(no, 'ben')).toEqual(['“Support”']);
  });

  test('callbackInheritsHooks: the whisper set before the callback plays, or the default', async () => {
    const ask = withWhisper([setQueue('Sales'), callback(), hangUp()]);
    const [yes, no] = await bothWays('callbackInheritsHooks', ['yes', 'no'], playing(ask));
    expect(heardBy(yes, 'ana')).toEqual([OWN]);
    expect(heardBy(no, 'ana')).toEqual(['“Sales”']);
  });

  test('disconnectInheritsHooks: whispers after a disconnect flow are the defaults, or those of the ended contact', async () => {
    const again = flow('Survey', 'CONTACT_FLOW', sales);
    const script = withWhisper([setHook('CustomerRemaining', 'Survey'), ...sales]);
    const [no, yes] = await bothWays(
      'disconnectInheritsHooks',
      ['no', 'yes'],
      playing(script, [AGENT_HANGS_UP], { flows: [whisper, again] }),
    );
    expect(heardBy(no, 'ana')).toEqual([OWN, '“Sales”']);
    expect(heardBy(yes, 'ana')).toEqual([OWN, OWN]);
  });

  test('whispersAfterQueueMove: whispers run after the move, or the agent is connected at once', async () => {
    const impatient = flow('Impatient', 'CUSTOMER_QUEUE', [waitSeconds(30, [moveToQueue('Support')])]);
    const run = (assumptions: Partial<Assumptions>) =>
      play(
        [setHook('CustomerQueue', 'Impatient'), ...sales],
        { agents: [BEN] },
        { flows: [impatient] },
        { assumptions },
      );
    const [yes, no] = await bothWays('whispersAfterQueueMove', ['yes', 'no'], run);
    expect(heardBy(yes, 'ben')).toEqual(['“Support”']);
    expect(heardBy(no, 'ben')).toEqual([]);
    expect(texts(no)).toContain('Customer and ben talk');
  });

  test('callbackDials: the customer is called after the agent whisper, or at once', async () => {
    const ask = withWhisper([setQueue('Sales'), callback(), hangUp()]);
    const [after, atOnce] = await bothWays('callbackDials', ['afterAgentWhisper', 'onAccept'], playing(ask));
    const wait = (result: SimulationResult) => secondsUntil(result, 'calls +') - secondsUntil(result, 'accepts');
    expect(wait(after)).toBeGreaterThan(1);
    expect(wait(atOnce)).toBe(0);
    expect(texts(atOnce)).toContain('Customer and ana talk');
  });

  test('outboundWhisperSplit: what stands before the first prompt runs before the call, or after the answer', async () => {
    const greeting = flow('Greeting', 'OUTBOUND_WHISPER', [setHook('AgentWhisper', 'Gone', [say('Hello.')])]);
    const world = {
      ...smallCentre(),
      flows: [greeting],
      queues: [queue('Sales', { outboundWhisperFlow: flowArn('Greeting') })],
    };
    const run = (assumptions: Partial<Assumptions>) =>
      simulate(world, { start: { method: 'OUTBOUND', agent: 'ana', queue: 'Sales' }, agents: [ANA] }, { assumptions });
    const [split, whole] = await bothWays('outboundWhisperSplit', ['beforeFirstPrompt', 'nothing'], run);
    expect(secondsUntil(split, 'UpdateContactEventHooks takes its NoMatchingError branch')).toBe(0);
    expect(secondsUntil(whole, 'UpdateContactEventHooks takes its NoMatchingError branch')).toBe(5);
    expect([split, whole].map((result) => heardBy(result, 'Customer'))).toEqual([['“Hello.”'], ['“Hello.”']]);
  });

  test.each([
    ['taskDefaultWhisper', 'TASK'],
    ['emailDefaultWhisper', 'EMAIL'],
  ] as const)('%s: the agent of a %s hears nothing, or the default whisper', async (name, channel) => {
    const [no, yes] = await bothWays(name, ['no', 'yes'], onChannel(channel));
    expect(runsOf(no).join()).not.toContain('AGENT_WHISPER');
    expect(runsOf(yes)).toContain('C1 AGENT_WHISPER "Default agent whisper" → AGENT');
  });

  test('holdAllPlaysAgentHold: the destination agent hears the agent hold flow after Hold all, or nothing', async () => {
    const moves: readonly Move[] = [TO_BEN, { does: 'chooses', choice: 'HOLD_ALL' }];
    const [yes, no] = await bothWays('holdAllPlaysAgentHold', ['yes', 'no'], playing(sales, moves));
    const line = 'C2 AGENT_HOLD "Default agent hold" → DESTINATION_AGENT';
    expect(runsOf(yes)).toContain(line);
    expect(runsOf(no)).not.toContain(line);
    expect(heardBy(no, 'ben')).toEqual(heardBy(yes, 'ben').slice(0, 1));
  });

  test('chatTransferFlowHeardByCustomer: the customer sees the transfer flow of a chat, or nobody does', async () => {
    const [yes, no] = await bothWays('chatTransferFlowHeardByCustomer', ['yes', 'no'], onChannel('CHAT', [TO_BEN]));
    expect(runsOf(yes)).toContain('C2 AGENT_TRANSFER "Default agent transfer" → CUSTOMER');
    expect(runsOf(no)).toContain('C2 AGENT_TRANSFER "Default agent transfer" → nobody');
  });

  test('hookThatNamesNoFlow: the error branch is taken and the hook stays as it was, or it is set', async () => {
    const told = [setHook('AgentWhisper', 'Survey', [say('Wrong type.'), ...sales]), say('Set.'), ...sales];
    const [refused, accepted] = await bothWays('hookThatNamesNoFlow', ['errorBranch', 'accepts'], playing(told));
    expect(heardBy(refused, 'Customer')).toContain('“Wrong type.”');
    expect(refused.contacts[0]?.hooks.AgentWhisper).toBeUndefined();
    expect(heardBy(accepted, 'Customer')).toContain('“Set.”');
    expect(accepted.contacts[0]?.hooks.AgentWhisper).toBe(flowArn('Survey'));
  });

  test('resultsCrossTransferToFlow: the next flow reads what a function left, or nothing', async () => {
    const functions = [lambda('Look up', () => ({ tier: 'gold' }))];
    const lookUp = step('InvokeLambdaFunction', {
      LambdaFunctionARN: functionArn('Look up'),
      InvocationTimeLimitSeconds: '3',
    });
    const second = flow('Second', 'CONTACT_FLOW', [say('Tier $.External.tier.'), hangUp()]);
    const run = (assumptions: Partial<Assumptions>) =>
      play([lookUp, transferToFlow('Second')], {}, { functions, flows: [second] }, { assumptions });
    const [no, yes] = await bothWays('resultsCrossTransferToFlow', ['no', 'yes'], run);
    expect([no, yes].map((result) => heardBy(result, 'Customer'))).toEqual([['“Tier .”'], ['“Tier gold.”']]);
  });

  test('unsetReference: empty text', async () => {
    const result = await play([say('Hello $.Attributes.nobody!'), hangUp()]);
    expect(heardBy(result, 'Customer')).toEqual(['“Hello !”']);
    expect(result.assumptions.unsetReference).toBe('emptyText');
    const set = await play([setAttributes({ name: 'Jo' }), say('Hello $.Attributes.name!'), hangUp()]);
    expect(set.assumptions.unsetReference).toBeUndefined();
  });

  test('queueMoveRestartsQueueFlow: the customer hears a queue flow after the move, or nothing new', async () => {
    const once = flow('Impatient', 'CUSTOMER_QUEUE', [
      waitSeconds(30, [setHook('CustomerQueue', 'Patient'), moveToQueue('Support')]),
    ]);
    const patient = flow('Patient', 'CUSTOMER_QUEUE', [loopPrompts('Soon.')]);
    const run = (assumptions: Partial<Assumptions>) =>
      play([setHook('CustomerQueue', 'Impatient'), ...sales], {}, { flows: [once, patient] }, { assumptions });
    const [yes, no] = await bothWays('queueMoveRestartsQueueFlow', ['yes', 'no'], run);
    expect(heardBy(yes, 'Customer')).toContain('“Soon.”');
    expect(heardBy(no, 'Customer')).not.toContain('“Soon.”');
  });
});

describe('An outcome names the assumptions that mattered', () => {
  test('and no other', async () => {
    const result = await play([say('Hello.'), step('Compare', { ComparisonValue: 'a' }), hangUp()]);
    expect(result.assumptions).toEqual({});
  });
});
