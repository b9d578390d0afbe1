import { afterAll, expect, test } from 'vitest';
import { openParsePool } from '../../src/pipeline/parse-pool.ts';
import { HOSTILE_PDFS, ONE_PAGE } from '../parsers/pdf/hostile-pdfs.ts';

const pool = openParsePool({ threads: 1 });
afterAll(() => pool.close());

test.each(HOSTILE_PDFS)(
  '%s: a finding, and the next document is read',
  { timeout: 300_000 },
  async (_, bytes) => {
    const [bad, good] = await Promise.all([pool.extract(bytes, {}), pool.extract(ONE_PAGE, {})]);
    expect(bad.findings.filter(({ rule }) => rule.startsWith('document.'))).not.toEqual([]);
    expect(bad.cells.filter(({ value }) => value !== null)).toEqual([]);
    expect(good.findings.map(({ rule }) => rule)).toContain('document.not_a_report');
  },
);
