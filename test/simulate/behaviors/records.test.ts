import type { JsonObject } from '../../../lib/language';
import type { WorldCase, WorldDataTable, WorldProfile } from '../../../lib/simulate';
import { settingsOf } from '../../../lib/simulate/contact-settings';
import { hangUp, type Script, say, step } from '../script';
import { hearing, play } from '../world';

const branch = (text: string): Script => [say(text), hangUp()];
const errors = { NoMatchingError: branch('Error.') };

describe('Cases', () => {
  const cases: readonly WorldCase[] = [
    { id: 'c-1', fields: { title: 'Broken', status: 'open', customer_id: 'arn:aws:profile:x/profiles/p-1' } },
    { id: 'c-2', fields: { title: 'Broken', status: 'closed' } },
  ];
  const get = (more: JsonObject, last = 'false') =>
    step(
      'GetCase',
      { LinkContactToCase: 'false', GetLastUpdatedCase: last, CaseResponseFields: ['status'], ...more },
      { errors: { NoneFound: branch('None.'), MultipleFound: branch('Several.'), ...errors } },
    );
  const told = say('$.Case.case_id [$.Case.status] [$.Case.title]');

  test.each<[string, JsonObject, string]>([
    ['one', { CaseRequestFields: { status: 'closed' } }, 'c-2 [closed] []'],
    ['one of a customer, by id', { CustomerId: 'p-1' }, 'c-1 [open] []'],
    ['none', { CaseRequestFields: { title: 'Lost' } }, 'None.'],
    ['several', { CaseRequestFields: { title: 'Broken' } }, 'Several.'],
  ])('finds %s, and keeps what the block lists', async (_what, parameters, said) => {
    expect(await hearing([get(parameters), told, hangUp()], {}, { cases })).toEqual([said]);
  });

  test('finds the one that was updated last where the block wants that', async () => {
    const update = step('UpdateCase', {
      LinkContactToCase: 'true',
      CaseId: 'c-1',
      CaseRequestFields: { status: 'hot' },
    });
    const script = [update, get({ CaseRequestFields: { title: 'Broken' } }, 'true'), told, hangUp()];
    expect(await hearing(script, {}, { cases })).toEqual(['c-1 [hot] []']);
  });

  test('that one run writes, the next run does not find', async () => {
    const create = step('CreateCase', {
      LinkContactToCase: 'true',
      CaseTemplateId: 't',
      CaseRequestFields: { title: 'New' },
    });
    const script = [get({ CaseRequestFields: { title: 'New' } }), hangUp()];
    const world = { caseTemplates: [{ arn: 't', name: 'T' }] };
    expect(await hearing([create, get({ CaseRequestFields: { title: 'New' } }), hangUp()], {}, world)).toEqual([]);
    expect(await hearing(script, {}, world)).toEqual(['None.']);
    const { contacts } = await play([create, hangUp()], {}, world);
    expect(contacts[0] && settingsOf(contacts[0]).cases.size).toBe(1);
  });
});

