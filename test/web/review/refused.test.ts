import { describe, expect, test } from 'vitest';
import { serveFindings } from './serve-findings.ts';

describe('an address that asks for what cannot be', () => {
  test.each([
    ['/findings?severity=bad', 400, /severity: .*"error"\|"warning"\|"question"\|"info"/],
    ['/findings?severity=error&severity=bad', 400, /^severity: /],
    ['/findings?rule=nosuch', 400, /^rule: .*no such rule/],
    ['/findings/one', 404, /^$/],
  ] as const)(
    '%s is answered %i, with what is wrong and what could stand there',
    async (path, status, words) => {
      const { address } = await serveFindings(1);
      const response = await fetch(`${address}${path}`, { headers: { accept: 'application/json' } });
      expect(response.status).toBe(status);
      const { error } = (await response.json()) as { error: { detail?: string } };
      expect(error.detail ?? '').toMatch(words);
    },
  );
});
