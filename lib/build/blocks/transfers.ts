import type { LegalIn } from '../../language/wire';
import { type FlowRef, readFlow } from '../handles';
import { end, onError, onErrorType, plan, shows, step } from '../place-step';
import type { Branch, End, OnError, Step } from '../step';
import type { Value } from '../value';

/** Goes to the start of another flow and does not come back. An error, such as an unpublished flow, goes on here. */
export const transferToFlow = <T extends LegalIn<'TransferToFlow'>>(
  flow: FlowRef<'CONTACT_FLOW' | 'AGENT_TRANSFER' | 'QUEUE_TRANSFER'>,
  options?: OnError<T>,
): Step<T> => {
  const handle = readFlow(flow);
  const action = plan(
    'TransferToFlow',
    { ContactFlowId: handle.arn },
    {
      block: 'Transfer to flow',
      words: handle.name,
      ways: [onError(options)],
      metadata: shows('ContactFlowId', handle),
    },
  );
  return step(transferToFlow, [action], [handle]);
};

/** Hands the contact to the agent chosen by the quick connect, voice only. A busy agent ends the call. */
export const transferToAgent = <T extends LegalIn<'TransferContactToAgent'>>(): End<T> =>
  end(transferToAgent, [plan('TransferContactToAgent', {}, { block: 'Transfer to agent' })]);

type Calling = LegalIn<'TransferParticipantToThirdParty'>;

interface PhoneOptions<T extends Calling> extends OnError<T> {
  /** How long it may ring; 30 unless said otherwise. */
  readonly timeLimitSeconds?: number;
  /** Keys pressed when the call is answered; a comma waits 750 ms. */
  readonly dtmf?: Value;
  readonly callerNumber?: Value;
  readonly callerName?: Value;
  /** Comes back to this flow when the other side hangs up, and goes on with the next step. Else the flow ends. */
  readonly resume?: {
    readonly callFailed: Branch<T>;
    readonly notAnswered: Branch<T>;
  };
}

/** Connects the caller with a number outside of Connect, in E.164. */
export const transferToPhoneNumber = <T extends Calling>(number: Value, options: PhoneOptions<T> = {}): Step<T> => {
  const { callerNumber, callerName, resume } = options;
  const hasCaller = callerNumber !== undefined || callerName !== undefined;
  const given = {
    ThirdPartyPhoneNumber: number,
    ThirdPartyConnectionTimeLimitSeconds: options.timeLimitSeconds ?? 30,
    ContinueFlowExecution: resume !== undefined,
    ThirdPartyDTMFDigits: options.dtmf,
    CallerId: hasCaller ? { Number: callerNumber, Name: callerName } : undefined,
  };
  const action = plan('TransferParticipantToThirdParty', given, {
    block: 'Transfer to phone number',
    words: String(number),
    ways: [
      onErrorType('call failed', 'CallFailed', resume?.callFailed),
      onErrorType('not answered', 'ConnectionTimeLimitExceeded', resume?.notAnswered),
      onError(options),
    ],
    next: resume ? 'follows' : { copyOf: 'NoMatchingError' },
  });
  return step(transferToPhoneNumber, [action]);
};
