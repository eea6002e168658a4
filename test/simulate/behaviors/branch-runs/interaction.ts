import type { JsonObject } from '../../../../lib/language';
import { functionArn, setQueue, step } from '../../script';
import { called, once, type Runs } from './setting';

const jo = { id: 'p-1', fields: { FirstName: 'Jo', PhoneNumber: '+15555550100' }, calculated: { _calls: '3' } };
const joToo = { ...jo, id: 'p-2' };
const asset = { type: 'Asset', fields: { Serial: '7' } };
const table = { arn: 'table', name: 'Prices', primary: ['plan'], rows: [{ plan: 'gold', price: '9' }] };
const profile = (fields: JsonObject, more: JsonObject = {}): JsonObject => ({ ProfileRequestData: fields, ...more });
const byPhone = profile({ IdentifierName: '_phone', IdentifierValue: '$.CustomerEndpoint.Address' });
const look = (more: JsonObject = {}): JsonObject => ({ LambdaFunctionARN: functionArn('Look up'), ...more });
const dataTables = { dataTables: [table] };
const callback = { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '1', RetryDelaySeconds: '60' };

/** Runs that together take every way out of every action type of the family. */
export const INTERACTION_RUNS: Runs = {
  AssociateContactToCustomerProfile: [
    once('AssociateContactToCustomerProfile', profile({ ProfileId: 'p-1', ContactId: '$.ContactId' }), {
      world: { profiles: [jo] },
    }),
    once('AssociateContactToCustomerProfile', profile({ ProfileId: 'p-9', ContactId: '$.ContactId' })),
  ],
  CreateCallbackContact: [
    once('CreateCallbackContact', callback, { before: [setQueue('Sales')] }),
    once('CreateCallbackContact', callback),
  ],
  CreateCustomerProfile: [
    once('CreateCustomerProfile', profile({ FirstName: 'Jo' })),
    once('CreateCustomerProfile', profile({ FirstName: 'x'.repeat(256) })),
  ],
  EvaluateDataTableValues: [dataTables, {}].map((world) =>
    once('EvaluateDataTableValues', { DataTableId: 'table', Queries: [{ QueryName: 'Price' }] }, { world }),
  ),
  GetCalculatedAttributesForCustomerProfile: [
    once('GetCalculatedAttributesForCustomerProfile', profile({ ProfileId: 'p-1' }), { world: { profiles: [jo] } }),
    once('GetCalculatedAttributesForCustomerProfile', profile({ ProfileId: 'p-9' })),
    once(
      'GetCalculatedAttributesForCustomerProfile',
      profile({ ProfileId: 'p-1' }, { ProfileResponseData: ['_calls'] }),
      {
        world: { profiles: [{ ...jo, calculated: { _calls: 'x'.repeat(14_001) } }] },
      },
    ),
  ],
  GetCustomerProfile: [
    ...[[jo], [jo, joToo], []].map((profiles) => once('GetCustomerProfile', byPhone, { world: { profiles } })),
    once('GetCustomerProfile', profile({})),
  ],
  GetCustomerProfileObject: [
    ...[[asset], []].map((objects) =>
      once('GetCustomerProfileObject', profile({ ProfileId: 'p-1', ObjectType: 'Asset', UseLatest: 'true' }), {
        world: { profiles: [{ ...jo, objects }] },
      }),
    ),
    once('GetCustomerProfileObject', profile({ ProfileId: 'p-1', ObjectType: 'Asset' }), { world: { profiles: [jo] } }),
  ],
  InvokeLambdaFunction: ([{}, { InvocationType: 'ASYNCHRONOUS' }] as readonly JsonObject[]).flatMap((how) => [
    once('InvokeLambdaFunction', look(how), { world: called(() => ({})) }),
    once('InvokeLambdaFunction', look(how)),
  ]),
  ListDataTableValues: [dataTables, {}].map((world) =>
    once('ListDataTableValues', { DataTableId: 'table', PrimaryKeyGroups: [] }, { world }),
  ),
  UpdateCustomerProfile: [
    once('UpdateCustomerProfile', profile({ City: 'Rome' }), {
      world: { profiles: [jo] },
      before: [step('GetCustomerProfile', byPhone)],
    }),
    once('UpdateCustomerProfile', profile({ City: 'Rome' })),
  ],
  UpsertDataTableValues: [dataTables, {}].map((world) =>
    once('UpsertDataTableValues', { DataTableId: 'table', LockVersion: 'LATEST' }, { world }),
  ),
};
