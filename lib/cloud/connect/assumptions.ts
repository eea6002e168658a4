import type { Assumption } from '../../journey';

const ADMIN = 'https://docs.aws.amazon.com/connect/latest/adminguide';
const API = 'https://docs.aws.amazon.com/connect/latest/APIReference';

/** What nobody has published about Connect's API, and how the loopback Connect answers. Each one is a switch. */
export const CLOUD_ASSUMPTIONS = {
  namedFlowType: {
    question: 'Is a flow of another type refused where a queue, a quick connect or a phone number names it?',
    values: { refused: 'with InvalidParameterException', taken: 'it is, and could not run there' },
    evidence: 'inferred',
    why: 'Each place says which type it wants, and a flow of another type cannot run there; no published call shows an answer.',
    sources: [`${ADMIN}/create-queue.html`, `${ADMIN}/how-quick-connects-work.html`],
  },
  attachedFlow: {
    question: 'Can a flow be deleted that a queue, a quick connect or a phone number names?',
    values: { kept: 'no, InvalidRequestException', deleted: 'yes' },
    evidence: 'documented',
    why: 'The page says that such a flow cannot be archived, and that archiving comes before deleting; the API page is silent.',
    sources: [`${ADMIN}/delete-contact-flow.html`, `${API}/API_DeleteContactFlow.html`],
  },
  usedResource: {
    question:
      'Can hours of operation, users and modules be deleted while queues, quick connects and aliases name them?',
    values: { kept: 'no, InvalidRequestException', deleted: 'yes' },
    evidence: 'inferred',
    why: 'The API lists ResourceInUseException for queues, routing profiles and security profiles, and not for these.',
    sources: [`${API}/API_DeleteHoursOfOperation.html`, `${API}/API_DeleteUser.html`],
  },
  unwordedError: {
    question: 'Is a flow refused for an error whose wording nobody has published, such as a transition to nowhere?',
    values: { refused: 'yes, told in our words', taken: 'no' },
    evidence: 'inferred',
    why: 'The Flow language forbids it on its page, and such a flow could not run.',
    sources: [`${API}/flow-language.html`],
  },
} as const satisfies Record<string, Assumption>;

/** A value for every assumption of the embedded cloud. */
export type CloudAssumptions = {
  readonly [K in keyof typeof CLOUD_ASSUMPTIONS]: keyof (typeof CLOUD_ASSUMPTIONS)[K]['values'];
};

/** What is assumed of the embedded cloud where nobody says otherwise. */
export const CLOUD_DEFAULTS: CloudAssumptions = {
  namedFlowType: 'refused',
  attachedFlow: 'kept',
  usedResource: 'kept',
  unwordedError: 'refused',
};

/** The defaults with some of them answered otherwise. */
export const assumeOfCloud = (answers: Partial<CloudAssumptions> = {}): CloudAssumptions => ({
  ...CLOUD_DEFAULTS,
  ...answers,
});
