import fc from 'fast-check';
import { describe, test } from 'vitest';
import { CORPUS } from './corpus.ts';
import { applyDamage, damage } from './damage.ts';
import { expectReading, runs, TIMEOUT_MS } from './is-reading.ts';

describe('a damaged file gives a reading', () => {
  test.each(Object.keys(CORPUS))('%s', { timeout: TIMEOUT_MS }, async (kind) => {
    const files = CORPUS[kind]?.() ?? [];
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: files.length - 1 }),
        fc.array(damage, { minLength: 1, maxLength: 8 }),
        async (file, changes) => {
          await expectReading(changes.reduce(applyDamage, files[file] ?? new Uint8Array()));
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('bytes that only begin like a file give a reading', () => {
  const signatures: Readonly<Record<string, readonly number[]>> = {
    nothing: [],
    zip: [0x50, 0x4b, 0x03, 0x04],
    'compound file': [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    'utf-16': [0xff, 0xfe],
    'utf-8 with a mark': [0xef, 0xbb, 0xbf],
    pdf: [...Buffer.from('%PDF-1.7\n')],
  };
  test.each(Object.entries(signatures))('%s', { timeout: TIMEOUT_MS }, async (_, signature) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (rest) => {
        await expectReading(Uint8Array.from([...signature, ...rest]));
      }),
      { numRuns: runs(40) },
    );
  });
});
