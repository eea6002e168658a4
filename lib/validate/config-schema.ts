import { RULE_NAMES } from './config';
import { ACCOUNT, INSTANCE_ARN, SETTINGS } from './config-problems';

const SETTING = { enum: SETTINGS };

/** The JSON Schema of `connect-flows.config.json`; editors complete and check the file with it. */
export const configSchema = () => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Configuration of connect-flows check',
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    rules: {
      description: 'Turns rules off, or their findings up or down.',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(RULE_NAMES.map((name) => [name, SETTING])),
    },
    allow: {
      description: 'Findings that are known and accepted.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule', 'reason'],
        properties: {
          rule: { enum: RULE_NAMES },
          flow: { description: 'Name or file of the flow; every flow where it is left out.', type: 'string' },
          action: { description: 'Identifier of the action; every action where it is left out.', type: 'string' },
          reason: { description: 'Why this is allowed.', type: 'string', pattern: '\\S' },
        },
      },
    },
    instanceArn: {
      description: 'The instance that the flows are for; ARNs of another one are errors.',
      type: 'string',
      pattern: INSTANCE_ARN.source,
    },
    account: { description: 'The account that the flows are for.', type: 'string', pattern: ACCOUNT.source },
  },
});
