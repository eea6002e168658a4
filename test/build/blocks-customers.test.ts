import {
  associateContactToCustomerProfile,
  attribute,
  caseField,
  connectAssistant,
  contact,
  createCase,
  createCustomerProfile,
  customer,
  getCalculatedAttributes,
  getCase,
  getCustomerProfile,
  getCustomerProfileObject,
  listDataTable,
  readDataTable,
  type Step,
  updateCase,
  updateCustomerProfile,
  writeDataTable,
} from '../../lib/build';
import { AFTER, complaints, LEFT, leads, left, moduleOf, written } from './module-of';

const found = { none: [], multiple: [] };
const prices = { dataTableArn: 'arn:table', dataTableName: 'Prices' };

/** What fills the references that the steps below read. */
const loaders = [getCustomerProfile({ _phone: contact.customerNumber }, found), getCase({ fields: {} }, found)];

const cases: readonly (readonly [string, Step<'MODULE'>, unknown])[] = [
  [
    'a new case',
    createCase({ template: 'template', fields: { title: 'No power', customer_id: customer.profileArn } }),
    [
      'CreateCase',
      {
        LinkContactToCase: 'false',
        CaseTemplateId: 'template',
        CaseRequestFields: { title: 'No power', customer_id: '$.Customer.ProfileARN' },
      },
    ],
  ],
  [
    'a case that is looked up',
    getCase({ fields: { status: 'open' }, lastUpdated: true, keep: ['case_id', 'title'] }, found),
    [
      'GetCase',
      {
        LinkContactToCase: 'false',
        GetLastUpdatedCase: 'true',
        CaseRequestFields: { status: 'open' },
        CaseResponseFields: ['case_id', 'title'],
      },
    ],
  ],
  [
    'a case that is changed and linked',
    updateCase(caseField('case_id'), { fields: { status: 'closed' }, link: { notLinked: [] } }),
    ['UpdateCase', { LinkContactToCase: 'true', CaseId: '$.Case.case_id', CaseRequestFields: { status: 'closed' } }],
  ],
  [
    'a profile by one name',
    getCustomerProfile({ _phone: contact.customerNumber }, found, { keep: ['FirstName', 'Attributes.plan'] }),
    [
      'GetCustomerProfile',
      {
        ProfileRequestData: { IdentifierName: '_phone', IdentifierValue: '$.CustomerEndpoint.Address' },
        ProfileResponseData: ['FirstName', 'Attributes.plan'],
      },
    ],
  ],
  [
    'a profile by any of two names',
    getCustomerProfile({ _phone: contact.customerNumber, _account: attribute('account') }, found, { match: 'any' }),
    [
      'GetCustomerProfile',
      {
        ProfileRequestData: {
          SearchCriteria: [
            { IdentifierName: '_phone', IdentifierValue: '$.CustomerEndpoint.Address' },
            { IdentifierName: '_account', IdentifierValue: '$.Attributes.account' },
          ],
          LogicalOperator: 'OR',
        },
      },
    ],
  ],
  [
    'a new profile',
    createCustomerProfile({ FirstName: 'Ana', ShippingCity: 'Porto' }, { keep: ['FirstName'] }),
    [
      'CreateCustomerProfile',
      { ProfileRequestData: { FirstName: 'Ana', ShippingCity: 'Porto' }, ProfileResponseData: ['FirstName'] },
    ],
  ],
  [
    'a profile that is changed',
    updateCustomerProfile({ EmailAddress: attribute('email') }),
    ['UpdateCustomerProfile', { ProfileRequestData: { EmailAddress: '$.Attributes.email' } }],
  ],
  [
    'a contact tied to a profile',
    associateContactToCustomerProfile(customer.profileId),
    [
      'AssociateContactToCustomerProfile',
      { ProfileRequestData: { ProfileId: '$.Customer.ProfileId', ContactId: '$.ContactId' } },
    ],
  ],
  [
    'the latest order of a profile',
    getCustomerProfileObject(
      { profile: customer.profileId, type: 'Order', find: 'latest', keep: ['OrderStatus'] },
      { none: [] },
    ),
    [
      'GetCustomerProfileObject',
      {
        ProfileRequestData: { ProfileId: '$.Customer.ProfileId', ObjectType: 'Order', UseLatest: 'true' },
        ProfileResponseData: ['OrderStatus'],
      },
    ],
  ],
  [
    'an asset of a profile by its name',
    getCustomerProfileObject(
      { profile: customer.profileId, type: 'Asset', find: { name: '_assetId', value: '7' } },
      { none: [] },
    ),
    [
      'GetCustomerProfileObject',
      {
        ProfileRequestData: {
          ProfileId: '$.Customer.ProfileId',
          ObjectType: 'Asset',
          IdentifierName: '_assetId',
          IdentifierValue: '7',
        },
      },
    ],
  ],
  [
    'calculated attributes',
    getCalculatedAttributes({ profile: customer.profileId, keep: ['_frequent_caller'] }, { none: [] }),
    [
      'GetCalculatedAttributesForCustomerProfile',
      {
        ProfileRequestData: { ProfileId: '$.Customer.ProfileId' },
        ProfileResponseData: ['CalculatedAttributes._frequent_caller'],
      },
    ],
  ],
  [
    'a read of a data table',
    readDataTable(prices, { Today: { attributes: ['price'], row: { product: attribute('product') } } }),
    [
      'EvaluateDataTableValues',
      {
        DataTableId: 'arn:table',
        Queries: [
          {
            QueryName: 'Today',
            Attributes: ['price'],
            PrimaryValues: [{ AttributeName: 'product', Value: '$.Attributes.product' }],
          },
        ],
      },
    ],
  ],
  [
    'a whole data table',
    listDataTable(prices),
    ['ListDataTableValues', { DataTableId: 'arn:table', PrimaryKeyGroups: [] }],
  ],
  [
    'rows of a data table',
    listDataTable(prices, { Teas: { product: 'tea' } }),
    [
      'ListDataTableValues',
      {
        DataTableId: 'arn:table',
        PrimaryKeyGroups: [{ PrimaryKeyGroupName: 'Teas', PrimaryValues: [{ Name: 'product', Value: 'tea' }] }],
      },
    ],
  ],
  [
    'a write to a data table',
    writeDataTable(prices, { Tea: { row: { product: 'tea' }, values: { price: 3, note: null } } }),
    [
      'UpsertDataTableValues',
      {
        DataTableId: 'arn:table',
        LockVersion: 'LATEST',
        DataTableUpsertAttributes: [
          {
            PrimaryKeyGroupName: 'Tea',
            PrimaryValues: [{ Name: 'product', Value: 'tea' }],
            Attributes: [
              { Name: 'price', Value: '3' },
              { Name: 'note', UseDefaultValue: true },
            ],
          },
        ],
      },
    ],
  ],
];

