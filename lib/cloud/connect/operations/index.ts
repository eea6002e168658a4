import type { Handlers } from '../connect-state';
import { contactOperations } from './contacts';
import { flowAssociationOperations } from './flow-associations';
import { flowOperations } from './flows';
import { hoursOperations } from './hours';
import { instanceOperations } from './instances';
import { integrationOperations } from './integrations';
import { moduleOperations } from './modules';
import { phoneNumberOperations } from './phone-numbers';
import { promptOperations } from './prompts';
import { queueOperations } from './queues';
import { quickConnectOperations } from './quick-connects';
import { routingProfileOperations } from './routing-profiles';
import { securityProfileOperations } from './security-profiles';
import { storageOperations } from './storage';
import { tagOperations } from './tags';
import { userOperations } from './users';

/** Every operation that the loopback Connect carries out. */
export const CONNECT_OPERATIONS: Handlers = {
  ...instanceOperations,
  ...flowOperations,
  ...moduleOperations,
  ...hoursOperations,
  ...queueOperations,
  ...quickConnectOperations,
  ...promptOperations,
  ...routingProfileOperations,
  ...securityProfileOperations,
  ...userOperations,
  ...integrationOperations,
  ...storageOperations,
  ...phoneNumberOperations,
  ...flowAssociationOperations,
  ...tagOperations,
  ...contactOperations,
};
