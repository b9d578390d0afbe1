import fc from 'fast-check';

/** What happens to a file on its way: cut off, bits flipped, bytes overwritten. */
export type Mutation =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'fill'; readonly at: number; readonly length: number; readonly byte: number };

/** Changes to a file of that length, half of them near its head, where its structure is. */
export const mutations = (length: number): fc.Arbitrary<readonly Mutation[]> => {
  const at = fc.oneof(fc.nat(length - 1), fc.nat(Math.min(length, 4096) - 1));
  const kind = <Name extends string>(name: Name) => fc.constant(name);
  return fc.array(
    fc.oneof(
      { weight: 1, arbitrary: fc.record({ kind: kind('cut'), at }) },
      { weight: 6, arbitrary: fc.record({ kind: kind('flip'), at, bit: fc.nat(7) }) },
      {
        weight: 4,
        arbitrary: fc.record({
          kind: kind('fill'),
          at,
          length: fc.nat(64),
          byte: fc.constantFrom(0, 0x20, 0xff),
        }),
      },
    ),
    { minLength: 1, maxLength: 12 },
  );
};

export const mutated = (bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array => {
  let file = Buffer.from(bytes);
  for (const change of changes) {
    if (change.kind === 'cut') file = file.subarray(0, Math.max(1, change.at));
    else if (change.kind === 'fill')
      file.fill(change.byte, change.at, Math.min(file.length, change.at + change.length));
    else if (change.at < file.length)
      file.writeUInt8(file.readUInt8(change.at) ^ (1 << change.bit), change.at);
  }
  return file;
};
