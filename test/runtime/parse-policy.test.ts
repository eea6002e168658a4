import fc from 'fast-check';
import { parsePolicy } from '../../lib/runtime';
import { flowArn } from './sample-events';

const whisper = flowArn('w1');

const problems = (rule: unknown): string => {
  const reading = parsePolicy({ rules: [rule] });
  return reading.ok ? '' : reading.problems.join('\n');
};

describe('A policy that is read', () => {
  test('comes back from JSON, with methods and channels in upper case', () => {
    const rule = { name: 'r', when: { methods: ['inbound'], channels: ['voice'] }, hooks: { AgentWhisper: whisper } };
    expect(parsePolicy(JSON.stringify({ rules: [rule] }))).toEqual({
      ok: true,
      policy: { rules: [{ ...rule, when: { methods: ['INBOUND'], channels: ['VOICE'] } }] },
    });
  });

  test('may hold placeholders that a deployment fills', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of a deployment, not of JavaScript
    expect(problems({ name: 'r', hooks: { AgentWhisper: '${Token[Whisper.Arn.12]}' } })).toBe('');
  });

  test('may have no rules', () => {
    expect(parsePolicy('{"rules": []}')).toEqual({ ok: true, policy: { rules: [] } });
  });

  test.each([
    [
      'a hook that is no hook',
      { hooks: { AgentWisper: whisper } },
      'Did you mean AgentWhisper? Valid: CustomerQueue, ',
    ],
    ['a hook beside the journeys', { hooks: { DefaultAgentUI: whisper } }, 'names no stage of a journey'],
    [
      'a hook that every object has',
      { hooks: JSON.parse('{"__proto__": "x"}') },
      'names "__proto__", which is no hook',
    ],
    ['a hold on a chat', { when: { channels: ['CHAT'] }, hooks: { CustomerHold: whisper } }, 'it does for VOICE.'],
    [
      'a customer whisper on a task',
      { when: { channels: ['TASK'] }, hooks: { CustomerWhisper: whisper } },
      'CustomerWhisper never takes effect for any method on TASK; it does for VOICE, CHAT.',
    ],
    [
      'a queue flow on outbound calls',
      { when: { methods: ['OUTBOUND'], channels: ['VOICE'] }, hooks: { CustomerQueue: whisper } },
      'never takes effect for OUTBOUND on VOICE; it does for INBOUND, ',
    ],
    ['a method and channel apart', { when: { methods: ['CALLBACK'], channels: ['CHAT'] } }, 'no contact starts by'],
    ['a misspelt method', { when: { methods: ['INBUOND'] } }, 'Did you mean INBOUND?'],
    ['a misspelt channel', { when: { channels: ['VIOCE'] } }, 'Did you mean VOICE? Valid: VOICE, CHAT, TASK, EMAIL.'],
    ['a misspelt condition', { when: { method: ['INBOUND'] } }, 'Did you mean methods?'],
    ['an empty list', { when: { queues: [] } }, 'rules[0].when.queues is empty'],
    ['an attribute that is a number', { when: { attributes: { age: 4 } } }, 'attributes.age is 4 where text'],
    ['no hooks', { hooks: {} }, 'the rule decides nothing'],
    [
      'the ARN of a queue',
      { hooks: { AgentWhisper: whisper.replace('contact-flow', 'queue') } },
      'which is no flow ARN',
    ],
    ['the name of a flow', { hooks: { AgentWhisper: 'Billing whisper' } }, '"Billing whisper", which is no flow ARN'],
    ['a comma in its name', { name: 'a, b' }, 'name must be text without commas'],
  ])('refuses %s', (_, part, problem) => {
    expect(problems({ name: 'r', hooks: { AgentWhisper: whisper }, ...part })).toContain(problem);
  });

  test('refuses two rules of one name', () => {
    const rule = { name: 'twice', hooks: { AgentWhisper: whisper } };
    expect(parsePolicy({ rules: [rule, rule] })).toEqual({ ok: false, problems: ['Two rules are named "twice".'] });
  });

  test('says everything that is wrong at once', () => {
    const rule = { name: '', when: { methods: [], channels: ['x'] }, hooks: { No: 1 } };
    const reading = parsePolicy({ rules: [rule, null] });
    expect(reading.ok || reading.problems.length).toBe(5);
  });

  test.each(['', '{', 'null', '[]', '{"rules": {}}'])('refuses the text %s', (text) => {
    expect(parsePolicy(text).ok).toBe(false);
  });

  test('never throws, whatever it is given', () => {
    const rule = fc.record({ name: fc.jsonValue(), when: fc.jsonValue(), hooks: fc.jsonValue() });
    const policy = fc.oneof(
      fc.jsonValue(),
      fc.string(),
      fc.record({ rules: fc.array(fc.oneof(rule, fc.jsonValue())) }),
    );
    fc.assert(fc.property(policy, (input) => typeof parsePolicy(input).ok === 'boolean'));
  });
});
