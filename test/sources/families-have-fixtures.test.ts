import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FAMILY_IDS } from '../../src/model/source-entry.ts';

test.each(FAMILY_IDS)('the publishing system %s has a site in the local web', (id) => {
  expect(existsSync(`test/sites/${id}.ts`), `write test/sites/${id}.ts: its lists and reports`).toBe(true);
});
