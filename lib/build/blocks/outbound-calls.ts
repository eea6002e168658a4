import type { LegalIn } from '../../language/wire';
import { onError, onResult, plan, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';
import type { Value } from '../value';

/** A SIP trunk of Chime Voice Connector, in place of Connect's own lines. */
interface VoiceConnector {
  readonly arn: Value;
  readonly from?: Value;
  readonly to?: Value;
  readonly userToUserInformation?: Value;
  /** How long it may ring, 1 to 600. */
  readonly timeLimitSeconds?: number;
}

interface CallOptions {
  /** A number of the instance; the queue's unless said otherwise. Without effect on a voice connector. */
  readonly callerNumber?: Value;
  readonly voiceConnector?: VoiceConnector;
}

const connectorOf = (connector: VoiceConnector | undefined) =>
  connector && {
    VoiceConnectorType: 'ChimeConnector',
    VoiceConnectorArn: connector.arn,
    FromUser: connector.from,
    ToUser: connector.to,
    UserToUserInformation: connector.userToUserInformation,
  };

/**
 * Dials the customer of an outbound call now, instead of at the first prompt. A call that fails ends the flow, so there
 * is no branch for it.
 */
export const callPhoneNumber = <T extends LegalIn<'CompleteOutboundCall'>>(options: CallOptions = {}): Step<T> => {
  const { callerNumber, voiceConnector } = options;
  const given = {
    CallerId: callerNumber === undefined ? undefined : { Number: callerNumber },
    VoiceConnector: connectorOf(voiceConnector),
    ConnectionTimeLimitSeconds: voiceConnector?.timeLimitSeconds,
  };
  return step(callPhoneNumber, [plan('CompleteOutboundCall', given, { block: 'Call phone number' })]);
};

interface CallProgress<T extends LegalIn<'CheckOutboundCallStatus'>> extends OnError<T> {
  /** A person answered. Goes on with the next step when left out. */
  readonly answered?: Branch<T>;
  /** A machine answered, and its beep has been heard: a message can be left. */
  readonly voicemailBeep: Branch<T>;
  readonly voicemailNoBeep: Branch<T>;
  /** Connect could not tell. */
  readonly notDetected: Branch<T>;
}

/** Branches on who or what answered a call of an outbound campaign. */
export const checkCallProgress = <T extends LegalIn<'CheckOutboundCallStatus'>>(branches: CallProgress<T>): Step<T> => {
  const action = plan(
    'CheckOutboundCallStatus',
    {},
    {
      block: 'Check call progress',
      ways: [
        onResult('CallAnswered', branches.answered, 'answered'),
        onResult('VoicemailBeep', branches.voicemailBeep, 'voicemail beep'),
        onResult('VoicemailNoBeep', branches.voicemailNoBeep, 'voicemail no beep'),
        onResult('NotDetected', branches.notDetected, 'not detected'),
        onError(branches),
      ],
      next: { copyOf: 'NoMatchingError' },
    },
  );
  return step(checkCallProgress, [action]);
};
