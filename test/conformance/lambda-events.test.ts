import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { JOURNEY_HOOKS } from '../../lib/journey';
import { type JourneyPolicy, journeyRulesHandler, SAFE_ANSWER } from '../../lib/runtime';
import { flowArn, keepingLogger } from '../runtime/sample-events';

const FOLDER = path.join(__dirname, '../../../shared/corpus/lambda-events');

/** What each published event says of its contact; null where method or channel is missing, or a list of all values. */
const CONTACTS: Readonly<Record<string, string | null>> = {
  '0219da48fcfc': 'API VOICE',
  '1b81b15aa14f': 'API VOICE',
  '1b87e6b12b5d': 'API CHAT',
  '2ee1917c534a': 'API VOICE',
  '4eeb486fcd56': null,
  '5d67316dfc40': null,
  '60a8d349b542': 'INBOUND VOICE',
  '620c64a78a8b': 'API VOICE',
  '6a1d4ff382a2': null,
  '76b1342bb9c9': null,
  '76d343d5aa0c': null,
  '8f44f25780b3': null,
  '99690783edd2': null,
  a48e0dcf3c5d: 'INBOUND VOICE',
  a945677eff15: null,
  adafdfb08812: null,
  b9feb33fe0e3: null,
  ba244be32b54: 'INBOUND VOICE',
  cb8bf41cda8d: 'INBOUND VOICE',
  daccac4cb184: 'API VOICE',
  dd7264848c31: 'API VOICE',
  e8bf9f2556e6: 'INBOUND VOICE',
  f5ae3490b6d1: null,
};

const policy: JourneyPolicy = {
  rules: [{ name: 'all', hooks: Object.fromEntries(JOURNEY_HOOKS.map((hook) => [hook, flowArn(hook)])) }],
};

const readEvent = (name: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8'));

/** Every text in an event that is a phone number, wherever it stands, and every endpoint's address. */
const phoneNumbers = (value: unknown, key = ''): string[] => {
  if (typeof value === 'string')
    return value !== '' && (key === 'Address' || /^\+\d{7,15}$/.test(value)) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, entry]) => phoneNumbers(entry, name));
};

const ask = async (name: string) => {
  const { logger, lines, called } = keepingLogger();
  const event = readEvent(name);
  return { event, answer: await journeyRulesHandler({ policy, logger })(event), lines, called: called() };
};

const present = existsSync(FOLDER);
const suite = present ? describe : describe.skip;

suite(`Published Lambda events${present ? '' : ` (skipped: ${path.relative(process.cwd(), FOLDER)} is not there)`}`, () => {
  const names = present ? readdirSync(FOLDER).map((file) => path.basename(file, '.json')) : [];

  test('are the ones that were looked at', () => {
    expect(names.sort()).toEqual(Object.keys(CONTACTS).sort());
  });

  test.each(Object.entries(CONTACTS))('%s is recognised as %s', async (name, contact) => {
    const { answer, called } = await ask(name);
    expect(called).toHaveLength(1);
    if (contact === null) {
      expect(answer).toEqual(SAFE_ANSWER);
      expect(called[0]).toMatchObject({ level: 'warn', details: { problem: expect.any(String) } });
      return;
    }
    expect(`${answer.method} ${answer.channel}`).toBe(contact);
    expect(answer).toMatchObject({ recognised: 'true', stage: 'CONTACT_FLOW', AgentWhisper: flowArn('AgentWhisper') });
  });

  test.each(Object.keys(CONTACTS))('%s leaves no phone number in the log', async (name) => {
    const { event, lines } = await ask(name);
    const text = JSON.stringify(lines);
    expect(phoneNumbers(event).filter((number) => text.includes(number.replace('+', '')))).toEqual([]);
  });
});
