import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../parsers/decode.ts';
import { encodeText } from '../generate/encode.ts';
import { runs, TIMEOUT_MS } from './is-reading.ts';

test('any bytes become text, and what was lost is counted', { timeout: TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      const { text, undecodable } = decodeText(bytes);
      expect(text.length).toBeLessThanOrEqual(bytes.length);
      expect(undecodable).toBe([...text].filter((character) => character === '\ufffd').length);
    }),
    { numRuns: runs(400) },
  );
});

const HAN = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code));
const chinese = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: HAN },
      { weight: 1, arbitrary: fc.constantFrom('，', '。', '12', '\n', ' ', '|') },
    ),
    {
      minLength: 30,
      maxLength: 400,
    },
  )
  .map((parts) => parts.join(''));

test('Chinese text in utf-8 is read back exactly', { timeout: TIMEOUT_MS }, () => {
  fc.assert(
    fc.property(chinese, (text) => {
      expect(decodeText(encodeText(text, 'utf-8'))).toEqual({ text, encoding: 'utf-8', undecodable: 0 });
    }),
    { numRuns: runs(300) },
  );
});
