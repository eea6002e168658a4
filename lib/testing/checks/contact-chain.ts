import { inside, type Watched, WITNESS } from '../witness';
import { type Check, compared, fails, passes, sameList } from './check';

/** The contacts of the chain started by these methods, in this order. */
export const hasContactChain = (watched: Watched, methods: readonly string[]): Check => {
  const witness = watched[WITNESS];
  const chain = witness.contacts.map(({ method }) => method as string);
  if (sameList(methods, chain))
    return passes(() => `The contacts of ${inside(witness.who)} are ${chain.join(', ')}, and were not to be.`);
  return fails(witness, () => [`${witness.who} was to have other contacts.`, compared(methods, chain)]);
};
