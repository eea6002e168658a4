import type { Connect } from '@aws-sdk/client-connect';
import type { ContactAnswer, ContactRequest } from '../../lib/cloud';
import { startOfRequest } from '../../lib/instance';
import { type Scenario, type SimulateOptions, type SimulationResult, simulate, type World } from '../../lib/simulate';

type ByApi = Extract<Scenario['start'], { readonly method: 'API' }>;

const idIn = (arn = ''): string => arn.slice(arn.lastIndexOf('/') + 1);

const idOf = (things: readonly { readonly arn: string; readonly name: string }[], wanted: string | undefined): string =>
  idIn(things.find(({ name }) => name === wanted)?.arn);

/** Asks Connect for the contact with which a scenario starts, as a program would; gives the id of the contact. */
const requestContact = async (connect: Connect, world: World, start: ByApi): Promise<string | undefined> => {
  const at = { InstanceId: idIn(world.instanceArn), ContactFlowId: idOf(world.flows, start.flow) };
  if (start.channel === 'VOICE') {
    const call = { ...at, QueueId: idOf(world.queues, start.queue), DestinationPhoneNumber: start.to };
    return (await connect.startOutboundVoiceContact(call)).ContactId;
  }
  if (start.channel === 'CHAT') {
    const chat = { ...at, ParticipantDetails: { DisplayName: 'Sam Example' } };
    return (await connect.startChatContact(chat)).ContactId;
  }
  return (await connect.startTaskContact({ ...at, Name: 'A meter reading looks odd' })).ContactId;
};

/** Where contacts come in that programs ask Connect for. Each is played when its request arrives. */
export class ApiEntrance {
  /** The operations that were asked for, in order. */
  readonly requests: string[] = [];
  private expected: ((request: ContactRequest) => Promise<SimulationResult>) | undefined;
  private result: SimulationResult | undefined;

  /** For the cloud: the contact that was played has the id that Connect answers with. */
  readonly onContact = async (request: ContactRequest): Promise<ContactAnswer | undefined> => {
    this.requests.push(request.operation);
    this.result = await this.expected?.(request);
    return { contactId: this.result?.contacts[0]?.id };
  };

  /** How journeys are played: contacts of the API by a request of the SDK's client, others at once. */
  readonly through =
    (connect: Connect) =>
    async (world: World, scenario: Scenario, options: SimulateOptions): Promise<SimulationResult> => {
      const { start } = scenario;
      if (start.method !== 'API') return simulate(world, scenario, options);
      this.expected = (request) => simulate(world, { ...scenario, start: startOfRequest(request) }, options);
      const contactId = await requestContact(connect, world, start);
      if (this.result?.contacts[0]?.id !== contactId) throw new Error(`Contact ${contactId} was not the one played.`);
      return this.result as SimulationResult;
    };
}
