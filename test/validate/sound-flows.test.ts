import { synthesise } from '../../examples/contact-centre/synthesise';
import { DEFAULT_FLOW_DOCUMENTS, DEFAULT_FLOW_NAMES, DEFAULT_FLOWS } from '../../lib/journey';
import type { FlowDocument, FlowScope } from '../../lib/language';
import { check } from '../../lib/validate';

const faults = (document: FlowDocument, type: FlowScope) =>
  check(document, { type }).filter(({ severity }) => severity !== 'note');

test.each(DEFAULT_FLOW_NAMES)('Nothing is wrong with the %s flow', (name) => {
  expect(faults(DEFAULT_FLOW_DOCUMENTS[name], DEFAULT_FLOWS[name].flowType)).toEqual([]);
});

test('Nothing is wrong with the flows of the example', () => {
  const flows = Object.values(synthesise({ 'aws:cdk:bundling-stacks': [] }).flows);
  expect(flows.length).toBeGreaterThan(5);
  for (const { document, type } of flows) expect(faults(document, type)).toEqual([]);
}, 60_000);
