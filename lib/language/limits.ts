/** Limits of the Flow language and its run time. Source: feature-limits (admin guide), API model, `document.md` §4. */
export const LIMITS = {
  actionsPerFlow: 250,
  contentCharacters: 256_000,
  identifierCharacters: 50,
  flowNameCharacters: 127,
  descriptionCharacters: 500,
  promptCharacters: 6_000,
  billedPromptCharacters: 3_000,
  attributeBytes: 32 * 1024,
  lambdaAnswerBytes: 32 * 1024,
  lambdaSynchronousSeconds: 8,
  lambdaChainSeconds: 20,
  moduleDepth: 5,
  contactChain: 12,
  waitSeconds: 604_800,
  userTagsPerContact: 6,
  whisperSeconds: 120,
  agentRingSeconds: 20,
  callbackExpirySeconds: 7 * 24 * 3600,
  taskExpirySeconds: 7 * 24 * 3600,
  chatExpirySeconds: 25 * 3600,
  agentQueueContacts: 10,
} as const;

/** Characters that an action's Identifier may not contain (flow-language page). */
export const FORBIDDEN_IDENTIFIER_CHARACTERS = '%:(\\/)=$,;[]{}';

/** Strings that an action's Identifier may not be (flow-language page; whether "contain" is meant is open). */
export const FORBIDDEN_IDENTIFIERS: readonly string[] = [
  '__proto__',
  'constructor',
  '__defineGetter__',
  '__defineSetter__',
  'toString',
  'hasOwnProperty',
  'isPrototypeOf',
  'propertyIsEnumerable',
  'toLocaleString',
  'valueOf',
];
