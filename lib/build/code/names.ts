/** Words that cannot be, or had better not be, the name of a constant. */
const RESERVED = new Set(
  `abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default
  delete do else enum eval export extends false finally for from function get global globalThis if implements import in
  infer instanceof interface is keyof let module namespace never new null number object of package private protected
  prototype public readonly require return set static string super switch symbol this throw true try type typeof undefined
  unique unknown var void while with yield exports process console Array Object String Number Boolean Symbol Promise Map
  Set Error JSON Math Date c sample`.split(/\s+/),
);

const WORDS = /[A-Za-z]+|\d+/g;
const MOST_WORDS = 5;
const LONGEST = 36;

const unaccented = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words of a text, a camelCase name taken apart. */
const wordsOf = (text: string): readonly string[] =>
  (
    unaccented(text.slice(0, 400))
      .replace(/['’]/g, '')
      .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
      .match(WORDS) ?? []
  ).map((word) => word.toLowerCase());

/** Text as the name of a constant; undefined where it has no letters to make one of. */
export const camelCase = (text: string, most = MOST_WORDS): string | undefined => {
  const words = wordsOf(text);
  const first = words.findIndex((word) => /^[a-z]/.test(word));
  if (first < 0) return undefined;
  let made = '';
  for (const word of words.slice(first, first + most)) {
    if (made !== '' && made.length + word.length > LONGEST) break;
    made += made === '' ? word.slice(0, LONGEST) : capital(word);
  }
  return made;
};

export const pascalCase = (text: string): string => capital(text);

/** Gives every name once. */
export class Names {
  readonly #taken = new Set<string>();

  /** @param foreign names that mean something else in the code */
  constructor(private readonly foreign: ReadonlySet<string>) {}

  /** The name; with the suffix where it means something else, with a number where it is taken. */
  take(wished: string, suffix = ''): string {
    const isForeign = (name: string): boolean => this.foreign.has(name) || RESERVED.has(name);
    const base = isForeign(wished) ? wished + suffix : wished;
    let name = base;
    for (let number = 2; this.#taken.has(name) || isForeign(name); number++)
      name = `${base}${/\d$/.test(base) ? '_' : ''}${number}`;
    this.#taken.add(name);
    return name;
  }
}
