import { type ContactCentre, contactCentre, matchers } from '../../lib/testing';
import { supportLine } from './support-line';

expect.extend(matchers);

let centre: ContactCentre;
beforeEach(() => {
  centre = contactCentre(supportLine);
});

const failureOf = async (steps: PromiseLike<unknown>): Promise<string> => {
  try {
    await steps;
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The steps did not fail.');
};

/** What a matcher says that does not hold. */
const refusal = (expectation: () => void): string => {
  try {
    expectation();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('The expectation holds.');
};

const call = () => centre.calls({ flow: 'Main line' });

describe('A text that is not heard is explained', () => {
  test('by what was heard instead, and when', async () => {
    const message = await failureOf(call().hears('Welcome').presses('2').hears('Kim, a gold customer'));
    expect(message).toMatch(/^The customer of C1 was to hear “Kim, a gold customer”, and did not until 0:0\d: /);
    expect(message).toMatch(/Heard instead:\n {3}0:00 {2}“Welcome\.” \(Main line\)\n/);
  });

  test('by the nearest text that was heard', async () => {
    const message = await failureOf(call().hears('For bilings press one'));
    expect(message).toMatch(/Nearest of these, at 0:01: “For billing, press 1\. For outages, press 2\.”/);
  });

  test('by the action that would have said it, what leads there, and where this run went elsewhere', async () => {
    const message = await failureOf(call().presses('2').hears('Sorry, please call again'));
    expect(message).toMatch(
      /It is said by action "[^"]+" of CONTACT_FLOW flow "Main line": “Sorry, please call again\.”/,
    );
    expect(message).toMatch(/What leads there: stay silent at “For billing, press 1\. For outages, press 2\.”/);
    expect(message).toMatch(/This run took another way at 0:0\d: press 2 at “For billing/);
  });

  test('by the flow that did not run, what names it, and what leads there', async () => {
    const ben = centre.agent('ben');
    await call().presses('2');
    const message = await failureOf(ben.becomesAvailable().accepts().hears('Kim, a gold customer'));
    expect(message).toMatch(/Flow "Gold whisper" did not run\. It is named by action "[^"]+" of flow "Main line"\./);
  });

  test('by the last lines of the transcript', async () => {
    const message = await failureOf(call().presses('2').hears('nothing of the kind'));
    expect(message).toMatch(/No flow says that, or anything like it\./);
    expect(message).toMatch(/transcript.*:\n[\s\S]*● waits in queue "Outages"/);
  });

  test('with a stack that points at the line of the test', async () => {
    const error = await call()
      .hears('nothing of the kind')
      .then(
        () => null,
        (reason) => reason as Error,
      );
    expect(error?.stack?.split('\n    at ')[1]).toMatch(/explains\.test\.ts/);
  });
});

describe('Other steps that do not come to pass are explained', () => {
  test('a queue by where the contact is, and what leads to the queue', async () => {
    const message = await failureOf(call().presses('2').isQueuedFor('Gold'));
    expect(message).toMatch(/^The customer of C1 was to wait in queue "Gold", but C1 waits in queue "Outages"; /);
    expect(message).toMatch(/What leads there: press 1 at “For billing/);
    expect(message).toMatch(/This run took another way at 0:0\d: press 2/);
  });

  test('words where a key is asked for', async () => {
    expect(await failureOf(call().says('Billing'))).toMatch(
      /was to say “Billing”, but flow "Main line" \(“For billing, .*”\) asks for a key: `presses\(…\)`\./,
    );
  });

  test('a key where nobody asks', async () => {
    expect(await failureOf(call().presses('2', '1'))).toMatch(/was to press 1 and is asked nothing: /);
  });

  test('an agent to whom nothing is offered', async () => {
    expect(await failureOf(centre.agent('ana').becomesAvailable().accepts())).toMatch(
      /^ana was to accept a contact, but none is offered: ana is available; nothing more happens\./,
    );
  });

  test('a choice without anybody to consult', async () => {
    await call().presses('1');
    const ana = centre.agent('ana');
    expect(await failureOf(ana.becomesAvailable().accepts().joins())).toMatch(
      /consults nobody: `transfersTo\(…\)` first/,
    );
  });

  test('time that would have to go back', async () => {
    expect(await failureOf(centre.time.is('2025-12-24'))).toMatch(/Time cannot go back to 2025-12-24T00:00:00\.000Z/);
  });
});

describe('A name that is not there is refused at once, with the nearest one', () => {
  test.each([
    [
      'a flow',
      () => centre.calls({ flow: 'Mian line' }),
      'There is no flow "Mian line" in this contact centre. Did you mean "Main line"?',
    ],
    ['an agent', () => centre.agent('anna'), 'Did you mean "ana"?'],
    ['a queue', () => call().isQueuedFor('Glod'), 'Did you mean "Gold"?'],
    ['a quick connect', () => centre.agent('ana').transfersTo('Ben'), 'There is no quick connect at all.'],
    ['a key', () => call().presses('A'), 'is nothing that a telephone can press'],
    ['a stretch of time', () => centre.time.passes('soon'), '"soon" is no stretch of time'],
    ['a mock', () => contactCentre(supportLine, { functions: { Lookup: {} } }), 'Did you mean "LookUp"?'],
  ])('%s', async (_what, act, sentence) => {
    expect(act).toThrow(sentence);
    await centre.time.passes(0);
  });
});

describe('Matchers explain what does not hold', () => {
  test('flows side by side', async () => {
    const caller = await call().presses('2');
    const message = refusal(() => expect(caller).toHaveRunFlows('Main line', 'Gold whisper'));
    expect(message).toMatch(/≠ Gold whisper {2}Default customer queue/);
    expect(message).toMatch(/Flow "Gold whisper" did not run\. It is named by/);
  });

  test('a source, by which path would have set the hook', async () => {
    const caller = await call().presses('2');
    await centre.agent('ben').becomesAvailable().accepts();
    const message = refusal(() => expect(caller.stage('AGENT_WHISPER')).toComeFrom('hook'));
    expect(message).toMatch(/was to come from hook, and came from default: “Default agent whisper” at 0:0\d/);
    expect(message).toMatch(
      /The AgentWhisper hook is set by action "[^"]+" of flow "Main line"\n {2}What leads there: press 1/,
    );
  });

  test('an attribute, by its value and what wrote it', async () => {
    const caller = await call().presses('2');
    const message = refusal(() => expect(caller).toHaveAttributes({ tier: 'gold', teir: 'x' }));
    expect(message).toMatch(/tier: expected "gold", was "standard", set at 0:0\d by "[^"]+" of flow "Main line"/);
    expect(message).toMatch(/teir: expected "x", was not set \(there is "tier": "standard"\)/);
  });

  test('a chain of contacts', async () => {
    const caller = await call().presses('2');
    expect(refusal(() => expect(caller).toHaveContactChain(['INBOUND', 'CALLBACK']))).toMatch(/≠ CALLBACK/);
  });

  test('something heard that was not to be', async () => {
    const caller = await call().presses('2');
    expect(refusal(() => expect(caller).not.toHaveHeard('welcome'))).toMatch(
      /heard “welcome” \(at 0:00\), and was not to/,
    );
  });

  test('a chain of steps in the place of a person', async () => {
    const steps = call().presses('2');
    expect(refusal(() => expect(steps).toHaveHeard('Welcome'))).toMatch(/await it/);
    await steps;
  });
});
