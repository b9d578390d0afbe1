import type { CrawlCounts, SourceResult } from '../model/run-report.ts';
import type { Language } from '../model/status.ts';
import { RUN_WORDS as WORDS } from './words.ts';

/** The parts that a source's or a run's addresses divide into, in the order in which they are told. */
export const PARTS = [
  'new',
  'same',
  'skipped',
  'failed',
  'pending',
] as const satisfies readonly (keyof CrawlCounts)[];

/** `2 h 40 min`, `12 s`. */
export function durationIn(ms: number, lang: Language): string {
  const seconds = Math.round(ms / 1000);
  const gap = lang === 'zh' ? '' : ' ';
  if (seconds < 120) return `${seconds}${gap}${WORDS.seconds[lang]}`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) return `${minutes}${gap}${WORDS.minutes[lang]}`;
  return `${Math.floor(minutes / 60)}${gap}${WORDS.hours[lang]} ${minutes % 60}${gap}${WORDS.minutes[lang]}`;
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const;

export function bytesIn(bytes: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  return `${(bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1)} ${BYTE_UNITS[power]}`;
}

/** `2026-01-31 02:30`: sites and the nightly timer are in China, wherever the report is read. */
export function chinaTime(iso: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    ...({ timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' } as const),
  });
  return format.format(new Date(iso));
}

/** Sums counts by reason over all sources, the most frequent first. */
export function sumReasons(
  sources: readonly SourceResult[],
  of: 'skippedBy' | 'failedBy',
): readonly (readonly [reason: string, count: number])[] {
  const sums = new Map<string, number>();
  for (const source of sources)
    for (const [reason, count] of Object.entries(source[of]))
      sums.set(reason, (sums.get(reason) ?? 0) + count);
  return [...sums].toSorted(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}
