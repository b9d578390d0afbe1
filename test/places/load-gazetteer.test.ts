import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../src/places/load-gazetteer.ts';

describe('loading the gazetteer', () => {
  it('reads the tables of the package once', () => {
    expect(loadGazetteer()).toBe(loadGazetteer());
    expect(loadGazetteer().unitsByCode.get('310000')?.[0]?.rows[0]?.name).toBe('上海市');
  });

  it('names the file and the line that it cannot read', () => {
    const dir = mkdtempSync(join(tmpdir(), 'divisions-'));
    try {
      expect(() => loadGazetteer(dir)).toThrow('codes.tsv');
      writeFileSync(join(dir, 'codes.tsv'), 'code\tname\tfirst_year\tlast_year\nx\ty\tz\t\n');
      expect(() => loadGazetteer(dir)).toThrow(/codes\.tsv: .*line 2/);
    } finally {
      rmSync(dir, { recursive: true });
    }
  });
});
