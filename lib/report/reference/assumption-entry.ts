import { ASSUMPTIONS, type Assumption, type AssumptionName, assume } from '../../journey';
import { type Block, heading, list, text } from '../page/block';

/** What AWS leaves open, and how it is answered here. */
export const assumptionEntry = (name: AssumptionName): readonly Block[] => {
  const assumption: Assumption = ASSUMPTIONS[name];
  const sources = assumption.sources.map((source) => `<${source}>`).join(', ');
  return [
    heading(3, name),
    text(`${assumption.question} *(${assumption.evidence})*`),
    list(
      Object.entries(assumption.values).map(
        ([value, meaning]) => `\`${value}\`${value === assume()[name] ? ' (default)' : ''}: ${meaning}`,
      ),
    ),
    text(`${assumption.why} Sources: ${sources}`),
  ];
};
