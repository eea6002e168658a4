import { allowing, goTo, named, playPrompt, setVoice, wait } from '../../lib/build';
import { moduleOf } from './module-of';

const shown = (flow: ReturnType<typeof moduleOf>) => flow.document.Metadata?.ActionMetadata;

test('What a step may do against a rule stands beside its action, with the reason', () => {
  const flow = moduleOf(allowing('wrong-channel', 'Calls never come here.', wait(60)));
  expect(shown(flow)).toHaveProperty(['Wait 60 seconds', 'connectFlows'], {
    allow: { 'wrong-channel': 'Calls never come here.' },
  });
});

test('Several rules are allowed one around the other, and a name does not matter', () => {
  const both = allowing('first', 'One.', named('Pause', allowing('second', 'Two.', wait(60))));
  expect(shown(moduleOf(both))).toHaveProperty(['Pause', 'connectFlows'], { allow: { first: 'One.', second: 'Two.' } });
});

test('Every action of a step is meant, and what the designer keeps stays', () => {
  const flow = moduleOf(allowing('a-rule', 'Agreed.', setVoice('Amy', { language: 'en-GB' })));
  const allowed = { connectFlows: { allow: { 'a-rule': 'Agreed.' } } };
  expect(shown(flow)).toMatchObject({
    'Set voice Amy': { ...allowed, children: ['Set language en-GB'] },
    'Set language en-GB': allowed,
  });
});

test('Steps in the branches of the step are not meant', () => {
  const flow = moduleOf(allowing('a-rule', 'Agreed.', wait(60, { onError: [playPrompt('No wait.')] })));
  expect(shown(flow)).not.toHaveProperty(['Play prompt No wait', 'connectFlows']);
});

test('A reason is needed', () => {
  expect(() => allowing('a-rule', ' ', wait(60))).toThrow('Nothing says why "a-rule" is allowed here.');
});

test('Going to a label does nothing that a rule could warn of', () => {
  const step = goTo('end');
  expect(allowing('a-rule', 'Agreed.', step)).toBe(step);
});
