import { assume, hookInheritance, resolve, type StageContext, stageRunning } from '../../lib/journey';
import { journey, stageOf } from './rulebook';

const inbound = journey('INBOUND');
const nothing: StageContext = { hooks: {} };

describe('Which flow runs, and why', () => {
  test('An agent whisper that the contact names by its hook', () => {
    expect(resolve(stageOf(inbound, 'AGENT_WHISPER'), { hooks: { AgentWhisper: 'my whisper' } })).toEqual({
      source: 'hook',
      flow: 'my whisper',
      why: 'the AgentWhisper hook of the contact names it',
    });
  });

  test('The default agent whisper where no hook is set', () => {
    expect(resolve(stageOf(inbound, 'AGENT_WHISPER'), nothing)).toEqual({
      source: 'default',
      default: 'Default agent whisper',
      why: 'no AgentWhisper hook is set',
    });
  });

  test('The inbound flow that the phone number names', () => {
    const context = { ...nothing, entryPoint: { name: '+15555550199', flow: 'main line' } };
    expect(resolve(stageOf(inbound, 'CONTACT_FLOW'), context)).toEqual({
      source: 'entry point',
      flow: 'main line',
      why: '+15555550199 names it',
    });
  });

  test('No inbound flow where the entry point names none: inbound flows have no default', () => {
    const context = { ...nothing, entryPoint: { name: 'the callback' } };
    expect(resolve(stageOf(inbound, 'CONTACT_FLOW'), context)).toEqual({
      source: 'none',
      why: 'the callback names no flow',
    });
    expect(resolve(stageOf(inbound, 'CONTACT_FLOW'), nothing).why).toMatch(/^the entry point names no flow/);
  });

  test('The outbound whisper that the queue names', () => {
    const context = { ...nothing, queue: { name: 'Sales', outboundWhisperFlow: 'my outbound whisper' } };
    expect(resolve(stageOf(journey('OUTBOUND'), 'OUTBOUND_WHISPER'), context)).toEqual({
      source: 'queue',
      flow: 'my outbound whisper',
      why: 'queue Sales names it as its outbound whisper flow',
    });
  });

  test('The default outbound flow where the queue names none', () => {
    const context = { ...nothing, queue: { name: 'Sales' } };
    expect(resolve(stageOf(journey('OUTBOUND'), 'OUTBOUND_WHISPER'), context)).toEqual({
      source: 'default',
      default: 'Default outbound',
      why: 'queue Sales names no outbound whisper flow',
    });
  });

  test('The transfer flow that the quick connect names', () => {
    const context = { ...nothing, quickConnect: { name: 'Ben', flow: 'to Ben' } };
    expect(resolve(stageOf(journey('TRANSFER', 'VOICE', 'agent'), 'AGENT_TRANSFER'), context)).toEqual({
      source: 'quick connect',
      flow: 'to Ben',
      why: 'quick connect Ben names it',
    });
  });

  test('The default transfer flow where the quick connect names none', () => {
    expect(resolve(stageOf(journey('TRANSFER', 'VOICE', 'queue'), 'QUEUE_TRANSFER'), nothing)).toEqual({
      source: 'default',
      default: 'Default queue transfer',
      why: 'the quick connect names no flow',
    });
  });

  test('No flow after a disconnect where no disconnect flow is set', () => {
    expect(resolve(stageOf(journey('DISCONNECT'), 'CONTACT_FLOW'), nothing)).toEqual({
      source: 'none',
      why: 'no CustomerRemaining hook is set',
    });
  });

  test('A hook of another kind has no say', () => {
    expect(resolve(stageOf(inbound, 'AGENT_WHISPER'), { hooks: { CustomerWhisper: 'theirs' } }).source).toBe('default');
  });

  test('Hooks do not override an outbound whisper', () => {
    const everyHook = { AgentWhisper: 'a', CustomerWhisper: 'b', CustomerQueue: 'c' };
    expect(resolve(stageOf(journey('OUTBOUND'), 'OUTBOUND_WHISPER'), { hooks: everyHook }).source).toBe('default');
  });

  test('What every object inherits is no hook', () => {
    const hooks = Object.create({ AgentWhisper: 'from a prototype' }) as StageContext['hooks'];
    expect(resolve(stageOf(inbound, 'AGENT_WHISPER'), { hooks }).source).toBe('default');
  });
});

describe('Where in a journey a flow finds itself', () => {
  test('A whisper that runs on an inbound call runs when the agent accepted', () => {
    expect(stageRunning(inbound, 'AGENT_WHISPER', assume())).toMatchObject({ on: 'ACCEPTED', heardBy: 'AGENT' });
  });

  test('An outbound whisper has no place in an inbound call', () => {
    expect(stageRunning(inbound, 'OUTBOUND_WHISPER', assume())).toBeUndefined();
  });
});

describe('Whether hooks carry over', () => {
  test.each([
    ['TRANSFER', 'transferInheritsHooks', 'no'],
    ['QUEUE_TRANSFER', 'queueMoveInheritsHooks', 'yes'],
    ['CALLBACK', 'callbackInheritsHooks', 'yes'],
    ['DISCONNECT', 'disconnectInheritsHooks', 'no'],
  ] as const)('To a %s contact: %s, which is %s unless told otherwise', (method, assumption, answer) => {
    expect(hookInheritance(method)).toBe(assumption);
    expect(assume()[assumption]).toBe(answer);
  });

  test.each(['INBOUND', 'API', 'TELEPORTATION', '__proto__'])('Nothing comes before a %s contact', (method) => {
    expect(hookInheritance(method)).toBeUndefined();
  });
});
