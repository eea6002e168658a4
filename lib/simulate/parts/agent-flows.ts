import { AGENT_FLOW, AGENT_FLOWS_IN_A_CHAT } from '../../journey';
import { agentOf, type Contact, type FlowRun } from '../contact';
import type { Kernel } from '../kernel';
import type { WorldFlow } from '../world';

const isSent = ({ source, flowType }: FlowRun): boolean =>
  source === AGENT_FLOW.from?.at && flowType === AGENT_FLOW.flowType;

/** Whether a flow that the agent sent is still running; until it ends the chat cannot be transferred. */
export const runsAgentFlow = ({ executions }: Contact): boolean => executions.some(({ run }) => isSent(run));

/** Why no flow can be sent now; null where one can. */
const whyNot = (contact: Contact): string | null => {
  if (runsAgentFlow(contact)) return 'another one is still running';
  const sent = contact.story.contacts.flatMap(({ runs }) => runs.filter(isSent)).length;
  return sent < AGENT_FLOWS_IN_A_CHAT ? null : `a chat takes ${AGENT_FLOWS_IN_A_CHAT} of them`;
};

/** The flow of a quick connect; null (and the run stops) where there is none that could be sent. */
const flowOf = (kernel: Kernel, name: string): WorldFlow | null => {
  const found = kernel.world.world.quickConnects.find((each) => each.name === name && each.kind === 'FLOW');
  if (!found) kernel.stop(`There is no quick connect "${name}" of type FLOW in this world.`);
  const flow = found && kernel.world.flow(found.target, AGENT_FLOW.flowType);
  if (found && flow?.type !== AGENT_FLOW.flowType) kernel.stop(`Quick connect "${name}" names no inbound flow.`);
  return flow?.type === AGENT_FLOW.flowType ? flow : null;
};

/** The agent of a chat sends the customer an inbound flow; both may write meanwhile. */
export const sendFlow = (kernel: Kernel, contact: Contact, name: string): void => {
  if (contact.channel !== 'CHAT') return kernel.stop(`No flow can be sent on a ${contact.channel} contact.`);
  const flow = flowOf(kernel, name);
  if (flow === null) return;
  const who = agentOf(contact)?.name ?? null;
  const why = whyNot(contact);
  if (why !== null) return kernel.note(contact, 'does', `cannot send the flow "${name}": ${why}`, { who });
  kernel.note(contact, 'does', `sends the flow "${name}"`, { who });
  const choice = { source: 'quick connect', flow: flow.arn, why: `quick connect ${name} names it` } as const;
  kernel.begin(contact, choice, AGENT_FLOW, () => {});
};
