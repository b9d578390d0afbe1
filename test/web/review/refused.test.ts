import { describe, expect, test } from 'vitest';
import { serveFindings } from './serve-findings.ts';

describe('an address that asks for what cannot be', () => {
  test.each([
    ['/findings?severity=bad', 400, /severity: .*"error"\|"warning"\|"question"\|"info"/],
    ['/findings?severity=error&severity=bad', 400, /^severity: /],
    ['/findings?rule=nosuch&lang=en', 400, /^rule: there is no such rule; all are on \/rules$/],
    ['/findings?rule=nosuch&lang=zh', 400, /^rule: 没有这条规则，全部规则见 \/rules$/],
    ['/findings?severity=bad&lang=zh', 400, /^severity: 无效选项.*"error"\|"warning"/],
    ['/keep?rule=cell.unit&rule=nosuch&lang=zh', 400, /^rule: 没有这条规则/],
    ['/findings?place=双辽&lang=en', 400, /^place: a division code .* \/places finds it by the name$/],
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
