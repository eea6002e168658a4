export * from './references/attributes';
export * from './references/contact';
export * from './references/loaded';
export type { ProfileField } from './references/profile-field';
export { isReferenceObject, type Reference, reference } from './references/reference';
