/**
 * usage: npx tsx test/generate/write-corpus.ts OUTDIR [--seed N] [--count N] [--kinds html,text] [--filter NAME]
 *
 * Writes one document a recipe and seed, and truth.json in the format of the scorer.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateCorpus } from './corpus.ts';
import type { DocumentKind } from './recipe.ts';

const isKind = (text: string): text is DocumentKind => text === 'html' || text === 'text';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1' },
    kinds: { type: 'string', default: 'html,text' },
    filter: { type: 'string', default: '' },
  },
});
const [directory] = positionals;

if (directory === undefined) {
  console.error('usage: write-corpus.ts OUTDIR [--seed N] [--count N] [--kinds html,text] [--filter NAME]');
  process.exit(2);
}

const documents = generateCorpus({
  seed: Number(values.seed),
  count: Number(values.count),
  kinds: values.kinds.split(',').filter(isKind),
  filter: values.filter,
});
mkdirSync(directory, { recursive: true });
for (const { truth, bytes } of documents) writeFileSync(join(directory, truth.file), bytes);
writeFileSync(
  join(directory, 'truth.json'),
  `${JSON.stringify(
    documents.map(({ truth }) => truth),
    null,
    1,
  )}\n`,
);
console.error(`${documents.length} documents in ${directory}`);
