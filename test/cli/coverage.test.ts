import { commandLine } from './scenarios';

const { written, file, flows, run } = commandLine();

const coverage = (...args: string[]) => run('coverage', ...flows(), ...args);

const TEMPLATE = {
  Resources: {
    Hours: { Type: 'AWS::Connect::HoursOfOperation', Properties: { Name: 'Always', TimeZone: 'UTC', Config: [] } },
    Billing: { Type: 'AWS::Connect::Queue', Properties: { Name: 'Billing', HoursOfOperationArn: 'hours' } },
  },
};

describe('connect-flows coverage', () => {
  test('shows a line for each kind of contact, and a column for each stage', async () => {
    expect(await coverage('--entry', 'Main line')).toBe(0);
    expect(written.out.split('\n').slice(1, 3)).toEqual([
      expect.stringMatching(/^Entry point +Contact +flow +flow +queue +whisper +whisper +whisper +hold +hold$/),
      expect.stringMatching(/^Main line +INBOUND VOICE +own +DEFAULT +own\+DEFAULT +DEFAULT +DEFAULT +DEFAULT$/),
    ]);
    expect(written.out).toContain('own: a flow of yours   DEFAULT: a default flow');
  });

  test('says what it takes for entry points where nobody names any', async () => {
    expect(await coverage()).toBe(0);
    expect(written.out).toMatch(/^Main line/m);
    expect(written.out).toMatch(/are taken as entry points of calls.*Name others with --entry\./);
  });

  test('tells every flow with the branches that lead to it', async () => {
    expect(await coverage('--entry', 'Main line', '--witness')).toBe(0);
    expect(written.out).toMatch(
      /own "Gold whisper": the AgentWhisper hook of the contact names it\n {8}the contact starts \(Main line\) →/,
    );
    expect(written.out).toMatch(
      /DEFAULT "Default agent whisper": no AgentWhisper hook is set\n[^\n]*: 2\n {8}→ "Transfer/,
    );
  });

  test('prints data for tools', async () => {
    expect(await coverage('--entry', 'Main line', '--format', 'json')).toBe(0);
    const { entryPoints } = JSON.parse(written.out);
    expect(entryPoints).toHaveLength(1);
    expect(entryPoints[0]).toMatchObject({ name: 'Main line', method: 'INBOUND', channel: 'VOICE', queue: null });
    const whispers = entryPoints[0].contacts[0].stages.find(
      (stage: { flowType: string }) => stage.flowType === 'AGENT_WHISPER',
    );
    expect(whispers.runs.map(({ source }: { source: string }) => source).sort()).toEqual(['default', 'hook']);
    expect(whispers.runs[0].witness).toMatchObject({ proven: true });
  });

  test('fails where a required override is missing, and tells how to mend it', async () => {
    expect(await coverage('--entry', 'Main line', '--require', 'agent_whisper')).toBe(1);
    expect(written.err).toMatch(/^\n1 override is missing:/);
    expect(written.err).toMatch(/Why: No AgentWhisper hook is set\./);
    expect(written.err).toMatch(/Fix: Set the AgentWhisper hook/);
  });

  test('asks it of some contacts only', async () => {
    expect(await coverage('--entry', 'Main line', '--require', 'AGENT_WHISPER', '--methods', 'CALLBACK')).toBe(0);
    expect(written.err).toBe('');
  });

  test('takes a template, where queues are places that agents call from', async () => {
    expect(await run('coverage', file('template.json', TEMPLATE), '--require', 'OUTBOUND_WHISPER')).toBe(1);
    expect(written.out).toMatch(/^Billing +OUTBOUND VOICE/m);
    expect(written.err).toContain('Name an outbound whisper flow at the queue');
  });

  test('believes what functions are said to answer', async () => {
    const answers = file('answers.json', { LookUp: { tier: ['gold'] } });
    expect(await coverage('--entry', 'Looked up', '--answers', answers)).toBe(0);
    expect(written.out).toMatch(/^Looked up +INBOUND VOICE +own$/m);
  });
});

describe('What coverage cannot do with its arguments, it says', () => {
  test.each([
    [
      'an entry point that is not there',
      ['--entry', 'Main lin'],
      /no flow or queue "Main lin"\. Did you mean "Main line"\?/,
    ],
    [
      'a method by which nothing starts there',
      ['--entry', 'Main line=OUTBOUND'],
      /no contact starts with a flow by OUTBOUND/,
    ],
    [
      'a channel that does not fit',
      ['--entry', 'Main line=INBOUND/FAX'],
      /by INBOUND\/FAX\. There are: INBOUND\/VOICE, /,
    ],
    ['a flow type without a default', ['--require', 'AGENT_WISPER'], /is none of .*Did you mean AGENT_WHISPER\?/],
    ['a method that is none', ['--methods', 'CALLBAK'], /is none of .*Did you mean CALLBACK\?/],
    ['a form that is none', ['--format', 'xml'], /Allowed choices are text, json/],
  ])('%s', async (_what, args, message) => {
    expect(await coverage(...args)).toBe(2);
    expect(written.err).toMatch(message);
    expect(written.err).not.toMatch(/\n\s+at /);
    expect(written.out).toBe('');
  });

  test.each([
    ['no JSON', '{', /answers\.json is not JSON/],
    ['a list', [], /has to be an object of functions/],
    ['a function without keys', { LookUp: 'gold' }, /LookUp has to be an object of keys/],
    ['a value that is no list', { LookUp: { tier: 'gold' } }, /LookUp\.tier has to be a list of texts/],
  ])('answers that are %s', async (_what, content, message) => {
    expect(await coverage('--answers', file('answers.json', content))).toBe(2);
    expect(written.err).toMatch(message);
  });

  test('a file that is not there', async () => {
    expect(await run('coverage', 'nowhere.json')).toBe(2);
    expect(written.err).toMatch(/nowhere\.json/);
    expect(written.err).not.toMatch(/\n\s+at /);
  });

  test('a folder among flows', async () => {
    expect(await run('coverage', ...flows(), __dirname)).toBe(2);
    expect(written.err).toMatch(/is a folder\. Give one cloud assembly, or files of flows\./);
  });
});
