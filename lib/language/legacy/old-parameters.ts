import type { Json, JsonObject } from '../document';
import { type Message, NOTES } from './notes';
import type { OldModule, OldParameter } from './old-export';
import { isDynamic, referenceOf } from './references';

export type AddNote = (message: Message) => void;

const textOf = (value: Json | undefined): string | undefined => {
  if (value === undefined || value === null || typeof value === 'object') return undefined;
  return String(value);
};

/** The parameters of one module; what nobody takes is left over, and noted. */
export class OldParameters {
  private readonly taken = new Set<OldParameter>();
  private readonly displayNames: [string, JsonObject][] = [];

  constructor(
    private readonly module: OldModule,
    readonly note: AddNote,
  ) {}

  /** All parameters of a name, in their order. */
  all(name: string): readonly OldParameter[] {
    const found = this.module.parameters.filter((parameter) => parameter.name === name);
    for (const parameter of found) this.taken.add(parameter);
    return found;
  }

  /** The parameter of a name, or of the first of several names that is there; the last one where there are several. */
  one(...names: readonly string[]): OldParameter | undefined {
    const found = names.map((name) => this.all(name)).find((list) => list.length > 0) ?? [];
    if (found.length > 1) this.note(NOTES.severalValues(names[0] as string));
    return found.at(-1);
  }

  /** Its value as a text, or as the JSONPath that it is looked up by. */
  valueOf({ value, namespace }: OldParameter): string | undefined {
    const text = textOf(value);
    if (text === undefined || !isDynamic(namespace)) return text;
    return referenceOf(namespace, text, this.note);
  }

  text(...names: readonly string[]): string | undefined {
    const found = this.one(...names);
    return found && this.valueOf(found);
  }

  /** The ARN of something, or a reference to it; empty (and noted) where the export has none. */
  resource(parameter: string, ...names: readonly string[]): string | undefined {
    const found = this.one(...names);
    return found && this.resourceValue(parameter, found);
  }

  /** @param place where the designer keeps its name: a parameter, or a key in one */
  resourceValue(parameter: string, found: OldParameter, [place, key]: readonly string[] = [parameter]): string {
    const value = this.valueOf(found) ?? '';
    const { resourceName } = found;
    const shown = { displayName: resourceName ?? '' };
    if (resourceName && place) this.displayNames.push([place, key === undefined ? shown : { [key]: shown }]);
    if (value === '') this.note(NOTES.emptyResource(parameter, resourceName));
    return value;
  }

  /** Names from the export for the designer, by parameter. */
  shown(): JsonObject {
    return Object.fromEntries(this.displayNames);
  }

  noteLeftOver(type: string): void {
    for (const parameter of this.module.parameters) {
      if (!this.taken.has(parameter)) this.note(NOTES.leftOverParameter(this.module, parameter, type));
    }
  }
}
