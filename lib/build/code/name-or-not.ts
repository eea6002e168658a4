import { label } from '../blocks/loops';
import { named } from '../blocks/named';

/** Whether a step can carry the identifier as its name. */
export const nameOrNot = (identifier: string): boolean => {
  try {
    named(identifier, label('any'));
    return true;
  } catch {
    return false;
  }
};
