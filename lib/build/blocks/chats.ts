import type { LegalIn } from '../../language/wire';
import { type FlowRef, type PhoneNumberRef, readFlow, readPhoneNumber } from '../handles';
import { onError, onErrorType, onResult, plan, shows, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';
import type { Value } from '../value';

interface TextMessage<T extends LegalIn<'StartOutboundChatContact'>> extends OnError<T> {
  /** A number of the instance that can send SMS. */
  readonly from: PhoneNumberRef;
  /** In E.164, e.g. `contact.customerNumber`. */
  readonly to: Value;
  /** The inbound flow that the new chat runs. */
  readonly flow: FlowRef<'CONTACT_FLOW'>;
  /** Up to 1,024 characters. */
  readonly message?: Value;
  /** Marks the new chat as related to this contact. */
  readonly isRelated?: boolean;
}

/**
 * Sends an SMS, which is a chat of its own; this flow goes on at once. Text within a chat is `playPrompt`. For WhatsApp
 * and email the wire keys are unpublished.
 */
export const sendMessage = <T extends LegalIn<'StartOutboundChatContact'>>(options: TextMessage<T>): Step<T> => {
  const { to, message, isRelated } = options;
  const from = readPhoneNumber(options.from);
  const flow = readFlow(options.flow);
  const given = {
    SourceEndpoint: { Address: from.arn, Type: 'CONNECT_PHONENUMBER_ARN' },
    DestinationEndpoint: { Address: to, Type: 'TELEPHONE_NUMBER' },
    ContactFlowArn: flow.arn,
    ContactSubtype: 'connect:SMS',
    InitialSystemMessage: message === undefined ? undefined : { Content: message },
    RelatedContact: isRelated ? 'CURRENT' : undefined,
  };
  const action = plan('StartOutboundChatContact', given, {
    block: 'Send message',
    words: String(message ?? ''),
    ways: [onError(options)],
    metadata: shows('ContactFlowArn', flow),
  });
  return step(sendMessage, [action], [from, flow]);
};

interface SignIn {
  readonly userPoolArn: Value;
  readonly appClientId: Value;
  /** The profile object type that takes in what Cognito knows; its default template makes `Cognito-attributes`. */
  readonly objectType: Value;
  /** 3 to 15. */
  readonly timeLimitMinutes: number;
}

interface SignInBranches<T extends LegalIn<'AuthenticateParticipant'>> extends OnError<T> {
  /** The customer would rather not. */
  readonly optedOut: Branch<T>;
  readonly timeout: Branch<T>;
}

/**
 * Asks a chat customer, on a web page or in an app, to sign in through Amazon Cognito, and goes on when they have. The
 * action has no page; its keys are those of exports.
 */
export const authenticateCustomer = <T extends LegalIn<'AuthenticateParticipant'>>(
  signIn: SignIn,
  branches: SignInBranches<T>,
): Step<T> => {
  const given = {
    CognitoConfiguration: { UserPoolArn: signIn.userPoolArn, AppClientId: signIn.appClientId },
    CustomerProfilesConfiguration: { ObjectTypeName: signIn.objectType },
    TimeLimitMinutes: signIn.timeLimitMinutes,
  };
  const action = plan('AuthenticateParticipant', given, {
    block: 'Authenticate customer',
    ways: [
      onResult('OptedOut', branches.optedOut, 'opted out'),
      onErrorType('timeout', 'TimeLimitExceeded', branches.timeout),
      onError(branches),
    ],
  });
  return step(authenticateCustomer, [action]);
};

const REHYDRATION = { session: 'ENTIRE_PAST_SESSION', segment: 'FROM_SEGMENT' } as const;

interface PastChat<T extends LegalIn<'CreatePersistentContactAssociation'>> extends OnError<T> {
  /** The whole past chat, or from the segment with this contact id on. */
  readonly from: keyof typeof REHYDRATION;
}

/**
 * Lets a chat go on where an earlier one ended: its customer sees that transcript. Not for a chat that was started with
 * such an id already. The keys are those of exports.
 */
export const createPersistentContactAssociation = <T extends LegalIn<'CreatePersistentContactAssociation'>>(
  pastContactId: Value,
  options: PastChat<T>,
): Step<T> => {
  const given = { RehydrationType: REHYDRATION[options.from], SourceContactId: pastContactId };
  const block = 'Create persistent contact association';
  const ways = [onError(options)];
  return step(createPersistentContactAssociation, [
    plan('CreatePersistentContactAssociation', given, { block, words: options.from, ways }),
  ]);
};
