import { hangUp, type Script, say, step } from '../script';
import { hearing, play, secondsUntil } from '../world';

const branch = (text: string): Script => [say(text), hangUp()];
const errors = { NoMatchingError: branch('Error.') };
const ARN = 'arn:aws:lex:eu-central-1:111122223333:bot-alias/A/B';
const lex = step(
  'ConnectParticipantWithLexBot',
  { Text: 'Yes?', LexV2Bot: { AliasArn: ARN }, LexSessionAttributes: { from: '$.Channel' } },
  {
    when: [
      ['Equals', 'Book', branch('$.Lex.Slots.city $.Lex.SessionAttributes.from $.Lex.IntentConfidence.Score')],
      ['Equals', 'FallbackIntent', branch('Sorry? $.Lex.DialogState')],
    ],
    errors: { NoMatchingCondition: branch('No match.'), ...errors },
  },
);
const saying = (...says: readonly string[]) => ({ channel: 'CHAT' as const, customer: { says } });

describe('A Lex bot', () => {
  test('fills slots that the script gives', async () => {
    const said = JSON.stringify({ intent: 'Book', slots: { city: 'Rome' }, confidence: 0.9 });
    expect(await hearing([lex], saying(said))).toEqual(['Yes?', 'Rome CHAT 0.9']);
  });

  test('of the world understands its words, and falls back on others', async () => {
    const bots = [
      { arn: ARN, name: 'Booking', understands: { 'to Rome': { intent: 'Book', slots: { city: 'Rome' } } } },
    ];
    expect((await hearing([lex], saying('to Rome'), { bots })).at(-1)).toMatch(/^Rome CHAT/);
    expect((await hearing([lex], saying('what?'), { bots })).at(-1)).toBe('Sorry? Failed');
  });

  test('waits in a chat as long as it is told to', async () => {
    const patient = step(
      'ConnectParticipantWithLexBot',
      { ...lex.parameters, LexTimeoutSeconds: { Text: '90' } },
      { errors },
    );
    expect(secondsUntil(await play([patient], saying()), 'Error.')).toBe(90);
  });

  test('in a chat takes no audio', async () => {
    const ssml = step('ConnectParticipantWithLexBot', { SSML: '<speak>Yes?</speak>' }, { errors });
    expect(await hearing([ssml], saying('Book'))).toEqual(['Error.']);
  });
});

test('Show view gives what was filled in', async () => {
  const view = step(
    'ShowView',
    { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: '60' },
    { when: [['Equals', 'Submit', branch('$.Views.ViewResultData.name')]], errors },
  );
  expect(await hearing([view], saying(JSON.stringify({ action: 'Submit', data: { name: 'Jo' } })))).toEqual(['Jo']);
});

test('Authenticate customer leaves what came of it on the contact', async () => {
  const sign = step(
    'AuthenticateParticipant',
    { CognitoConfiguration: { UserPoolArn: 'pool', AppClientId: 'client' }, TimeLimitMinutes: '3' },
    { when: [['Equals', 'OptedOut', branch('Out.')]], errors: { TimeLimitExceeded: branch('Late.'), ...errors } },
  );
  const told = say("$.SegmentAttributes['connect:CustomerAuthentication']['Status']");
  expect(await hearing([sign, told, hangUp()], saying('jo'))).toEqual(['AUTHENTICATED']);
  expect(await hearing([sign], saying('OptedOut'))).toEqual(['Out.']);
  expect(secondsUntil(await play([sign], saying()), 'Late.')).toBe(180);
});

describe('Wait', () => {
  const wait = (...Events: readonly string[]) =>
    step(
      'Wait',
      { TimeLimitSeconds: '60', Events },
      {
        when: ['WaitCompleted', 'CustomerReturned', 'BotParticipantDisconnected'].map(
          (event) => ['Equals', event, branch(`${event}.`)] as const,
        ),
        errors: { ParticipantNotFound: branch('No bot.'), ...errors },
      },
    );
  const chatBot = { leavesAfterSeconds: 20 };

  test('is over when the customer writes again', async () => {
    expect(secondsUntil(await play([wait('CustomerReturned')], saying('Hello?')), 'CustomerReturned.')).toBe(1);
    expect(secondsUntil(await play([wait('CustomerReturned')], saying()), 'WaitCompleted.')).toBe(60);
    expect(secondsUntil(await play([wait()], saying('Hello?')), 'WaitCompleted.')).toBe(60);
  });

  test('is over when the bot leaves, if there is one', async () => {
    const waiting = wait('BotParticipantDisconnected', 'CustomerReturned');
    expect(secondsUntil(await play([waiting], saying(), { chatBot }), 'BotParticipantDisconnected.')).toBe(20);
    expect(await hearing([waiting], saying())).toEqual(['No bot.']);
    const late = { leavesAfterSeconds: 90 };
    expect(secondsUntil(await play([waiting], saying(), { chatBot: late }), 'WaitCompleted.')).toBe(60);
  });
});
