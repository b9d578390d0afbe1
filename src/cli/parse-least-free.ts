import { type LeastFree, leastFree } from '../disk-room.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

const UNITS = { MiB: 1024 ** 2, GiB: 1024 ** 3, TiB: 1024 ** 4 } as const;

/** `500MiB`, `5GiB`, `10%`, or `0` for no bound. Throws UsageError for anything else. */
export function parseLeastFree(text: string | undefined): LeastFree {
  if (text === undefined) return leastFree;
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(%|[MGT]iB)$/.exec(text.trim()) ?? [];
  if (unit === '%' && Number(amount) <= 100) return (totalBytes) => (totalBytes * Number(amount)) / 100;
  if (unit !== undefined && unit !== '%') return () => Number(amount) * UNITS[unit as keyof typeof UNITS];
  if (text.trim() === '0') return () => 0;
  throw new UsageError(TEXTS.wrongMinFree(text));
}
