/** Every error type that some action can declare. Source: `document.md` §2 (action pages and exports). */
export const ERROR_TYPES = {
  NoMatchingError: 'anything that no other error branch names',
  NoMatchingCondition: 'no condition was true',
  InputTimeLimitExceeded: 'the customer said or pressed nothing in time',
  QueueAtCapacity: 'the queue has reached its limit',
  TimeLimitExceeded: 'the page was not answered in time',
  InvalidPhoneNumber: 'the number that was entered is not valid',
  InvalidCallbackNumber: 'the callback number is malformed',
  CallbackNumberNotDialable: 'the callback destination is not allowed',
  NoneFoundError: 'no customer profile was found',
  MultipleFoundError: 'several customer profiles were found',
  NoneFound: 'no case was found',
  MultipleFound: 'several cases were found',
  ContactNotLinked: 'the case was written but the contact was not linked to it',
  CallFailed: 'the third party could not be reached',
  ConnectionTimeLimitExceeded: 'the third party did not answer in time',
  ChannelMismatch: 'the setting does not fit the channel of the contact',
  InFlightRedactionConfigurationFailed: 'in-flight redaction could not be set',
  ParticipantNotFound: 'no bot takes part in the contact',
  TemplateRenderingError: 'the message template could not be rendered',
} as const;

export type ErrorType = keyof typeof ERROR_TYPES;
