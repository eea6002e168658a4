import type { LegalIn } from '../../language/wire';
import { type DataTableRef, readDataTable as readTable } from '../handles';
import { onError, plan, shows, step } from '../place-step';
import type { OnError, Step } from '../step';
import { mapValues, type Value, type Values } from '../value';

interface Query {
  /** The columns to read. */
  readonly attributes: readonly [string, ...string[]];
  /** The row, by its primary columns. */
  readonly row: Values;
}

const keysOf = (row: Values, name: 'AttributeName' | 'Name') =>
  Object.entries(row).map(([key, value]) => ({ [name]: key, Value: value }));

const tablePlan = (
  type: 'EvaluateDataTableValues' | 'ListDataTableValues' | 'UpsertDataTableValues',
  [table, block, words]: readonly [ReturnType<typeof readTable>, string, string],
  parameters: { readonly [key: string]: unknown },
  options: OnError<never> | undefined,
) =>
  plan(
    type,
    { DataTableId: table.arn, ...parameters },
    {
      block,
      words: `${table.name ?? ''} ${words}`,
      ways: [onError(options)],
      metadata: shows('DataTableId', table),
    },
  );

/**
 * Reads values of a data table, one to five queries by name, for `dataTableValue`:
 * `readDataTable(prices, { Today: { attributes: ['price'], row: { product: 'tea' } } })`.
 * Names are unique in the flow. The action has no page; its keys are those of exports.
 */
export const readDataTable = <T extends LegalIn<'EvaluateDataTableValues'>>(
  table: DataTableRef,
  queries: { readonly [name: string]: Query },
  options?: OnError<T>,
): Step<T> => {
  const handle = readTable(table);
  const written = mapValues(queries, ({ attributes, row }, name) => ({
    QueryName: name,
    Attributes: attributes,
    PrimaryValues: keysOf(row, 'AttributeName'),
  }));
  const parameters = { Queries: Object.values(written) };
  const words = Object.keys(queries).join(' ');
  const action = tablePlan('EvaluateDataTableValues', [handle, 'Read data table', words], parameters, options);
  return step(readDataTable, [action], [handle]);
};

/**
 * Reads whole rows of a data table, up to five groups by name, for `dataTableRows`; without a group the whole table, up
 * to 32 KB. The action has no page; its keys are those of exports.
 */
export const listDataTable = <T extends LegalIn<'ListDataTableValues'>>(
  table: DataTableRef,
  groups: { readonly [name: string]: Values } = {},
  options?: OnError<T>,
): Step<T> => {
  const handle = readTable(table);
  const written = Object.entries(groups).map(([name, row]) => ({
    PrimaryKeyGroupName: name,
    PrimaryValues: keysOf(row, 'Name'),
  }));
  const words = Object.keys(groups).join(' ');
  const action = tablePlan(
    'ListDataTableValues',
    [handle, 'List data table', words],
    { PrimaryKeyGroups: written },
    options,
  );
  return step(listDataTable, [action], [handle]);
};

interface Row {
  readonly row: Values;
  /** By column; `null` sets a column to its default. */
  readonly values: { readonly [attribute: string]: Value | null };
}

const columnOf = ([name, value]: readonly [string, Value | null]) =>
  value === null ? { Name: name, UseDefaultValue: true } : { Name: name, Value: value };

interface WriteOptions<T extends LegalIn<'UpsertDataTableValues'>> extends OnError<T> {
  /** The version of the row that may be overwritten; the latest unless said otherwise. */
  readonly lockVersion?: Value;
}

/** Writes rows of a data table, at most 25 values. The action has no page; its keys are those of exports. */
export const writeDataTable = <T extends LegalIn<'UpsertDataTableValues'>>(
  table: DataTableRef,
  rows: { readonly [group: string]: Row },
  options: WriteOptions<T> = {},
): Step<T> => {
  const handle = readTable(table);
  const written = Object.entries(rows).map(([name, { row, values }]) => ({
    PrimaryKeyGroupName: name,
    PrimaryValues: keysOf(row, 'Name'),
    Attributes: Object.entries(values).map(columnOf),
  }));
  const parameters = { LockVersion: options.lockVersion ?? 'LATEST', DataTableUpsertAttributes: written };
  const words = Object.keys(rows).join(' ');
  const action = tablePlan('UpsertDataTableValues', [handle, 'Write data table', words], parameters, options);
  return step(writeDataTable, [action], [handle]);
};