describe('Customer profiles', () => {
  const jo: WorldProfile = {
    id: 'p-1',
    fields: { FirstName: 'Jo', LastName: 'Doe', MobilePhoneNumber: '+15555550100', EmailAddress: 'jo@b.example' },
    attributes: { tier: 'gold' },
    calculated: { _calls: '3' },
    objects: [
      { type: 'Asset', fields: { Serial: '7', Status: 'sold' } },
      { type: 'Asset', fields: { Serial: '8', Status: 'new' } },
      { type: 'Loan', fields: { Sum: '5' } },
    ],
    keys: { _loan: ['L1'] },
  };
  const profiles = [jo, { id: 'p-2', fields: { FirstName: 'Al', EmailAddress: 'al@b.example' } }];
  const find = (request: JsonObject, listed: readonly string[] = ['FirstName']) =>
    step(
      'GetCustomerProfile',
      { ProfileRequestData: request, ProfileResponseData: listed },
      { errors: { NoneFoundError: branch('None.'), MultipleFoundError: branch('Several.'), ...errors } },
    );
  const by = (IdentifierName: string, IdentifierValue: string): JsonObject => ({ IdentifierName, IdentifierValue });

  test.each<[string, JsonObject, string]>([
    ['any of the phone numbers', by('_phone', '$.CustomerEndpoint.Address'), 'Jo'],
    ['the number, as older flows write it', { PhoneNumber: '+15555550100' }, 'Jo'],
    ['an email address', by('_email', 'al@b.example'), 'Al'],
    ['a full name', by('_fullName', 'Jo Doe'), 'Jo'],
    ['a key of your own', by('_loan', 'L1'), 'Jo'],
    ['an id', by('_profileId', 'p-2'), 'Al'],
    [
      'both of two',
      { SearchCriteria: [by('_phone', '+15555550100'), by('_email', 'al@b.example')], LogicalOperator: 'AND' },
      'None.',
    ],
    [
      'one of two',
      { SearchCriteria: [by('_phone', '+15555550100'), by('_email', 'al@b.example')], LogicalOperator: 'OR' },
      'Several.',
    ],
    ['nothing', by('_phone', ''), 'Error.'],
  ])('are found by %s', async (_what, request, said) => {
    expect(await hearing([find(request), say('$.Customer.FirstName'), hangUp()], {}, { profiles })).toEqual([said]);
  });

  const found = find(by('_profileId', 'p-1'), ['FirstName', 'Attributes.tier']);

  test('keep what the block lists, and the ids', async () => {
    const script = [found, say('$.Customer.Attributes.tier [$.Customer.LastName] $.Customer.ProfileId'), hangUp()];
    expect(await hearing(script, {}, { profiles })).toEqual(['gold [] p-1']);
  });

  test('without a list keep what is assumed', async () => {
    const script = [find(by('_profileId', 'p-1'), []), say('[$.Customer.FirstName]'), hangUp()];
    const said = (unlistedFields: 'ids' | 'all') =>
      hearing(script, {}, { profiles }, { assumptions: { unlistedFields } });
    expect(await said('ids')).toEqual(['[]']);
    expect(await said('all')).toEqual(['[Jo]']);
  });

  test('are changed for the rest of the run', async () => {
    const update = step('UpdateCustomerProfile', {
      ProfileRequestData: { City: 'Rome', Attributes: { tier: 'silver' } },
    });
    const again = find(by('City', 'Rome'), ['City', 'Attributes.tier']);
    const script = [found, update, again, say('$.Customer.City $.Customer.Attributes.tier'), hangUp()];
    expect(await hearing(script, {}, { profiles })).toEqual(['Rome silver']);
  });

  const object = (request: JsonObject, listed: readonly string[]) =>
    step(
      'GetCustomerProfileObject',
      { ProfileRequestData: { ProfileId: '$.Customer.ProfileARN', ...request }, ProfileResponseData: listed },
      { errors: { NoneFoundError: branch('None.'), ...errors } },
    );

  test.each<[string, JsonObject, readonly string[], string, string]>([
    ['the latest asset', { ObjectType: 'Asset', UseLatest: 'true' }, ['AssetSerial'], '$.Customer.Asset.Serial', '8'],
    ['one asset', { ObjectType: 'Asset', ...by('Serial', '7') }, ['AssetStatus'], '$.Customer.Asset.Status', 'sold'],
    [
      'an object of your own',
      { ObjectType: 'Loan', UseLatest: 'true' },
      ['ObjectAttributes.Sum'],
      '$.Customer.ObjectAttributes.Sum',
      '5',
    ],
    ['no order', { ObjectType: 'Order', UseLatest: 'true' }, ['OrderStatus'], '$.Customer.Order.Status', 'None.'],
  ])('have %s', async (_what, request, listed, reference, said) => {
    expect(await hearing([found, object(request, listed), say(reference), hangUp()], {}, { profiles })).toEqual([said]);
  });

  test('are kept up to 14,000 characters', async () => {
    const long = { id: 'p-3', fields: { FirstName: 'x'.repeat(14_000) } };
    expect(await hearing([find(by('_profileId', 'p-3')), hangUp()], {}, { profiles: [long] })).toEqual(['Error.']);
  });

  test('are linked to the contact', async () => {
    const associate = step('AssociateContactToCustomerProfile', {
      ProfileRequestData: { ProfileId: '$.Customer.ProfileId', ContactId: '$.ContactId' },
    });
    const { contacts } = await play([found, associate, hangUp()], {}, { profiles });
    expect(contacts[0] && settingsOf(contacts[0]).profileId).toBe('p-1');
  });
});

describe('Data tables', () => {
  const prices: WorldDataTable = {
    arn: 'prices',
    name: 'Prices',
    primary: ['plan'],
    rows: [
      { plan: 'gold', price: '9' },
      { plan: 'silver', price: '5', note: 'new' },
    ],
    defaults: { note: 'none' },
  };
  const world = { dataTables: [prices] };
  const query = (plan: string): JsonObject => ({
    QueryName: plan,
    Attributes: ['price', 'note'],
    PrimaryValues: [{ AttributeName: 'plan', Value: plan }],
  });
  const evaluate = step('EvaluateDataTableValues', {
    DataTableId: 'prices',
    Queries: [query('gold'), query('silver')],
  });
  const told = say('$.DataTables.gold.price $.DataTables.gold.note $.DataTables.silver.price $.DataTables.silver.note');

  test('are read by query, defaults where a row holds nothing', async () => {
    expect(await hearing([evaluate, told, hangUp()], {}, world)).toEqual(['9 none 5 new']);
  });

  const write = (LockVersion: string): Script => [
    step(
      'UpsertDataTableValues',
      {
        DataTableId: 'prices',
        LockVersion,
        DataTableUpsertAttributes: [
          {
            PrimaryKeyGroupName: 'g',
            PrimaryValues: [{ Name: 'plan', Value: 'gold' }],
            Attributes: [
              { Name: 'price', Value: '10' },
              { Name: 'note', UseDefaultValue: true },
            ],
          },
        ],
      },
      { errors },
    ),
  ];

  test('are written for the rest of the run, unless somebody else was faster', async () => {
    expect(await hearing([...write('LATEST'), evaluate, told, hangUp()], {}, world)).toEqual(['10 none 5 new']);
    expect(await hearing([...write('1'), ...write('1'), hangUp()], {}, world)).toEqual(['Error.']);
    expect(await hearing([evaluate, told, hangUp()], {}, world)).toEqual(['9 none 5 new']);
  });

  test('are listed by group, which takes the place of what was read before', async () => {
    const list = step('ListDataTableValues', {
      DataTableId: 'prices',
      PrimaryKeyGroups: [{ PrimaryKeyGroupName: 'one', PrimaryValues: [{ Name: 'plan', Value: 'gold' }] }],
    });
    const script = [
      evaluate,
      list,
      say('$.DataTableList.ResultData.primaryKeyGroups [$.DataTables.gold.price]'),
      hangUp(),
    ];
    const [said] = await hearing(script, {}, world);
    expect(said).toContain('"one":[{"primaryKeys":[{"attributeName":"plan","attributeValue":"gold"}]');
    expect(said).toMatch(/\[\]$/);
  });
});
