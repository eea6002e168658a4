import type { LegalIn } from '../../language/wire';
import { onError, onErrorType, onResult, plan, step } from '../place-step';
import type { Branch, OnError, Step } from '../step';
import type { Value, Values } from '../value';

/** The sound that fills the silence while the application thinks. */
interface Filler {
  /** As the designer spells it on the wire, e.g. `MELODY_CHIPPER_CHIME`. */
  readonly sound: string;
  /** 500 to 5000; 2500 unless said otherwise. */
  readonly startDelayMilliseconds?: number;
  /** 1000 to 5000; 3000 unless said otherwise. */
  readonly minimumPlayMilliseconds?: number;
  /** 200 to 1000; 500 unless said otherwise. */
  readonly responseDelayMilliseconds?: number;
}

interface Application {
  readonly workspaceId: Value;
  readonly applicationId: Value;
  readonly alias: Value;
  /** What the application is told, at most ten. */
  readonly variables?: Values;
  readonly speechEngine?: 'AMAZON_AGENTIC_VOICE';
  readonly filler?: Filler;
}

interface AgenticBranches<T extends LegalIn<'ConnectParticipantWithAgenticCX'>> extends OnError<T> {
  /** The application wants a person to take over. */
  readonly escalation: Branch<T>;
  /** A chat customer said nothing in time. */
  readonly timeout: Branch<T>;
  /** Any other end. Goes on with the next step when left out. */
  readonly otherwise?: Branch<T>;
}

const fillerOf = (filler: Filler | undefined) =>
  filler && {
    Enabled: true,
    AudioType: filler.sound,
    StartDelayInMilliseconds: filler.startDelayMilliseconds,
    MinimumPlayDurationInMilliseconds: filler.minimumPlayMilliseconds,
    ResponseDeliveryDelayInMilliseconds: filler.responseDelayMilliseconds,
  };

/** Lets an application of the Agentic CX designer talk with the customer. Next-generation instances only. */
export const agenticCx = <T extends LegalIn<'ConnectParticipantWithAgenticCX'>>(
  application: Application,
  branches: AgenticBranches<T>,
): Step<T> => {
  const { workspaceId, applicationId, alias, variables, speechEngine, filler } = application;
  const given = {
    AgentConfiguration: {
      WorkspaceId: workspaceId,
      ApplicationId: applicationId,
      Alias: alias,
      ContextVariables: variables,
    },
    SpeechRecognitionConfiguration: speechEngine && { SpeechRecognitionEngine: speechEngine },
    AudioFillerConfiguration: fillerOf(filler),
  };
  const action = plan('ConnectParticipantWithAgenticCX', given, {
    block: 'Agentic CX',
    ways: [
      onResult('Escalation', branches.escalation, 'escalation'),
      onErrorType('otherwise', 'NoMatchingCondition', branches.otherwise ?? []),
      onErrorType('timeout', 'InputTimeLimitExceeded', branches.timeout),
      onError(branches),
    ],
    next: { copyOf: 'NoMatchingCondition' },
  });
  return step(agenticCx, [action]);
};
