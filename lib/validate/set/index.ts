export * from './check-set';
export { ownerIn } from './connect-arn';
export type * from './flow-in-set';
export { hiddenCharacters } from './hidden-characters';
export { SET_RULES } from './rules';
export type { SetExample, SetFinding, SetRule } from './set-rule';
