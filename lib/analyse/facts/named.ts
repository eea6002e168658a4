/** A flow or a queue as a contact may name it. Equal ones are the same object. */
export type Named<T> =
  | { readonly id: number; readonly kind: 'unset' }
  | { readonly id: number; readonly kind: 'known'; readonly thing: T }
  /** Named outright, and not in the centre. */
  | { readonly id: number; readonly kind: 'elsewhere'; readonly reference: string }
  /** Looked up while the flow runs. */
  | { readonly id: number; readonly kind: 'unknown'; readonly reference: string }
  /** One of these: ways that were told apart no longer. */
  | { readonly id: number; readonly kind: 'several'; readonly of: readonly Single<T>[] };

export type Single<T> = Exclude<Named<T>, { readonly kind: 'several' }>;

/** The ones that a name may stand for. */
export const singles = <T>(named: Named<T>): readonly Single<T>[] => (named.kind === 'several' ? named.of : [named]);

/** Makes every name once. */
export class Names<T extends { readonly arn: string }> {
  private readonly made = new Map<string, Named<T>>();
  readonly unset: Single<T> = { id: 0, kind: 'unset' };

  known(thing: T): Single<T> {
    return this.keep(`=${thing.arn}`, (id) => ({ id, kind: 'known', thing }));
  }

  elsewhere(reference: string): Single<T> {
    return this.keep(`:${reference}`, (id) => ({ id, kind: 'elsewhere', reference }));
  }

  unknown(reference: string): Single<T> {
    return this.keep(`?${reference}`, (id) => ({ id, kind: 'unknown', reference }));
  }

  either(one: Named<T>, other: Named<T>): Named<T> {
    if (one === other) return one;
    const all = [...new Set([...singles(one), ...singles(other)])].sort((a, b) => a.id - b.id);
    const key = `|${all.map(({ id }) => id).join()}`;
    return this.keep<Named<T>>(key, (id) => ({ id, kind: 'several', of: all }));
  }

  private keep<N extends Named<T>>(key: string, make: (id: number) => N): N {
    const known = this.made.get(key);
    if (known !== undefined) return known as N;
    const made = make(this.made.size + 1);
    this.made.set(key, made);
    return made;
  }
}
