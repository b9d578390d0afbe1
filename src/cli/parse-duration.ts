import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

const UNITS_MS: Readonly<Record<string, number>> = { s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** `90s`, `30min`, `6h`, `2d` as milliseconds. Throws UsageError for anything else. */
export function parseDurationMs(text: string): number {
  const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)\s*(s|min|h|d)$/.exec(text) ?? [];
  if (amount === undefined) throw new UsageError(TEXTS.wrongDuration(text));
  return Number(amount) * (UNITS_MS[unit] as number);
}
