/** Values made once for each key; all are dropped when there are too many, so that hostile input takes no memory. */
export const remember = <K, V>(make: (key: K) => V, most = 1_000): ((key: K) => V) => {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    if (made.size >= most) made.clear();
    made.set(key, value);
    return value;
  };
};