test.each(cases)('The wire form of %s', (_name, step, expected) => {
  expect(written(step)).toEqual([expected]);
});

test.each(cases)('The checker has nothing against %s', (_name, step) => {
  expect(complaints(step, ...loaders)).toEqual([]);
});

test('A case that is linked to the contact has a branch for a link that failed', () => {
  const branches = { none: left, multiple: [], link: { notLinked: left } };
  expect(leads(getCase({ fields: { status: 'open' } }, branches))).toEqual({
    NoneFound: `${LEFT} - none`,
    MultipleFound: AFTER,
    ContactNotLinked: `${LEFT} - not linked`,
    NoMatchingError: 'Return - on error',
    next: AFTER,
  });
});

test('A case that is not linked has no such branch', () => {
  expect(leads(createCase({ template: 't', fields: {} }))).not.toHaveProperty('ContactNotLinked');
});

test('No profile and several profiles have branches of their own', () => {
  expect(leads(getCustomerProfile({ _phone: contact.customerNumber }, { none: left, multiple: [] }))).toMatchObject({
    NoneFoundError: LEFT,
    MultipleFoundError: AFTER,
  });
});

test('A profile is found by one to five names', () => {
  expect(() => getCustomerProfile({}, found)).toThrow('No names to find the profile by are given.');
  const six = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 };
  expect(() => getCustomerProfile(six, found)).toThrow('6 names to find the profile by are given.');
});

test('The assistant is a session and the contact that knows it, one block in the designer', () => {
  const step = connectAssistant({ assistantArn: 'arn:aws:wisdom:x', assistantName: 'Helper' });
  expect(written(step)).toEqual([
    ['CreateWisdomSession', { WisdomAssistantArn: 'arn:aws:wisdom:x' }],
    ['UpdateContactData', { WisdomSessionArn: '$.Wisdom.SessionArn' }],
  ]);
  expect(complaints(step)).toEqual([]);
  expect(moduleOf(step).document.Metadata?.ActionMetadata).toMatchObject({
    'Connect assistant Helper': {
      children: ['Set assistant session Helper'],
      fragments: { SetContactData: 'Set assistant session Helper' },
    },
  });
});

test('Without a session there is nothing to keep, so that an error goes on after the block', () => {
  expect(leads(connectAssistant('arn:aws:wisdom:x', { onError: [] })).NoMatchingError).toBe(AFTER);
});
