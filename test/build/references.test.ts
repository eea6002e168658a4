import {
  agenticVariable,
  assistantSession,
  attribute,
  capabilities,
  caseField,
  contact,
  contactReference,
  customer,
  dataTableRows,
  dataTableValue,
  external,
  externalToolResult,
  flowAttribute,
  lambdaResult,
  lex,
  loopState,
  mediaStream,
  metrics,
  segmentAttribute,
  sipHeader,
  slot,
  tag,
  view,
} from '../../lib/build';
import { parseReference, REFERENCE_ROOTS } from '../../lib/language';

const paths: readonly (readonly [string, { readonly path: string }, string])[] = [
  ['a profile attribute of two words', customer.attribute('home town'), "$.Customer.Attributes.['home town']"],
  ['a standard field of the profile', customer.field('ShippingCity'), '$.Customer.ShippingCity'],
  ['an own field of the profile', customer.field('Attributes.plan'), '$.Customer.Attributes.plan'],
  [
    'a calculated attribute',
    customer.calculated('_frequent_caller'),
    '$.Customer.CalculatedAttributes._frequent_caller',
  ],
  ['an asset', customer.asset('Price'), '$.Customer.Asset.Price'],
  ['a case', caseField('case_id'), '$.Case.case_id'],
  ['an entry in a view', view.result('FormData', 'pickupdate'), '$.Views.ViewResultData.FormData.pickupdate'],
  ['a nested Lambda answer', lambdaResult('order', 'total'), '$.LambdaInvocation.ResultData.order.total'],
  ['a value of a data table', dataTableValue('Today', 'price'), '$.DataTables.Today.price'],
  ['rows of a data table', dataTableRows('rows'), '$.DataTableList.ResultData.rows'],
  ['the element of a loop', loopState('Orders').element, '$.Loop.Orders.Element'],
  ['a reference of the contact', contactReference('order'), '$.References.order.Value'],
  ['an email', contact.emailText, '$.Email.EmailMessage.Plaintext'],
  ['a SIP header', sipHeader('User-to-User'), '$.Media.Sip.Headers.User-to-User'],
  ['a session attribute of the bot', lex.sessionAttribute('step'), '$.Lex.SessionAttributes.step'],
  ['the audio stream', mediaStream.arn, '$.MediaStreams.Customer.Audio.StreamARN'],
  ['an external tool', externalToolResult('id'), '$.ExternalTool.ResultData.id'],
  ['an agentic application', agenticVariable('mood'), '$.AgenticCX.ContextVariables.mood'],
];

test.each(paths)('The path of %s', (_name, reference, path) => {
  expect(reference.path).toBe(path);
});

const referencesIn = (value: object): readonly string[] =>
  'path' in value
    ? [String(value)]
    : Object.values(value).flatMap((inner) => (typeof inner === 'object' ? referencesIn(inner) : []));

test('Every reference begins with a root that Connect knows', () => {
  const all = [
    ...[contact, metrics, lex, customer, view, capabilities, mediaStream, assistantSession].flatMap(referencesIn),
    ...[attribute, flowAttribute, external, segmentAttribute, slot, tag].map((read) => read('x').path),
    ...paths.map(([, { path }]) => path),
  ];
  const roots = all.map((path) => parseReference(path)?.[0]);
  expect(roots.filter((root) => !(REFERENCE_ROOTS as readonly unknown[]).includes(root))).toEqual([]);
});
