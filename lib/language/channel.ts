/** The channels of a contact, as `$.Channel` and the Lambda event spell them. */
export const CHANNELS = ['VOICE', 'CHAT', 'TASK', 'EMAIL'] as const;

export type Channel = (typeof CHANNELS)[number];

export const isChannel = (value: unknown): value is Channel => (CHANNELS as readonly unknown[]).includes(value);
