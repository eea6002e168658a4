import type { Json, JsonObject } from '../../language';
import type { Execution } from '../execution';
import type { LinkedStep } from '../linked-flow';
import { failed, NEXT } from '../outcome';
import type { WorldDataTable } from '../world';
import { type Behavior, missing } from './behavior';
import { storedIn } from './stored';

const LIST_BYTES = 32 * 1024;
const ATTRIBUTES_PER_WRITE = 25;
const FIRST_VERSION = '1';

type Row = Readonly<Record<string, string>>;

const listOf = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : [];

const tableOf = ({ parameters }: LinkedStep, execution: Execution): WorldDataTable | undefined => {
  const { kernel } = execution;
  const known = kernel.world.dataTable(execution.text(parameters.DataTableId));
  return known && (storedIn(kernel).tables.get(known.arn) ?? known);
};

const noTable = ({ parameters }: LinkedStep, execution: Execution) =>
  missing('data table', execution.text(parameters.DataTableId));

/** What a row has to hold; the actions spell the pairs differently. */
const pairsOf = (execution: Execution, values: Json | undefined): Row =>
  Object.fromEntries(
    listOf(values).map(({ AttributeName, Name = AttributeName, Value }) => [
      execution.text(Name),
      execution.text(Value),
    ]),
  );

const holds = (row: Row, wanted: Row): boolean =>
  Object.entries(wanted).every(([attribute, value]) => row[attribute] === value);

const evaluate = (execution: Execution, table: WorldDataTable, query: JsonObject): Row => {
  const wanted = pairsOf(execution, query.PrimaryValues);
  const row = { ...table.defaults, ...table.rows.find((each) => holds(each, wanted)) };
  const asked = query.Attributes as readonly string[] | undefined;
  return Object.fromEntries(Object.entries(row).filter(([name]) => asked === undefined || asked.includes(name)));
};

/** Replaces what an earlier reading left. */
const evaluateDataTableValues: Behavior = (step, execution) => {
  const table = tableOf(step, execution);
  if (!table) return noTable(step, execution);
  const { results } = execution.frame;
  const answers = listOf(step.parameters.Queries).map(
    (query) => [execution.text(query.QueryName), evaluate(execution, table, query)] as const,
  );
  results.delete('DataTableList');
  results.set('DataTables', Object.fromEntries(answers));
  return NEXT;
};

/** One row as the service lists it. */
const listed = ({ primary, defaults }: WorldDataTable, row: Row): JsonObject => {
  const entries = Object.entries({ ...defaults, ...row }).map(([attributeName, attributeValue]) => ({
    attributeName,
    attributeValue,
  }));
  return {
    primaryKeys: entries.filter(({ attributeName }) => primary.includes(attributeName)),
    attributes: entries.filter(({ attributeName }) => !primary.includes(attributeName)),
  };
};

const listDataTableValues: Behavior = (step, execution) => {
  const table = tableOf(step, execution);
  if (!table) return noTable(step, execution);
  const asked = listOf(step.parameters.PrimaryKeyGroups);
  const groups = (asked.length === 0 ? [{ PrimaryKeyGroupName: 'default' }] : asked).map((group: JsonObject) => {
    const wanted = pairsOf(execution, group.PrimaryValues);
    const rows = table.rows.filter((row) => holds(row, wanted)).map((row) => listed(table, row));
    return [execution.text(group.PrimaryKeyGroupName), rows] as const;
  });
  const ResultData: JsonObject = { primaryKeyGroups: Object.fromEntries(groups) };
  if (Buffer.byteLength(JSON.stringify(ResultData)) > LIST_BYTES) return failed('the list has more than 32 KB');
  execution.frame.results.delete('DataTables');
  execution.frame.results.set('DataTableList', { ResultData });
  return NEXT;
};

const valuesOf = (execution: Execution, table: WorldDataTable, attributes: Json | undefined): Row =>
  Object.fromEntries(
    listOf(attributes).map(({ Name, Value, UseDefaultValue }) => {
      const name = execution.text(Name);
      return [name, UseDefaultValue === true ? (table.defaults?.[name] ?? '') : execution.text(Value)];
    }),
  );

const upserted = (execution: Execution, table: WorldDataTable, group: JsonObject): WorldDataTable => {
  const key = pairsOf(execution, group.PrimaryValues);
  const values = valuesOf(execution, table, group.Attributes);
  const known = table.rows.some((row) => holds(row, key));
  const rows = known
    ? table.rows.map((row) => (holds(row, key) ? { ...row, ...values } : row))
    : [...table.rows, { ...key, ...values }];
  return { ...table, rows };
};

const upsertDataTableValues: Behavior = (step, execution) => {
  const table = tableOf(step, execution);
  if (!table) return noTable(step, execution);
  const { lockVersion = FIRST_VERSION } = table;
  const version = execution.text(step.parameters.LockVersion);
  if (version !== 'LATEST' && version !== lockVersion) return failed('somebody else has changed the table since');
  const groups = listOf(step.parameters.DataTableUpsertAttributes);
  if (groups.reduce((sum, { Attributes }) => sum + listOf(Attributes).length, 0) > ATTRIBUTES_PER_WRITE)
    return failed(`a block writes ${ATTRIBUTES_PER_WRITE} attributes at most`);
  const changed = groups.reduce<WorldDataTable>((before, group) => upserted(execution, before, group), table);
  storedIn(execution.kernel).tables.set(table.arn, { ...changed, lockVersion: `${lockVersion}+` });
  return NEXT;
};

export const DATA_TABLE_BEHAVIORS = {
  EvaluateDataTableValues: evaluateDataTableValues,
  ListDataTableValues: listDataTableValues,
  UpsertDataTableValues: upsertDataTableValues,
} satisfies Record<string, Behavior>;
