import type { ActionType } from '../actions';
import { specOf } from '../actions';
import { canonical } from '../canonical';
import { FLOW_LANGUAGE_VERSION, type FlowDocument, type Json, type JsonObject, type WireAction } from '../document';
import { type FlowType, flowTypeOfConsoleName, isFlowType } from '../flow-type';
import { isObject } from '../foreign-document';
import { CONTACT_MODULES } from './contact-modules';
import type { Converter, Draft } from './draft';
import { FLOW_CONTROL_MODULES } from './flow-control-modules';
import { freeIdentifier, type PlacedModule, placeModules } from './identifiers';
import { type ConversionNote, type Message, NOTES } from './notes';
import { type OldExport, type OldModule, readOldExport } from './old-export';
import { OldParameters } from './old-parameters';
import { PARTICIPANT_MODULES } from './participant-modules';
import { withinRanges } from './ranges';
import { type Targets, transitionsOf } from './transitions';

/** An old export in the current language. */
export interface ConvertedFlow {
  readonly document: FlowDocument;
  readonly type: FlowType;
  readonly name?: string;
  /** Everything that the new flow says otherwise than the export, or not at all. */
  readonly notes: readonly ConversionNote[];
}

const CONVERTERS: Readonly<Record<string, Converter>> = {
  ...PARTICIPANT_MODULES,
  ...CONTACT_MODULES,
  ...FLOW_CONTROL_MODULES,
};

const converterOf = ({ type, target }: OldModule): Converter | undefined => {
  const found = [`${type}/${target ?? ''}`, type].find((name) => Object.hasOwn(CONVERTERS, name));
  return found === undefined ? undefined : CONVERTERS[found];
};

const END = 'End of the converted flow';

/** One export on its way into the current language. */
class Conversion {
  private readonly notes: ConversionNote[] = [];
  private readonly type: FlowType;
  private readonly placed: readonly PlacedModule[];
  private readonly byId = new Map<string, PlacedModule>();
  /** Where a module leads that has no equal. */
  private readonly resolved = new Map<string, string>();
  private endId: string | undefined;
  private addedEnd: WireAction | undefined;

  constructor(private readonly source: OldExport) {
    this.type = this.flowType();
    this.placed = placeModules(source.modules, converterOf, this.notes);
    for (const placed of this.placed) this.byId.set(placed.id, placed);
  }

  result(): ConvertedFlow {
    const { rest, metadata } = this.source;
    for (const key of Object.keys(rest)) this.note(null, NOTES.unknownKey(key, 'the export'));
    const start = this.start();
    const converted = this.placed.flatMap((placed) => this.action(placed));
    const actions = [...converted.map(({ action }) => action), ...(this.addedEnd === undefined ? [] : [this.addedEnd])];
    const document = canonical({
      Version: FLOW_LANGUAGE_VERSION,
      StartAction: start,
      Metadata: this.metadata(converted.map(({ action, shown }) => [action.Identifier, shown])),
      Actions: actions,
    });
    const name = typeof metadata.name === 'string' ? metadata.name : undefined;
    return { document, type: this.type, name, notes: this.notes };
  }

  private note(module: string | null, message: Message): void {
    this.notes.push({ module, ...message });
  }

  private flowType(): FlowType {
    const type = this.source.type ?? this.source.metadata.type;
    const known = flowTypeOfConsoleName(type) ?? (isFlowType(type) ? type : undefined);
    if (known === undefined) this.note(null, NOTES.unknownType(type));
    return known ?? 'CONTACT_FLOW';
  }

  private start(): string {
    const { start } = this.source;
    const found = this.target(start);
    if (found !== undefined) return found;
    const first = this.placed.find(({ convert }) => convert !== undefined)?.id ?? this.end();
    this.note(null, NOTES.noStart(first));
    return first;
  }

