import { passes, type Test } from './test';

/** What an attribute, or anything else that a flow reads, may hold. Equal values are the same object. */
export type Value = Text | Unset | Unknown;

interface Text {
  readonly id: number;
  readonly kind: 'text';
  readonly text: string;
}

interface Unset {
  readonly id: number;
  readonly kind: 'unset';
}

export interface Unknown {
  readonly id: number;
  readonly kind: 'unknown';
  /** What made it; copies of a value share it, so that what is learnt of one holds for all. Null where nobody can tell. */
  readonly origin: string | null;
  /** How flows refer to it, e.g. `$.External.tier`. */
  readonly reference: string;
  /** The only values it can have, where they are declared. */
  readonly domain: readonly string[] | null;
  readonly tests: readonly Test[];
}

type UnknownFacts = Omit<Unknown, 'id' | 'kind'>;

const testKey = ({ operator, operand, met }: Test): string => JSON.stringify([operator, operand, met]);

/** The texts that a value may be; undefined where it may be anything. */
export const textsOf = (value: Value): readonly string[] | undefined => {
  if (value.kind === 'text') return [value.text];
  return value.kind === 'unset' ? [''] : (value.domain ?? undefined);
};

const referenceOf = (value: Value): string => (value.kind === 'unknown' ? value.reference : '');

/** More texts than these are not told apart. */
const MOST_TEXTS = 32;

/** Makes every value once. */
export class Values {
  private readonly known = new Map<string, Value>();
  readonly unset: Value = { id: 0, kind: 'unset' };

  text(text: string): Value {
    const found = this.known.get(text);
    if (found !== undefined) return found;
    return this.keep(text, { id: this.known.size + 1, kind: 'text', text });
  }

  /** One of a few texts, or anything. */
  unknown(facts: UnknownFacts): Value {
    const [only, ...others] = facts.domain ?? [];
    if (only !== undefined && others.length === 0) return this.text(only);
    const key = `\u0000${JSON.stringify([facts.origin, facts.reference, facts.domain, facts.tests])}`;
    return this.known.get(key) ?? this.keep(key, { id: this.known.size + 1, kind: 'unknown', ...facts });
  }

  /** Something of which nothing can be told. */
  anything(reference: string): Value {
    return this.unknown({ origin: null, reference, domain: null, tests: [] });
  }

  /** One value or the other: all that they may be, as long as that is not much. */
  either(one: Value, other: Value, origin: string): Value {
    if (one === other) return one;
    const [a, b] = [textsOf(one), textsOf(other)];
    const reference = referenceOf(one) || referenceOf(other);
    const domain = a === undefined || b === undefined ? null : [...new Set([...a, ...b])].sort();
    if (domain === null || domain.length > MOST_TEXTS) return this.anything(reference);
    return this.unknown({ origin, reference, domain, tests: [] });
  }

  /** The same, of which nobody can tell any longer where it came from. */
  withoutOrigin(value: Value): Value {
    return value.kind === 'unknown' ? this.unknown({ ...value, origin: null, tests: [] }) : value;
  }

  /** The value once a test has come out; undefined where it cannot come out so. */
  after(value: Unknown, test: Test): Value | undefined {
    if (value.domain !== null) {
      const domain = value.domain.filter((each) => passes(each, test));
      return domain.length === 0 ? undefined : this.unknown({ ...value, domain });
    }
    if (test.met && test.operator === 'Equals')
      return value.tests.every((each) => passes(test.operand, each)) ? this.text(test.operand) : undefined;
    const keys = new Map([...value.tests, test].map((each) => [testKey(each), each]));
    if (keys.has(testKey({ ...test, met: !test.met }))) return undefined;
    return this.unknown({ ...value, tests: [...keys].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each) });
  }

  private keep(key: string, value: Value): Value {
    this.known.set(key, value);
    return value;
  }
}
