import type { JsonObject } from '../../../../lib/language';
import type { World } from '../../../../lib/simulate';
import { big, type Caller, chat, noPrompt, once, presses, queued, type Runs } from './setting';

const menu = { Text: 'Keys?', StoreInput: 'False', InputTimeLimitSeconds: '5' };
const store = (InputValidation: JsonObject): JsonObject => ({ ...menu, StoreInput: 'True', InputValidation });
const phone = store({ PhoneNumberValidation: { NumberFormat: 'E164' } });
const digits = store({ CustomValidation: { MaximumLength: '4' } });
const KEYS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '#'];
const bot = { Text: 'How can I help?', LexV2Bot: { AliasArn: 'arn:aws:lex:eu-central-1:111122223333:bot-alias/A/B' } };
const view = { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: '9' };
const application = { AgentConfiguration: { WorkspaceId: 'w', ApplicationId: 'a', Alias: 'live' } };
const signIn = {
  CognitoConfiguration: { UserPoolArn: 'pool', AppClientId: 'client' },
  CustomerProfilesConfiguration: { ObjectTypeName: 'Cognito-attributes' },
  TimeLimitMinutes: '3',
};
const third = (ContinueFlowExecution: string): JsonObject => ({
  ThirdPartyPhoneNumber: '+15555550177',
  ThirdPartyConnectionTimeLimitSeconds: '30',
  ContinueFlowExecution,
});
const silent: Caller = { customer: { thirdPartyAnswers: false } };
const engaged: Partial<World> = { telephony: { busy: ['+15555550177'] } };

/** Runs that together take every way out of every action type of the family. */
export const PARTICIPANT_RUNS: Runs = {
  AuthenticateParticipant: [
    once('AuthenticateParticipant', signIn, { caller: chat('jo'), operands: ['OptedOut'] }),
    once('AuthenticateParticipant', signIn, { caller: chat('OptedOut'), operands: ['OptedOut'] }),
    once('AuthenticateParticipant', signIn, { caller: chat() }),
    once('AuthenticateParticipant', signIn),
  ],
  ConnectParticipantWithAgenticCX: [
    once('ConnectParticipantWithAgenticCX', application, { caller: chat('Escalation'), operands: ['Escalation'] }),
    once('ConnectParticipantWithAgenticCX', application, { caller: chat('Default') }),
    once('ConnectParticipantWithAgenticCX', application, { caller: chat('Confusion') }),
    once('ConnectParticipantWithAgenticCX', application, { caller: chat() }),
    once('ConnectParticipantWithAgenticCX'),
  ],
  ConnectParticipantWithLexBot: [
    once('ConnectParticipantWithLexBot', bot, { caller: chat('Billing'), operands: ['Billing'] }),
    once('ConnectParticipantWithLexBot', bot, { caller: chat('Weather'), operands: ['Billing'] }),
    once('ConnectParticipantWithLexBot', bot, { caller: chat() }),
    once('ConnectParticipantWithLexBot', { ...bot, Text: undefined as never, ...noPrompt }),
  ],
  DisconnectParticipant: [once('DisconnectParticipant')],
  GetParticipantInput: [
    ...KEYS.map((key) => once('GetParticipantInput', menu, { caller: presses(key), operands: KEYS })),
    once('GetParticipantInput', menu, { caller: presses('1') }),
    once('GetParticipantInput', menu),
    once('GetParticipantInput', { ...menu, Text: undefined as never, ...noPrompt }),
    ...[phone, digits].flatMap((parameters) => [
      once('GetParticipantInput', parameters, { caller: presses('15555550123#') }),
      once('GetParticipantInput', parameters, { caller: presses('1#') }),
      once('GetParticipantInput', parameters, { caller: chat() }),
    ]),
    ...['true', 'maybe'].map((on) => once('GetParticipantInput', { EnableDTMFBuffer: on })),
  ],
  MessageParticipant: [{ Text: 'Hello.' }, noPrompt].map((parameters) => once('MessageParticipant', parameters)),
  MessageParticipantIteratively: [{ Text: 'Soon.' }, noPrompt].flatMap((message) =>
    ([{}, { InterruptFrequencySeconds: '9' }] as readonly JsonObject[]).map((interrupt) =>
      queued(
        'MessageParticipantIteratively',
        { Messages: [message], ...interrupt },
        { operands: ['MessagesInterrupted'] },
      ),
    ),
  ),
  ShowView: [
    once('ShowView', view, { caller: chat('Submit'), operands: ['Submit'] }),
    once('ShowView', view, { caller: chat('Back'), operands: ['Submit'] }),
    once('ShowView', view, { caller: chat() }),
    once('ShowView', { ...view, ViewData: big }, { caller: chat() }),
  ],
  TransferParticipantToThirdParty: ['True', 'False'].flatMap((resumes) => [
    once('TransferParticipantToThirdParty', third(resumes)),
    once('TransferParticipantToThirdParty', third(resumes), { caller: silent }),
    once('TransferParticipantToThirdParty', third(resumes), { world: engaged }),
    once('TransferParticipantToThirdParty', { ...third(resumes), ThirdPartyPhoneNumber: '' }),
  ]),
};
