import { contactCentre } from '../../lib/testing';
import { supportLine } from './support-line';

/** A step that fails, to see what it says. */
const call = contactCentre(supportLine).calls({ flow: 'Main line' });
call
  .presses('2')
  .isQueuedFor('Billing')
  .then(undefined, (error) => console.log((error as Error).message));
