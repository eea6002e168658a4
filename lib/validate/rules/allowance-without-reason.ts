import { allowancesIn, isReason, metadataOfActions } from '../allowance';
import { flow, say } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';

const allowing = (reason: string) => ({
  ...flow(say('hello', 'Hello.')),
  Metadata: { ActionMetadata: { hello: { connectFlows: { allow: { 'silent-end': reason } } } } },
});

export const allowanceWithoutReason: Rule = {
  name: 'allowance-without-reason',
  severity: 'warning',
  evidence: 'documented',
  summary: 'The metadata of an action allows a finding without saying why, so that the finding stands.',
  examples: { failing: allowing(''), passing: allowing('Callers come from a survey and expect no goodbye.') },
  *find({ document, actions }) {
    const metadata = metadataOfActions(document);
    for (const { id } of actions) {
      const allowances = allowancesIn(metadata, id);
      if (allowances === undefined) continue;
      for (const [rule, reason] of Object.entries(allowances)) {
        if (isReason(reason)) continue;
        const path = `Metadata.ActionMetadata[${JSON.stringify(id)}].connectFlows.allow[${JSON.stringify(rule)}]`;
        yield { action: id, path, ...MESSAGES.allowanceWithoutReason(id, rule) };
      }
    }
  },
};
