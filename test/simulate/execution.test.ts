import { flow, goTo, hangUp, moduleArn, type Script, say, setAttributes, step, transferToFlow } from './script';
import { hearing, play, texts } from './world';

const enter = (name: string, failed: Script = []) =>
  step('InvokeFlowModule', { FlowModuleId: moduleArn(name) }, { errors: { NoMatchingError: failed } });

describe('A flow module', () => {
  test('comes back to where it was invoked', async () => {
    const modules = [flow('Greeting', 'MODULE', [say('Hello.')])];
    expect(await hearing([enter('Greeting'), say('Back.'), hangUp()], {}, { modules })).toEqual(['Hello.', 'Back.']);
  });

  test('shares the attributes of the contact, and keeps its flow attributes to itself', async () => {
    const inside = step('UpdateFlowAttributes', { FlowAttributes: { secret: { Value: 'inside' } } });
    const modules = [
      flow('Greeting', 'MODULE', [inside, setAttributes({ shared: 'yes' }), say('[$.FlowAttributes.secret]')]),
    ];
    const script = [enter('Greeting'), say('[$.FlowAttributes.secret][$.Attributes.shared]'), hangUp()];
    expect(await hearing(script, {}, { modules })).toEqual(['[inside]', '[][yes]']);
  });

  test('begins each time with no flow attributes', async () => {
    const count = step('UpdateFlowAttributes', { FlowAttributes: { n: { Value: '$.FlowAttributes.n1' } } });
    const modules = [flow('Count', 'MODULE', [count, say('[$.FlowAttributes.n]')])];
    expect(await hearing([enter('Count'), enter('Count'), hangUp()], {}, { modules })).toEqual(
      ['[1]', '[1]'].map((text) => text.replace('1', '')),
    );
  });

  test('may hang up', async () => {
    const modules = [flow('Goodbye', 'MODULE', [say('Goodbye.'), hangUp()])];
    const result = await play([enter('Goodbye'), say('Never.')], {}, { modules });
    expect(texts(result)).not.toContain('“Never.”');
    expect(result.contacts[0]?.state).toBe('ended');
  });

  const nested = (depth: number) =>
    Array.from({ length: depth }, (_, i) =>
      flow(
        `M${i + 1}`,
        'MODULE',
        i + 1 === depth ? [say(`Depth ${depth}.`)] : [enter(`M${i + 2}`, [say('Too deep.')])],
      ),
    );

  test('may invoke modules, five deep at most', async () => {
    expect(await hearing([enter('M1'), hangUp()], {}, { modules: nested(5) })).toEqual(['Depth 5.']);
    expect(await hearing([enter('M1'), hangUp()], {}, { modules: nested(6) })).toEqual(['Too deep.']);
  });

  test('that is not there leaves by the error branch', async () => {
    expect(await hearing([enter('Gone', [say('Error.'), hangUp()])])).toEqual(['Error.']);
  });
});

describe('A block on a channel that it does not fit', () => {
  test('leaves by its error branch, or goes on without effect, as its page says', async () => {
    const menu = step(
      'GetParticipantInput',
      { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      { errors: { NoMatchingError: [say('Chat only.'), hangUp()] } },
    );
    expect(texts(await play([menu], { channel: 'CHAT' }))).toContain('“Chat only.”');
    const email = await play([say('Hello.'), { ...setAttributes({ went: 'on' }), id: 'next' }, hangUp()], {
      channel: 'EMAIL',
    });
    expect(texts(email)).not.toContain('“Hello.”');
    expect(email.contacts[0]?.attributes.get('went')).toBe('on');
  });
});

describe('A flow that is stopped from outside', () => {
  test('leaves nothing behind that is still to happen', async () => {
    const customer = { hangsUpAfterSeconds: 10 };
    const result = await play([say('A'.repeat(600)), hangUp()], { customer }, {}, { limitSeconds: 20 });
    expect(result.timeLimitReached).toBe(false);
  });
});

describe('A flow that cannot go on', () => {
  test('stops the run at an action that is not simulated, by its name', async () => {
    const result = await play([{ ...step('CreateContact'), id: 'another contact' }, hangUp()]);
    expect(result.stopped).toBe('Action "another contact" of flow "Entry": CreateContact is not simulated.');
  });

  test('stops the run at an action type that Connect does not know', async () => {
    const result = await play([{ ...step('MakeCoffee'), id: 'coffee' }, hangUp()]);
    expect(result.stopped).toBe('Action "coffee" of flow "Entry": MakeCoffee is no action type that Connect knows.');
  });

  test.each(['__proto__', 'constructor', 'toString'])('takes %s for no action type', async (type) => {
    expect((await play([{ ...step(type), id: 'odd' }])).stopped).toContain('is no action type that Connect knows');
  });

  test('stops the run when it turns in a circle without any input or wait', async () => {
    const result = await play([{ ...setAttributes({ a: '1' }), id: 'again' }, goTo('again')]);
    expect(result.stopped).toBe('Flow "Entry" runs in a circle without any input or wait around action "again".');
  });

  test('stops the run when two flows send the caller to and fro', async () => {
    const flows = [
      flow('Ping', 'CONTACT_FLOW', [transferToFlow('Pong')]),
      flow('Pong', 'CONTACT_FLOW', [transferToFlow('Ping')]),
    ];
    const result = await play([transferToFlow('Ping')], {}, { flows });
    expect(result.stopped).toMatch(/circle/);
  });

  test('may turn in a circle that speaks, until the time limit', async () => {
    const result = await play([{ ...say('Hello?'), id: 'again' }, goTo('again')], {}, {}, { limitSeconds: 60 });
    expect(result).toMatchObject({ stopped: null, timeLimitReached: true });
  });

  test('ends the contact where an error has no branch', async () => {
    const result = await play([step('GetMetricData', {}, { errors: {} }), say('Never.')]);
    expect(texts(result)).not.toContain('“Never.”');
    expect(result.contacts[0]?.state).toBe('ended');
  });
});
