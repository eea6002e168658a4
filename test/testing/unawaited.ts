import { contactCentre } from '../../lib/testing';
import { supportLine } from './support-line';

/** A test that forgets to await. */
contactCentre(supportLine).calls({ flow: 'Main line' }).hears('nothing of the kind');
