/** Does something with some at a time, in order. */
export const inChunks = async <T>(
  all: readonly T[],
  size: number,
  act: (some: readonly T[]) => Promise<unknown>,
): Promise<void> => {
  for (let start = 0; start < all.length; start += size) await act(all.slice(start, start + size));
};

interface Page<T> {
  readonly items: readonly T[] | undefined;
  readonly token: string | undefined;
}

/** Everything in a list that comes page by page. */
export const allPages = async <T>(page: (token: string | undefined) => Promise<Page<T>>): Promise<readonly T[]> => {
  const found: T[] = [];
  let token: string | undefined;
  do {
    const { items = [], token: next } = await page(token);
    found.push(...items);
    token = next;
  } while (token !== undefined);
  return found;
};
