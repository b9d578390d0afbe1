/** A text that counts how many of its characters are looked at, one by one or in a search. */
export function watched(own: string): { readonly text: string; readonly looks: () => number } {
  let looks = 0;
  const methods: Readonly<Record<string, unknown>> = {
    length: own.length,
    indexOf: (piece: string, from = 0): number => {
      const found = own.indexOf(piece, from);
      looks += (found === -1 ? own.length : found + piece.length) - from;
      return found;
    },
    startsWith: (piece: string, from = 0): boolean => {
      looks += 1;
      return own.startsWith(piece, from);
    },
    slice: (from: number, to: number): string => {
      looks += to - from;
      return own.slice(from, to);
    },
  };
  const text = new Proxy(Object(own) as object, {
    get: (_, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) {
        looks += 1;
        return own[Number(key)];
      }
      if (typeof key === 'string' && key in methods) return methods[key];
      throw new RangeError(`${String(key)} is not counted`);
    },
  });
  return { text: text as unknown as string, looks: () => looks };
}
