import type {
  StartChatContactRequest,
  StartOutboundVoiceContactRequest,
  StartTaskContactRequest,
} from '@aws-sdk/client-connect';
import type { Start } from '../simulate';

/** A request for a contact, as a program sends it, and the flow that it runs. */
export interface ContactRequestOfApi {
  readonly operation: 'StartOutboundVoiceContact' | 'StartChatContact' | 'StartTaskContact';
  readonly input: Readonly<Record<string, unknown>>;
  readonly flow: { readonly arn: string };
}

type Started = Extract<Start, { readonly method: 'API' }>;

const attributesOf = ({ Attributes }: { Attributes?: Record<string, string> | undefined }): Partial<Started> =>
  Attributes === undefined ? {} : { attributes: Attributes };

const call = (input: StartOutboundVoiceContactRequest, flow: string): Started => ({
  method: 'API',
  channel: 'VOICE',
  flow,
  queue: input.QueueId,
  to: input.DestinationPhoneNumber,
  ringTimeoutSeconds: input.RingTimeoutInSeconds,
  campaign: input.CampaignId,
  ...attributesOf(input),
});

const chat = (input: StartChatContactRequest, flow: string): Started => ({
  method: 'API',
  channel: 'CHAT',
  flow,
  ...(input.ChatDurationInMinutes && { expiresAfterSeconds: input.ChatDurationInMinutes * 60 }),
  ...attributesOf(input),
});

const task = (input: StartTaskContactRequest, flow: string): Started => ({
  method: 'API',
  channel: 'TASK',
  flow,
  ...attributesOf(input),
});

/** How a scenario starts with the contact that a program asks Connect for. */
export const startOfRequest = ({ operation, input, flow }: ContactRequestOfApi): Start => {
  if (operation === 'StartOutboundVoiceContact') return call(input as never, flow.arn);
  return operation === 'StartChatContact' ? chat(input as never, flow.arn) : task(input as never, flow.arn);
};
