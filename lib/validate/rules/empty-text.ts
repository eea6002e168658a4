import { flow, menu } from '../example-flow';
import { MESSAGES } from '../messages';
import type { Rule } from '../rule';
import { foundIn } from '../subject';

export const emptyText: Rule = {
  name: 'empty-text',
  severity: 'error',
  evidence: 'observed',
  summary: 'A prompt is empty text: refused where input is taken (error), nothing to hear elsewhere (warning).',
  examples: { failing: flow(menu('ask', ['1'], { Text: '' })), passing: flow(menu('ask', ['1'])) },
  *find({ parameters }) {
    for (const { placed, place, name, value, spec } of parameters.messages) {
      if (value !== '') continue;
      const isRefused = spec.filled === true;
      const problem = isRefused ? `Invalid Action property value. Path: ${placed.path}.${place.path}` : undefined;
      const severity = isRefused ? 'error' : 'warning';
      yield foundIn(placed, { path: place.path, severity, problem, ...MESSAGES.emptyText(placed, name, isRefused) });
    }
  },
};
