import type { Channel } from '../../language/channel';
import { reference, under } from './reference';

/** What Connect itself knows of the contact. The keys of `agent` are only filled in whispers, hold and transfer flows. */
export const contact = {
  id: reference('$.ContactId'),
  initialId: reference('$.InitialContactId'),
  previousId: reference('$.PreviousContactId'),
  channel: reference<Channel>('$.Channel'),
  initiationMethod: reference('$.InitiationMethod'),
  customerNumber: reference('$.CustomerEndpoint.Address'),
  customerEndpointType: reference('$.CustomerEndpoint.Type'),
  customerDisplayName: reference('$.CustomerEndpoint.DisplayName'),
  dialledNumber: reference('$.SystemEndpoint.Address'),
  dialledEndpointType: reference('$.SystemEndpoint.Type'),
  dialledDisplayName: reference('$.SystemEndpoint.DisplayName'),
  customerId: reference('$.CustomerId'),
  language: reference('$.LanguageCode'),
  voice: reference('$.TextToSpeechVoiceId'),
  name: reference('$.Name'),
  description: reference('$.Description'),
  storedInput: reference('$.StoredCustomerInput'),
  instanceArn: reference('$.InstanceARN'),
  region: reference('$.AwsRegion'),
  /** The queue that was set last; empty before. */
  queue: {
    name: reference('$.Queue.Name'),
    arn: reference('$.Queue.ARN'),
    callerNumber: reference('$.Queue.OutboundCallerId.Address'),
  },
  agent: {
    userName: reference('$.Agent.UserName'),
    firstName: reference('$.Agent.FirstName'),
    lastName: reference('$.Agent.LastName'),
    arn: reference('$.Agent.ARN'),
  },
  intent: reference('$.Lex.IntentName'),
  /** The task that `createTask` has just made. */
  createdTaskId: reference('$.Task.ContactId'),
  /** The other recipients of an email. */
  recipients: {
    to: reference('$.AdditionalEmailRecipients.ToList'),
    cc: reference('$.AdditionalEmailRecipients.CcList'),
  },
  /** The first message of a chat, up to 1,024 characters. */
  initialMessage: reference('$.Media.InitialMessage'),
  /** The body of an email, once `getStoredContent` has loaded it. */
  emailText: reference('$.Email.EmailMessage.Plaintext'),
} as const;

/** A header of the SIP message with which a call came. */
export const sipHeader = under('Media.Sip.Headers');

/** Who can use video or share a screen, in calls from an app or a web page. */
export const capabilities = {
  agentVideo: reference('$.Capabilities.Agent.Video'),
  agentScreenShare: reference('$.Capabilities.Agent.ScreenShare'),
  customerVideo: reference('$.Capabilities.Customer.Video'),
  customerScreenShare: reference('$.Capabilities.Customer.ScreenShare'),
} as const;

/** The Kinesis stream that `startMediaStreaming` feeds. */
export const mediaStream = {
  arn: reference('$.MediaStreams.Customer.Audio.StreamARN'),
  startedAt: reference('$.MediaStreams.Customer.Audio.StartTimestamp'),
  stoppedAt: reference('$.MediaStreams.Customer.Audio.StopTimestamp'),
  startFragment: reference('$.MediaStreams.Customer.Audio.StartFragmentNumber'),
} as const;
