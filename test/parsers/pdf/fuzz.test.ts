import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPdf } from '../../../parsers/pdf/read-pdf.ts';
import { createRandom } from '../../generate/random.ts';
import { countProcessorTime } from '../../processor-time.ts';
import { makePdf, showText, strokeLine } from './make-pdf.ts';

const SEED = Number(process.env['SEED'] ?? 1);
const DAMAGES = Number(process.env['DAMAGES'] ?? 40);
const MOST_MS = 20_000;
const FIXTURES = new URL('../../fixtures/pdf/', import.meta.url);

const small = makePdf([
  {
    content: [
      ...[700, 680, 660].map((y) => strokeLine(100, y, 280, y)),
      ...[100, 160, 280].map((x) => strokeLine(x, 700, x, 660)),
      showText('自然人', 165, 686),
      showText('予以公开', 105, 666),
      showText('27', 165, 666),
    ].join('\n'),
  },
]);
const [office] = readdirSync(FIXTURES)
  .filter((name) => name.startsWith('office') && name.endsWith('.pdf'))
  .map((name) => new Uint8Array(readFileSync(new URL(name, FIXTURES))));

test.each([
  ['a small file', small, DAMAGES * 4],
  ['an office file', office ?? small, DAMAGES],
])('%s, damaged: gives a document or a finding, in time', { timeout: 600_000 }, async (_, bytes, count) => {
  const random = createRandom(SEED).fork('damage');
  for (let round = 0; round < count; round++) {
    const damaged = damage(bytes, random.fork(String(round)));
    const spentMs = countProcessorTime();
    const document = await readPdf(damaged);
    const said = `SEED=${SEED} round ${round}`;
    expect(document.kind, said).toBe('pdf');
    expect(spentMs(), said).toBeLessThan(MOST_MS);
  }
});

function damage(bytes: Uint8Array, random: ReturnType<typeof createRandom>): Uint8Array {
  const copy = bytes.slice(0, random.chance(0.3) ? random.integer(10, bytes.length) : bytes.length);
  if (copy.length < bytes.length && random.chance(0.7)) return copy;
  for (let flips = random.integer(1, 60); flips > 0; flips--) {
    const at = random.integer(0, copy.length - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.integer(0, 7));
  }
  return copy;
}
