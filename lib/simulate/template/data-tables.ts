import type { JsonObject } from '../../language';
import type { WorldDataTable } from '../world';
import { stableId } from './arns';
import type { Deployed } from './world-from-template';

type NamesById = ReadonlyMap<string, string>;

const fieldsOf = (values: unknown, names: NamesById): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ((values ?? []) as readonly JsonObject[]).map(({ AttributeId, AttributeValue }) => [
      names.get(String(AttributeId)) ?? String(AttributeId),
      String(AttributeValue),
    ]),
  );

const rowOf = (record: JsonObject, names: NamesById): Readonly<Record<string, string>> => ({
  ...fieldsOf(record.PrimaryValues, names),
  ...fieldsOf(record.Values, names),
});

/** The data tables of templates, with the attributes and records that stand there too. */
export const dataTablesOf = (all: readonly Deployed[]): readonly WorldDataTable[] =>
  all
    .filter(({ type }) => type === 'AWS::Connect::DataTable')
    .map(({ arn, id, properties }) => {
      const parts = all.filter((each) => each.properties.DataTableArn === arn);
      const attributes = parts.filter(({ type }) => type === 'AWS::Connect::DataTableAttribute');
      const names = new Map(attributes.map((each) => [stableId(each.id), String(each.properties.Name)]));
      return {
        arn,
        name: String(properties.Name ?? id),
        primary: attributes
          .filter((each) => each.properties.Primary === true)
          .map((each) => String(each.properties.Name)),
        rows: parts
          .filter(({ type }) => type === 'AWS::Connect::DataTableRecord')
          .map((each) => rowOf((each.properties.DataTableRecord ?? {}) as JsonObject, names)),
      };
    });
