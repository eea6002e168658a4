import { named } from '../blocks/named';
import { label } from '../blocks/loops';

/** Whether a step can carry the identifier as its name. */
export const nameOrNot = (identifier: string): boolean => {
  try {
    named(identifier, label('any'));
    return true;
  } catch {
    return false;
  }
};
