import { type CheckContext, check, type Issue } from '../../lib/validate';
import { END, flowOf, say } from './small-flows';

const lost = { ...say('Nobody hears this.'), Identifier: 'lost' };
const flow = flowOf(say('Hello.'), lost);
const RULE = 'unreachable-action';

const severities = (issues: readonly Issue[]) =>
  issues.filter(({ rule }) => rule === RULE).map(({ severity }) => severity);

const allowing = (allow: unknown) => ({
  ...flow,
  Metadata: { ActionMetadata: { lost: { connectFlows: { allow: allow as never } } } },
});

test('A rule is turned off, up or down', () => {
  expect(severities(check(flow))).toEqual(['warning']);
  expect(severities(check(flow, { rules: { [RULE]: 'off' } }))).toEqual([]);
  expect(severities(check(flow, { rules: { [RULE]: 'error' } }))).toEqual(['error']);
  expect(severities(check(flow, { rules: { [RULE]: 'note' } }))).toEqual(['note']);
});

test('A rule of policy rests until it is turned on', () => {
  const rule = 'recording-without-announcement';
  const record = {
    ...say(''),
    Type: 'UpdateContactRecordingBehavior',
    Parameters: { RecordingBehavior: { RecordedParticipants: ['Agent'] } },
    Transitions: { NextAction: 'queue' },
  };
  const queue = {
    ...say(''),
    Identifier: 'queue',
    Type: 'TransferContactToQueue',
    Parameters: {},
    Transitions: { NextAction: END },
  };
  const rules = (context: CheckContext = {}) => check(flowOf(record, queue), context).map((issue) => issue.rule);
  expect(rules()).not.toContain(rule);
  expect(rules({ rules: { [rule]: 'warning' } })).toContain(rule);
});

test('An action may allow a finding, with a reason', () => {
  expect(severities(check(allowing({ [RULE]: 'Kept for the next campaign.' })))).toEqual([]);
  expect(check(allowing({ [RULE]: 'Kept for the next campaign.' })).map(({ rule }) => rule)).not.toContain(
    'allowance-without-reason',
  );
});

test.each(['', '  ', true, null, 7])('The reason %p is none', (reason) => {
  const issues = check(allowing({ [RULE]: reason }));
  expect(severities(issues)).toEqual(['warning']);
  expect(issues.map(({ rule }) => rule)).toContain('allowance-without-reason');
});

test('An allowance is for one rule and one action', () => {
  expect(severities(check(allowing({ 'dangling-target': 'It is fine.' })))).toEqual(['warning']);
});
