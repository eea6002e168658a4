import {
  attribute,
  checkHours,
  compare,
  disconnect,
  inboundFlow,
  is,
  named,
  playPrompt,
  reference,
  type Script,
  setAttributes,
  setWorkingQueue,
  transferToQueue,
} from '../../lib/build';
import { actionOf, identifiersOf } from './wire';

const sorry: Script<'CONTACT_FLOW'> = [disconnect()];

const inbound = (...script: Script<'CONTACT_FLOW'>) => inboundFlow('Test', { onError: sorry }, script);

const nameOf = (...script: Script<'CONTACT_FLOW'>) => identifiersOf(inbound(...script))[0];

/** How CDK writes a value that is only known at deployment. */
const TOKEN = ['$', '{Token[Billing.Name.12]}'].join('');

test('An identifier says what the step does, cut at the end of a word', () => {
  expect(nameOf(playPrompt('Thanks for calling Northwind.'), disconnect())).toBe(
    'Play prompt Thanks for calling Northwind',
  );
  expect(nameOf(playPrompt('Thanks for calling Northwind, the sunny side.'), disconnect())).toBe(
    'Play prompt Thanks for calling Northwind the sunny',
  );
});

test('Tokens, references, markup and refused characters are left out', () => {
  expect(nameOf(playPrompt(`Hi ${attribute('first name')}, it is (${TOKEN}) 50% off: $1!`), disconnect())).toBe(
    'Play prompt Hi it is 50 off 1',
  );
  expect(nameOf(playPrompt({ ssml: '<speak>Hi <break time="1s"/>there</speak>' }), disconnect())).toBe(
    'Play prompt Hi there',
  );
  expect(nameOf(setWorkingQueue({ queueArn: TOKEN, queueName: TOKEN }), disconnect())).toBe('Set working queue');
});

test('Tokens stand untouched in parameters and nowhere else', () => {
  const flow = inbound(transferToQueue({ queueArn: TOKEN }, { atCapacity: sorry }));
  expect(actionOf(flow, 'Set working queue').Parameters).toEqual({ QueueId: TOKEN });
  expect(JSON.stringify(flow.document).split(TOKEN)).toHaveLength(2);
});

test('Steps that do the same are told apart by their branch, then by number', () => {
  const flow = inbound(
    playPrompt('Hi.'),
    checkHours('h', { open: [playPrompt('Hi.'), playPrompt('Hi.')], closed: [playPrompt('Hi.')] }),
    disconnect(),
  );
  expect(identifiersOf(flow).filter((id) => id.startsWith('Play'))).toEqual([
    'Play prompt Hi',
    'Play prompt Hi - open',
    'Play prompt Hi - open 2',
    'Play prompt Hi - closed',
  ]);
});

test('A step can be given a name', () => {
  const flow = inbound(named('To billing', transferToQueue('q', { atCapacity: sorry })));
  expect(identifiersOf(flow).slice(0, 2)).toEqual(['To billing - Set working queue', 'To billing']);
  expect(flow.document.Metadata?.ActionMetadata).toHaveProperty(['To billing', 'isFriendlyName'], true);
});

test('Keys that are names of object members are kept as they are', () => {
  const keys = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}');
  const [first] = inbound(setAttributes(keys), disconnect()).document.Actions;
  expect(JSON.stringify(first?.Parameters)).toBe(
    '{"Attributes":{"__proto__":"a","constructor":"b","toString":"c"},"TargetContact":"Current"}',
  );
  expect(first?.Identifier).toBe('Set contact attributes');
  expect(({} as { a?: string }).a).toBeUndefined();
});

test('Dynamic keys that are names of object members keep their mark for the designer', () => {
  const keys = JSON.parse('{"__proto__": "$.Channel"}');
  const flow = inbound(setAttributes(keys), disconnect());
  expect(JSON.stringify(flow.document.Metadata)).toContain(
    '"parameters":{"Attributes":{"__proto__":{"useDynamic":true}}}',
  );
});

test('References become JSONPaths, with brackets where the key needs them', () => {
  expect(String(attribute('tier'))).toBe('$.Attributes.tier');
  expect(String(attribute("it's odd"))).toBe("$.Attributes.['it\\'s odd']");
  expect(`${reference('$.Lex.IntentName')}`).toBe('$.Lex.IntentName');
  expect(JSON.stringify({ value: attribute('tier') })).toBe('{"value":"$.Attributes.tier"}');
});

test('A comparison goes by what it compares', () => {
  expect(nameOf(compare(attribute('tier'), [is('gold', [])], []), disconnect())).toBe('Check Attributes tier');
});
