import type { JsonObject } from '../../language/document';
import { type FlowScope, isHoldFlow } from '../../language/flow-type';
import { type Code, call, json, list, object, options, pieces } from './code';
import { keyLiteral, LINE } from './literals';
import { pascalCase } from './names';
import { Printer } from './print';
import { RESOURCE_KINDS } from './resource-kinds';
import { type NamedResource, type Resources, resourceLiteral } from './resources';
import { VOCABULARY } from './vocabulary';

/** A script under a name. */
export interface Constant {
  readonly id: number;
  readonly name: string;
  readonly code: Code;
  /** True where its steps may stand in flows of different types, so that the compiler has to be told which is meant. */
  readonly isMixed: boolean;
}

/** Everything that a module of code holds. */
export interface ModuleParts {
  readonly exported: string;
  readonly type: FlowScope;
  readonly flow: Code;
  /** Each after those that it uses. */
  readonly constants: readonly Constant[];
  readonly resources: Resources;
  readonly hasBindings: boolean;
  readonly importFrom: string;
}

/** The function that makes a flow of each type. */
const FLOW_FUNCTIONS: Readonly<Record<FlowScope, string>> = {
  CONTACT_FLOW: 'inboundFlow',
  CUSTOMER_QUEUE: 'customerQueueFlow',
  CUSTOMER_HOLD: 'customerHoldFlow',
  CUSTOMER_WHISPER: 'customerWhisperFlow',
  AGENT_HOLD: 'agentHoldFlow',
  AGENT_WHISPER: 'agentWhisperFlow',
  OUTBOUND_WHISPER: 'outboundWhisperFlow',
  AGENT_TRANSFER: 'agentTransferFlow',
  QUEUE_TRANSFER: 'queueTransferFlow',
  CAMPAIGN: 'campaignFlow',
  MODULE: 'flowModule',
};

/** What stands in the options of a flow. */
export interface FlowFacts {
  readonly name: string;
  readonly type: FlowScope;
  readonly description?: string;
  readonly onError?: Code;
  readonly optionalErrors?: 'undeclared';
  readonly settings?: JsonObject;
}

/** The call that makes the flow; hold flows need no options. */
export const flowCall = (facts: FlowFacts, main: Code): Code => {
  const { name, type, description, onError, optionalErrors, settings } = facts;
  const given = options(
    ['onError', onError ?? (isHoldFlow(type) ? undefined : list([]))],
    ['optionalErrors', optionalErrors && json(optionalErrors)],
    ['description', description === undefined ? undefined : json(description)],
    ['settings', settings && json(settings)],
  );
  return call(FLOW_FUNCTIONS[type], json(name), given, main);
};

/** Capitals before small letters of the same kind, as import sorters have it. */
const weight = (character: string): string => character.toLowerCase() + (/[A-Z]/.test(character) ? '0' : '1');

const byName = (a: string, b: string): number => {
  const [left, right] = [a, b].map((name) => [...name].map(weight).join(''));
  return (left ?? '') < (right ?? '') ? -1 : 1;
};

const usedWords = (codes: readonly Code[]): ReadonlySet<string> => {
  const words = codes.flatMap((code) =>
    [...pieces(code)].flatMap((piece) => {
      if (piece.kind === 'call') return [piece.name];
      return piece.kind === 'name' ? piece.path.slice(0, 1) : [];
    }),
  );
  return new Set(words.filter((word) => VOCABULARY.has(word)));
};

const importLine = (words: ReadonlySet<string>, types: ReadonlySet<string>, from: string): string => {
  const names = [...words, ...types].toSorted(byName).map((name) => (types.has(name) ? `type ${name}` : name));
  const typesOnly = words.size === 0 && types.size > 0;
  const flat = `import ${typesOnly ? 'type ' : ''}{ ${names.join(', ')} } from ${keyText(from)};`;
  if (flat.length <= LINE) return flat;
  return `import {\n${names.map((name) => `  ${name},\n`).join('')}} from ${keyText(from)};`;
};

