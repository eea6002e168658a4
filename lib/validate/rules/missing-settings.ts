import { flowWithoutEnd, last, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';

const greeting = flowWithoutEnd(say('hello', 'Hello.'), last('end', 'EndFlowModuleExecution'));

export const missingSettings: Rule = {
  name: 'missing-settings',
  severity: 'error',
  evidence: 'observed',
  summary: 'A flow module has no Settings.',
  examples: { failing: greeting, passing: { ...greeting, Settings: {} }, context: { type: 'MODULE' } },
  *find({ document: { Settings }, context: { type } }) {
    if (type !== 'MODULE' || (Settings !== undefined && Settings !== null)) return;
    const problem = 'JSON field is missing or null for field name: settings';
    yield { path: 'Settings', problem, ...MESSAGES.missingSettings() };
  },
};
