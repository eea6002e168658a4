import { FLOW_TYPE_FACTS, isReference } from '../../language';
import type { Json, JsonObject } from '../../language/document';
import type { FlowScope } from '../../language/flow-type';
import type { ActionPlan } from '../plan';
import type { Cell } from './layout';

const COLUMN_WIDTH = 250;
const ROW_HEIGHT = 200;
const LEFT = 200;
const TOP = 20;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const dynamic = (value: Json): JsonObject | undefined => {
  if (isReference(value)) return { useDynamic: true };
  const inner = isObject(value) ? dynamicParameters(value) : {};
  return Object.keys(inner).length > 0 ? inner : undefined;
};

/** The designer keeps beside each parameter whether it is taken from a reference. */
const dynamicParameters = (parameters: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => {
      const found = dynamic(value);
      return found === undefined ? [] : [[name, found]];
    }),
  );

/** The operators whose designer form was seen in exports. */
const OPERATORS: ReadonlyMap<string, JsonObject> = new Map([
  ['Equals', { name: 'Equals', value: 'Equals', shortDisplay: '=' }],
  ['NumberGreaterThan', { name: 'Is greater than', value: 'GreaterThan', shortDisplay: '>' }],
  ['NumberLessThan', { name: 'Is less than', value: 'LessThan', shortDisplay: '<' }],
  ['TextContains', { name: 'Contains', value: 'Contains', shortDisplay: 'contains' }],
  ['TextStartsWith', { name: 'Starts with', value: 'StartsWith', shortDisplay: 'starts with' }],
]);

const SHOWS_CONDITIONS: ReadonlySet<string> = new Set([
  'Compare',
  'ConnectParticipantWithLexBot',
  'GetParticipantInput',
]);

const conditionMetadata = ({ type, ways }: ActionPlan): JsonObject => {
  const conditions = ways.flatMap((way) => way.condition ?? []);
  const isKnown = conditions.every(({ operator }) => OPERATORS.has(operator));
  if (!SHOWS_CONDITIONS.has(type) || conditions.length === 0 || !isKnown) return {};
  const entries = conditions.map(({ operator, operand }, index) => ({
    id: String(index + 1),
    ...(type === 'GetParticipantInput' ? {} : { operator: OPERATORS.get(operator) ?? {} }),
    value: operand,
  }));
  return { conditionMetadata: entries };
};

const positionOf = ({ column, row }: Cell): JsonObject => ({
  x: LEFT + column * COLUMN_WIDTH,
  y: TOP + row * ROW_HEIGHT,
});

/** What the designer keeps for one action. */
export const actionMetadata = (action: ActionPlan, cell: Cell): JsonObject => {
  const own = action.metadata ?? {};
  const parameters = { ...dynamicParameters(action.parameters), ...(isObject(own.parameters) ? own.parameters : {}) };
  return {
    position: positionOf(cell),
    isFriendlyName: true,
    ...own,
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...conditionMetadata(action),
  };
};

/** What the designer keeps for the flow; a module has no type there. */
export const flowMetadata = (
  { name, description, type }: { name: string; description?: string; type: FlowScope },
  actions: JsonObject,
): JsonObject => {
  const consoleName = type === 'MODULE' ? null : FLOW_TYPE_FACTS[type].consoleName;
  return {
    entryPointPosition: { x: 20, y: TOP },
    ActionMetadata: actions,
    Annotations: [],
    name,
    ...(description === undefined ? {} : { description }),
    ...(consoleName === null ? {} : { type: consoleName }),
  };
};