  /** The action that a transition leads to now. */
  private target(id: string | undefined): string | undefined {
    const passed = new Set<string>();
    let at = id;
    while (at !== undefined && this.isLeftOut(at) && !passed.has(at) && !this.resolved.has(at)) {
      passed.add(at);
      at = this.detour(at);
    }
    const found = at === undefined || passed.has(at) ? undefined : (this.resolved.get(at) ?? at);
    const target = found !== undefined && this.byId.has(found) ? found : undefined;
    if (passed.size === 0) return target;
    const instead = target ?? this.end();
    for (const each of passed) this.resolved.set(each, instead);
    return instead;
  }

  private isLeftOut(id: string): boolean {
    const placed = this.byId.get(id);
    return placed !== undefined && placed.convert === undefined;
  }

  private detour(id: string): string | undefined {
    const branches = this.byId.get(id)?.module.branches ?? [];
    return (branches.find(({ condition }) => condition === 'Success') ?? branches[0])?.transition;
  }

  /** The action that ends the flow where nothing else can be done: one that is there, or a new one. */
  private end(): string {
    if (this.endId !== undefined) return this.endId;
    const existing = ['Disconnect', 'Resume'].flatMap((type) =>
      this.placed.filter(({ module }) => module.type === type),
    );
    this.endId = existing[0]?.id ?? freeIdentifier(END, this.byId);
    if (existing.length === 0) {
      const type = this.legal('DisconnectParticipant') ? 'DisconnectParticipant' : 'EndFlowExecution';
      this.addedEnd = { Identifier: this.endId, Type: type, Parameters: {}, Transitions: {} };
      this.note(this.endId, NOTES.addedEnd(this.endId));
    }
    return this.endId;
  }

  private legal(type: ActionType): boolean {
    return specOf(type)?.refusedIn?.includes(this.type) !== true;
  }

  private action(placed: PlacedModule): readonly { readonly action: WireAction; readonly shown: JsonObject }[] {
    const { id, module, convert } = placed;
    const note = (message: Message): void => this.note(id, message);
    for (const key of Object.keys(module.rest)) note(NOTES.unknownKey(key, 'the module'));
    if (convert === undefined) {
      note(NOTES.noEqualModule(module, this.target(id) ?? this.end()));
      return [];
    }
    const parameters = new OldParameters(module, note);
    const draft = this.inThisFlow(convert({ module, parameters, flowType: this.type }), note);
    parameters.noteLeftOver(draft.type);
    const targets: Targets = { of: (to) => this.target(to), end: () => this.end() };
    const action: WireAction = {
      Identifier: id,
      Type: draft.type,
      Parameters: withinRanges(draft, note),
      Transitions: transitionsOf(draft, module, targets, note),
    };
    return [{ action, shown: shownOf(module.metadata, parameters.shown()) }];
  }

  /** What ends a call cannot stand in a whisper or hold flow; what ends the flow can. */
  private inThisFlow(draft: Draft, note: (message: Message) => void): Draft {
    if (draft.type !== 'DisconnectParticipant' || this.legal(draft.type)) return draft;
    note(NOTES.endsOtherwise(draft.type, 'EndFlowExecution', this.type));
    return { ...draft, type: 'EndFlowExecution' };
  }

  /** The designer's view as it was; only the hash goes, which is that of the old text. */
  private metadata(actions: readonly (readonly [string, JsonObject])[]): JsonObject {
    const { hash, ...rest } = this.source.metadata;
    const { type } = this.source;
    return {
      ...rest,
      ...(typeof type === 'string' && !Object.hasOwn(rest, 'type') ? { type } : {}),
      ActionMetadata: Object.fromEntries(actions),
    };
  }
}

const merged = (old: Json | undefined, more: JsonObject): JsonObject => ({ ...(isObject(old) ? old : {}), ...more });

const shownOf = (metadata: JsonObject, names: JsonObject): JsonObject =>
  Object.keys(names).length === 0 ? metadata : { ...metadata, parameters: merged(metadata.parameters, names) };

/**
 * Brings an old console export (`modules`, `start`) into the current language. Whatever has no equal there is in `notes`.
 *
 * @param input its text, or the value that the text parses to
 * @param origin what messages call it, e.g. the file name
 * @throws FlowReadError when it is no old export
 */
export const convertOldExport = (input: string | JsonObject, origin?: string): ConvertedFlow =>
  new Conversion(readOldExport(input, origin)).result();
