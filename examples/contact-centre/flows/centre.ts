import type { FlowHandle, FunctionHandle, Hours, Queue, Reference } from '../../../lib/build';
import type { lookUpAnswers } from '../lambda/look-up-answers';

/** Everything that the flows of the centre name; constructs in the stack, plain ARNs in a test. */
export interface Centre {
  readonly sales: Queue;
  readonly billing: Queue;
  readonly outages: Queue;
  readonly gold: Queue;
  readonly office: Hours;
  readonly lookUp: FunctionHandle<typeof lookUpAnswers>;
  readonly journeyRules: {
    readonly functionArn: string;
    readonly functionName?: string;
    readonly result: { readonly AgentWhisper: Reference<string>; readonly CustomerWhisper: Reference<string> };
  };
  readonly waiting: FlowHandle<'CUSTOMER_QUEUE'>;
  readonly agentWhisper: FlowHandle<'AGENT_WHISPER'>;
  readonly customerWhisper: FlowHandle<'CUSTOMER_WHISPER'>;
  readonly consultationWhisper: FlowHandle<'AGENT_WHISPER'>;
  readonly mainLine: FlowHandle<'CONTACT_FLOW'>;
  readonly survey: FlowHandle<'CONTACT_FLOW'>;
}
