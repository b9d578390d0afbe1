import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractFixture } from './extract-fixture.ts';
import { scoreDocument, type Truth } from './score-document.ts';

/** Documents that are handed round beside the project; where they are not, there is nothing to test. */
const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures');
const TRUTHS = ['shuangliao-2021.truth.json', 'real/truth.json', 'generated/truth.json'];

const documents = TRUTHS.map((file) => join(SHARED, file))
  .filter((file) => existsSync(file))
  .flatMap((file) =>
    ([JSON.parse(readFileSync(file, 'utf8'))].flat() as Truth[]).map(
      (truth) => [truth.file, join(dirname(file), truth.file), truth] as const,
    ),
  )
  .filter(([name]) => /\.(?:html?|txt)$/.test(name));

describe.skipIf(documents.length === 0)('documents handed round', () => {
  test.each(documents)('%s', async (_, path, truth) => {
    const { inexact, ...score } = scoreDocument(truth, await extractFixture(path));
    expect({ ...score, inexact: truth.ambiguous ? [] : inexact }).toEqual({
      silent: [],
      inexact: [],
      missed: [],
      falseAlarms: [],
      metadata: [],
    });
  });
});
