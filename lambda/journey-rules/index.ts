import { Logger } from '@aws-lambda-powertools/logger';
import { journeyRulesHandler } from '../../lib/runtime';
import { policyFromEnvironment } from './policy-from-environment';

const logger = new Logger({ serviceName: 'journey-rules' });

export const handler = journeyRulesHandler({ policy: policyFromEnvironment(process.env, logger), logger });
