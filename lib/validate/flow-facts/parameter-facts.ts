import type { Json, JsonObject, ParameterSpec } from '../../language';
import { isObject } from '../described-values';
import { hasPlaceholder } from '../placeholder';
import { type CompiledFields, type CompiledParameter, rowOf } from './compiled-row';
import { PARAMETERS, Place } from './place';
import type { PlacedAction } from './placed-action';
import { isPlain } from './plain-values';

/** A value in an action. */
export interface FoundValue {
  readonly placed: PlacedAction;
  readonly place: Place;
  readonly value: Json;
}

/** A value that the action table describes; its `name` is how sentences call it. */
export interface DescribedValue extends FoundValue {
  readonly name: string;
  readonly spec: ParameterSpec;
}

/** An object in an action whose keys the table describes. */
interface DescribedObject {
  readonly placed: PlacedAction;
  readonly place: Place;
  readonly object: JsonObject;
  readonly fields: CompiledFields;
}

/** A key that stands in an object, or is missing there. */
export interface KeyIn extends DescribedObject {
  readonly name: string;
}

/** What one walk over the parameters of all actions came by. */
export interface ParameterFacts {
  /** Values that are not plainly right. */
  readonly doubtful: readonly DescribedValue[];
  readonly unknownKeys: readonly KeyIn[];
  readonly missingKeys: readonly KeyIn[];
  /** Objects with none or several of the keys of which exactly one must stand. */
  readonly ambiguous: readonly DescribedObject[];
  /** Prompts and messages. */
  readonly messages: readonly DescribedValue[];
  /** Lists and maps whose length matters. */
  readonly counted: readonly DescribedValue[];
  /** Texts whose length matters. */
  readonly measured: readonly DescribedValue[];
  /** Maps whose keys are names of attributes. */
  readonly attributeMaps: readonly DescribedValue[];
  readonly contested: readonly DescribedValue[];
  /** Texts in which a reference may stand. */
  readonly dynamicTexts: readonly FoundValue[];
}

/** No document that is read is deeper. */
const DEEPEST = 600;

class ParameterWalk implements ParameterFacts {
  readonly doubtful: DescribedValue[] = [];
  readonly unknownKeys: KeyIn[] = [];
  readonly missingKeys: KeyIn[] = [];
  readonly ambiguous: DescribedObject[] = [];
  readonly messages: DescribedValue[] = [];
  readonly counted: DescribedValue[] = [];
  readonly measured: DescribedValue[] = [];
  readonly attributeMaps: DescribedValue[] = [];
  readonly contested: DescribedValue[] = [];
  readonly dynamicTexts: FoundValue[] = [];

  object(placed: PlacedAction, object: JsonObject, fields: CompiledFields, place: Place): void {
    for (const name of Object.keys(object)) {
      const value = object[name] as Json;
      const parameter = fields.byName.get(name);
      if (parameter !== undefined) this.parameter(placed, value, parameter, place, name);
      else {
        if (!hasPlaceholder(name)) this.unknownKeys.push({ placed, place, object, fields, name });
        this.undescribed(placed, value, place, name, 0);
      }
    }
    for (const name of fields.required) {
      if (!Object.hasOwn(object, name)) this.missingKeys.push({ placed, place, object, fields, name });
    }
    if (fields.exactlyOne === undefined) return;
    const present = fields.exactlyOne.filter((name) => Object.hasOwn(object, name)).length;
    if (present !== 1) this.ambiguous.push({ placed, place, object, fields });
  }

  private parameter(placed: PlacedAction, value: Json, parameter: CompiledParameter, parent: Place, key: string): void {
    const { spec } = parameter;
    if (typeof value === 'string' && value.includes('$')) {
      this.dynamicTexts.push({ placed, place: new Place(parent, key), value });
    }
    if (!isPlain(value, parameter)) this.doubtful.push(described(placed, new Place(parent, key), value, spec));
    else if (typeof value === 'object') this.inside(placed, value, parameter, new Place(parent, key));
    if (parameter.noted) this.remember(placed, value, spec, parent, key);
  }

