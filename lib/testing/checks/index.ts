export { hasAttributes } from './attributes';
export type { Check } from './check';
export { comesFrom } from './comes-from';
export { hasContactChain } from './contact-chain';
export { heard } from './heard';
export { ranFlows } from './ran-flows';
export { conformsToTheRulebook } from './rulebook';
