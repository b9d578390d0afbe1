import fc from 'fast-check';

/** One way to damage bytes, as data, so that a failure shrinks to it. */
export type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  | { readonly kind: 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array };

/** Where, as a share of the file. */
const at = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 2000 });

export const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at }),
  fc.record({ kind: fc.constant('flip' as const), at, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constant('drop' as const), at, length }),
  fc.record({ kind: fc.constant('repeat' as const), at, length }),
  fc.record({ kind: fc.constant('insert' as const), at, bytes: fc.uint8Array({ maxLength: 40 }) }),
);

export const applyDamage = (bytes: Uint8Array, change: Damage): Uint8Array => {
  const place = Math.floor(change.at * Math.max(0, bytes.length - 1));
  switch (change.kind) {
    case 'cut':
      return bytes.slice(0, place);
    case 'flip':
      return bytes.map((byte, index) => (index === place ? byte ^ (1 << change.bit) : byte));
    case 'drop':
      return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + change.length)]);
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, place + change.length), bytes.subarray(place)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, place), change.bytes, bytes.subarray(place)]);
  }
};