  private remember(placed: PlacedAction, value: Json, spec: ParameterSpec, parent: Place, key: string): void {
    const found = described(placed, new Place(parent, key), value, spec);
    if (spec.message !== undefined) this.messages.push(found);
    if (spec.characters !== undefined) this.measured.push(found);
    if (spec.entries !== undefined) this.counted.push(found);
    if (spec.keys !== undefined) this.attributeMaps.push(found);
    if (spec.contested !== undefined) this.contested.push(found);
  }

  /** What stands inside of a plain list, map or object. */
  private inside(placed: PlacedAction, value: Json, { spec, fields, entry }: CompiledParameter, place: Place): void {
    if (Array.isArray(value)) {
      for (const [i, found] of value.entries()) {
        if (fields === undefined) this.entry(placed, found, entry, place, i);
        else if (isObject(found)) this.object(placed, found, fields, new Place(place, i));
        else this.doubtful.push(described(placed, new Place(place, i), found, { value: 'object', from: spec.from }));
      }
      return;
    }
    const object = value as JsonObject;
    if (fields !== undefined) this.object(placed, object, fields, place);
    else if (entry === undefined) this.undescribedIn(placed, object, place, 0);
    else for (const key of Object.keys(object)) this.entry(placed, object[key] as Json, entry, place, key);
  }

  /** One text of a list or map; the maps of flow attributes wrap it in an object. */
  private entry(
    placed: PlacedAction,
    value: Json,
    parameter: CompiledParameter | undefined,
    place: Place,
    key: string | number,
  ): void {
    if (typeof key === 'string' && key.includes('$')) {
      this.dynamicTexts.push({ placed, place: new Place(place, key), value: key });
    }
    if (parameter === undefined) this.undescribed(placed, value, place, key, 0);
    else if (parameter.wrapped) this.wrapped(placed, value, parameter, new Place(place, key));
    else this.text(placed, value, parameter, place, key, place);
  }

  private wrapped(placed: PlacedAction, value: Json, parameter: CompiledParameter, place: Place): void {
    const { from } = parameter.spec;
    if (isObject(value)) this.text(placed, value.Value ?? null, parameter, place, 'Value', place.parent);
    else this.doubtful.push(described(placed, place, value, { value: 'object', from }, place.parent));
  }

  private text(
    placed: PlacedAction,
    value: Json,
    parameter: CompiledParameter,
    parent: Place,
    key: string | number,
    named: Place | undefined,
  ): void {
    if (typeof value === 'string' && value.includes('$')) {
      this.dynamicTexts.push({ placed, place: new Place(parent, key), value });
    }
    if (isPlain(value, parameter)) return;
    this.doubtful.push(described(placed, new Place(parent, key), value, parameter.spec, named));
  }

  private undescribedIn(placed: PlacedAction, value: JsonObject | readonly Json[], place: Place, depth: number): void {
    if (depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const [i, found] of value.entries()) this.undescribed(placed, found, place, i, depth);
    } else {
      const object = value as JsonObject;
      for (const key of Object.keys(object)) this.undescribed(placed, object[key] as Json, place, key, depth);
    }
  }

  private undescribed(placed: PlacedAction, value: Json, parent: Place, key: string | number, depth: number): void {
    if (typeof value === 'string') {
      if (value.includes('$')) this.dynamicTexts.push({ placed, place: new Place(parent, key), value });
    } else if (typeof value === 'object' && value !== null) {
      this.undescribedIn(placed, value, new Place(parent, key), depth + 1);
    }
  }

  unknownAction(placed: PlacedAction): void {
    this.undescribedIn(placed, placed.parameters, PARAMETERS, 0);
  }
}

const described = (
  placed: PlacedAction,
  place: Place,
  value: Json,
  spec: ParameterSpec,
  named: Place = place,
): DescribedValue => ({ placed, place, value, spec, name: place.below(named.parent) });

export const parameterFactsOf = (actions: readonly PlacedAction[]): ParameterFacts => {
  const walk = new ParameterWalk();
  for (const placed of actions) {
    const row = rowOf(placed.type);
    if (row === undefined) walk.unknownAction(placed);
    else walk.object(placed, placed.parameters, row.fields, PARAMETERS);
  }
  return walk;
};
