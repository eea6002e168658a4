import type { FlowDocument, JsonObject, Transitions, WireAction, WireCondition } from '../../language/document';
import { FLOW_LANGUAGE_VERSION } from '../../language/document';
import type { FlowScope } from '../../language/flow-type';
import { FlowBuildError } from '../flow-build-error';
import { emptyFlow, neverReached } from '../messages';
import type { Written } from '../plan';
import type { AnyScript } from '../step';
import { placeOf } from '../written';
import { bareName, identify } from './identifiers';
import { type Cell, Layout } from './layout';
import { follow, type Linking, type Links, spotsWithin } from './link';
import { actionMetadata, flowMetadata } from './metadata';
import { Placement } from './place';
import { nowhere, type PlacedScript, type Spot, spotWithoutAction } from './spot';

/** A flow as it was written. */
export interface FlowSource {
  readonly name: string;
  readonly type: FlowScope;
  readonly description?: string;
  readonly script: AnyScript;
  readonly onError?: AnyScript;
  /** Left out: they lead to `onError`. */
  readonly optionalErrors?: 'undeclared';
}

export interface Assembled {
  readonly document: FlowDocument;
  readonly uses: ReadonlySet<object>;
  readonly sources: ReadonlyMap<string, string>;
}

type Names = ReadonlyMap<Spot, string>;

const NO_LINKS: Links = { errors: [], conditions: [] };
/** Where a run stands before its first action. */
const BEFORE = spotWithoutAction('', {});
const NO_CELL: Cell = { column: 0, row: 0 };

const nameOf = (names: Names, spot: Spot): string => spot.missing ?? names.get(spot) ?? bareName(spot);

/** What stands on the wire in the condition's place is taken as it is, even if it is no condition. */
const conditionOf = ({ operator, operand, wire }: Links['conditions'][number]['condition']): WireCondition =>
  wire === undefined ? { Operator: operator, Operands: [operand] } : (wire as unknown as WireCondition);

const transitionsOf = ({ next, errors, conditions }: Links, names: Names): Transitions => ({
  ...(next === undefined ? {} : { NextAction: nameOf(names, next) }),
  ...(errors.length === 0
    ? {}
    : { Errors: errors.map(({ error, target }) => ({ ErrorType: error, NextAction: nameOf(names, target) })) }),
  ...(conditions.length === 0
    ? {}
    : {
        Conditions: conditions.map(({ condition, target }) => ({
          NextAction: nameOf(names, target),
          Condition: conditionOf(condition),
        })),
      }),
});

const wireOf = (spot: Spot, links: Links, names: Names): WireAction => ({
  Identifier: nameOf(names, spot),
  Type: spot.action.type,
  Parameters: spot.action.parameters,
  Transitions: transitionsOf(links, names),
});

/** The flow's own `onError` is placed first, so that it is one script at the end of the flow wherever it is used. */
const placeAll = ({ name, script, onError }: FlowSource) => {
  const placement = new Placement(name);
  const handler = onError && placement.script(onError, nowhere, ['on error']);
  const handling = placement.spots.splice(0);
  const main = placement.script(script, nowhere, []);
  return { main, handler, spots: [...placement.spots, ...handling] };
};

const cellsOf = (main: PlacedScript, handler: PlacedScript | undefined) => {
  const layout = new Layout();
  const box = layout.script(main, 0, 0);
  if (handler !== undefined && handler !== main) layout.script(handler, 0, box.height);
  return layout.cells;
};

const refuseUnreached = (flow: string, spots: readonly Spot[], reached: ReadonlyMap<Spot, Links>, linking: Linking) => {
  const lost = spots.find((spot) => !reached.has(spot) && !linking.handling.has(spot));
  if (lost === undefined) return;
  throw new FlowBuildError(neverReached(), { flow, step: bareName(lost), written: lost.step.written });
};

const metadataOf = (source: FlowSource, names: Names, cells: ReturnType<typeof cellsOf>): JsonObject => {
  const actions = [...names].map(([spot, id]) => [id, actionMetadata(spot.action, cells.get(spot) ?? NO_CELL)]);
  return flowMetadata(source, Object.fromEntries(actions));
};

/** A module without declared input, output or branches, as the console exports it. */
export const MODULE_SETTINGS: JsonObject = {
  InputParameters: [],
  OutputParameters: [],
  Transitions: [
    { DisplayName: 'Success', ReferenceName: 'Success', Description: '' },
    { DisplayName: 'Error', ReferenceName: 'Error', Description: '' },
  ],
};

const sourcesOf = (written: ReadonlyMap<string, Written>): ReadonlyMap<string, string> => {
  const sources = [...written].map(([id, step]) => [id, placeOf(step)] as const);
  return new Map(sources.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
};

/** Makes a flow of a script: places its steps, links them, names them and lays them out. */
export const assemble = (source: FlowSource): Assembled => {
  const { main, handler, spots } = placeAll(source);
  const linking: Linking = {
    flow: source.name,
    handler,
    handling: handler ? spotsWithin(handler) : new Set(),
    declaresOptional: source.optionalErrors === undefined,
  };
  const entry = main.entry(BEFORE);
  if (entry === undefined) throw new FlowBuildError(emptyFlow(), { flow: source.name });
  const reached = follow(entry, linking);
  refuseUnreached(source.name, spots, reached, linking);
  const names = identify(spots.filter((spot) => reached.has(spot)));
  const document: FlowDocument = {
    Version: FLOW_LANGUAGE_VERSION,
    StartAction: nameOf(names, entry),
    Metadata: metadataOf(source, names, cellsOf(main, handler)),
    ...(source.type === 'MODULE' ? { Settings: MODULE_SETTINGS } : {}),
    Actions: [...names.keys()].map((spot) => wireOf(spot, reached.get(spot) ?? NO_LINKS, names)),
  };
  const written = new Map([...names].map(([spot, id]) => [id, spot.step.written]));
  let sources: ReadonlyMap<string, string> | undefined;
  return {
    document,
    uses: new Set([...names.keys()].flatMap((spot) => spot.step.uses)),
    get sources() {
      sources ??= sourcesOf(written);
      return sources;
    },
  };
};