const keyText = (text: string): string => {
  const literal = keyLiteral(text);
  return /^['"]/.test(literal) ? literal : `'${text}'`;
};

const typeOf = ({ resource }: NamedResource): string => {
  const { type } = RESOURCE_KINDS[resource.kind];
  return resource.flowTypes === undefined ? type : `${type}<${resource.flowTypes}>`;
};

/** Steps whose options have several shapes, through which the compiler does not see which flow they stand in. */
const OPAQUE = new Set(['loopPrompts', 'storeInput', 'transferToPhoneNumber', 'wait']);

/** Constants that a step with such options leads to. */
const seenDimly = (codes: readonly Code[]): ReadonlySet<number> => {
  const opaque = codes.flatMap((code) =>
    [...pieces(code)].filter((piece) => piece.kind === 'call' && OPAQUE.has(piece.name)),
  );
  const inner = opaque.flatMap((code) => [...pieces(code)]);
  return new Set(inner.flatMap((piece) => (piece.kind === 'constant' ? [piece.id] : [])));
};

/** The type that a constant says, so that its branches are read as those of this flow; plain steps need none. */
const kindOf = ({ code, id, isMixed }: Constant, dim: ReadonlySet<number>): '' | 'Again' | 'Script' => {
  const [, ...inner] = pieces(code);
  const isPlain = !inner.some((piece) => piece.kind === 'constant' || (piece.kind === 'list' && isScript(piece)));
  if (isPlain && !isMixed && !dim.has(id)) return '';
  return code.kind === 'call' ? 'Again' : 'Script';
};

const isScript = (code: Code & { readonly kind: 'list' }): boolean =>
  code.items.length === 0 || code.items.some(({ kind }) => kind === 'step' || kind === 'call');

/** Which constants need the bindings, themselves or through others. */
const bound = (constants: readonly Constant[], resources: Resources): ReadonlySet<number> => {
  const found = new Set<number>();
  for (const { id, code } of constants) {
    const needs = [...pieces(code)].some(
      (piece) =>
        (piece.kind === 'constant' && found.has(piece.id)) ||
        (piece.kind === 'resource' && resources.nameOf(piece.resource) !== undefined),
    );
    if (needs) found.add(id);
  }
  return found;
};

/** Writes the source text of one module. */
export class ModuleText {
  readonly #parts: ModuleParts;
  readonly #printer: Printer;
  readonly #dim: ReadonlySet<number>;

  constructor(parts: ModuleParts) {
    this.#parts = parts;
    this.#dim = seenDimly([...parts.constants.map(({ code }) => code), parts.flow]);
    const names = new Map(parts.constants.map(({ id, name }) => [id, name]));
    this.#printer = new Printer({
      constant: (id) => names.get(id) ?? 'undefined',
      resource: ({ resource }) => {
        const name = parts.resources.nameOf(resource);
        if (name === undefined) return resourceLiteral(resource);
        return parts.hasBindings ? `c.${name}` : name;
      },
    });
  }

  text(): string {
    const { constants, flow, importFrom, hasBindings } = this.#parts;
    const words = usedWords([...constants.map(({ code }) => code), flow]);
    const bound = hasBindings ? this.#named.map(({ resource }) => RESOURCE_KINDS[resource.kind].type) : [];
    const types = new Set(
      [...bound, ...constants.map((one) => kindOf(one, this.#dim))].filter((type) => type !== 'string' && type !== ''),
    );
    const head = importLine(words, types, importFrom);
    return `${[head, ...(hasBindings ? this.#withBindings() : this.#plainly())].join('\n\n')}\n`;
  }

  get #named(): readonly NamedResource[] {
    return this.#parts.resources.named;
  }

  #declaration(start: string, code: Code, indent = ''): string {
    return `${start} =${this.#printer.value(code, indent, indent.length + start.length + 2)};`;
  }

  #constant(constant: Constant, indent = ''): string {
    const { name, code } = constant;
    const kind = kindOf(constant, this.#dim);
    const type = kind === '' ? '' : `: ${kind}<'${this.#parts.type}'>`;
    return `${indent}${this.#declaration(`const ${name}${type}`, code, indent)}`;
  }

  #plainly(): readonly string[] {
    const { constants, flow, exported } = this.#parts;
    const resources = this.#named.map((entry) => this.#resourceConstant(entry)).join('\n');
    return [
      ...(resources === '' ? [] : [resources]),
      ...constants.map((constant) => this.#constant(constant)),
      this.#declaration(`export const ${exported}`, flow),
    ];
  }

  #resourceConstant({ name, resource }: NamedResource): string {
    return this.#field(`const ${name} =`, resource, '', ';');
  }

  /** A handle on one line, or on lines of its own. */
  #field(start: string, resource: NamedResource['resource'], indent: string, end: string): string {
    const literal = resourceLiteral(resource);
    const line = `${indent}${start} ${literal}${end}`;
    if (line.length <= LINE) return line;
    if (!literal.startsWith('{')) return `${indent}${start}\n${indent}  ${literal}${end}`;
    const { arnKey = '', nameKey } = RESOURCE_KINDS[resource.kind];
    const entry = object([arnKey, json(resource.value)], [nameKey, json(resource.shown ?? '')]);
    return `${indent}${start} ${this.#printer.print(entry, indent, LINE)}${end}`;
  }

  #withBindings(): readonly string[] {
    const { exported, constants, resources } = this.#parts;
    const type = `${pascalCase(exported)}Bindings`;
    const needing = bound(constants, resources);
    const fields = this.#named.map((entry) => `  readonly ${entry.name}: ${typeOf(entry)};\n`).join('');
    const values = this.#named
      .map(({ name, resource }) => `${this.#field(`${name}:`, resource, '  ', ',')}\n`)
      .join('');
    return [
      `/** What the flow names, so that it can be another thing in each environment. */\nexport interface ${type} {\n${fields}}`,
      ...constants.filter(({ id }) => !needing.has(id)).map((constant) => this.#constant(constant)),
      this.#function(
        type,
        constants.filter(({ id }) => needing.has(id)),
      ),
      `/** What it named when it was imported. */\nexport const sample: ${type} = {\n${values}};`,
    ];
  }

  #function(type: string, constants: readonly Constant[]): string {
    const { exported, flow } = this.#parts;
    const head = `export const ${exported} = (c: ${type}) =>`;
    if (constants.length === 0) return `${head}\n  ${this.#printer.print(flow, '  ', 2)};`;
    const inner = constants.map((constant) => this.#constant(constant, '  ')).join('\n\n');
    return `${head} {\n${inner}\n\n  return ${this.#printer.print(flow, '  ', 9)};\n};`;
  }
}
