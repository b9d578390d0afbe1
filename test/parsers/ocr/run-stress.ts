/*
 * Reads scans made by make-scans.ts and tells, by kind of damage, how many cells are exact, flagged and silent.
 *
 *   npx tsx test/parsers/ocr/run-stress.ts DIR [--variants NAME,…] [--verbose]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Truth } from '../../generate/document.ts';
import { type ScanScore, scoreScan } from './score-scan.ts';
import { VARIANTS } from './variants.ts';

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { variants: { type: 'string' }, verbose: { type: 'boolean' } },
  });
  const folder = positionals[0] ?? 'scans';
  const wanted = values.variants?.split(',');
  const truths = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth[];
  const sums = new Map<string, ScanScore[]>();
  for (const truth of truths) {
    const variant = variantOf(truth);
    if (wanted && !wanted.includes(variant)) continue;
    const score = await scoreScan(truth, readFileSync(join(folder, truth.file)), truth.file);
    sums.set(variant, [...(sums.get(variant) ?? []), score]);
    const { silent, inexact, missed, metadata, falseAlarms } = score;
    const all = [...silent.map((one) => `SILENT ${one}`), ...missed.map((one) => `MISSED ${one}`)];
    const rest = [...metadata, ...falseAlarms, ...inexact.slice(0, values.verbose ? 99 : 4)];
    if (all.length + rest.length > 0) console.log([truth.file, ...all, ...rest].join('\n    '));
  }
  for (const [variant, scores] of sums) console.log(lineOf(variant, scores));
  console.log(lineOf('all', [...sums.values()].flat()));
}

/** The longest name that the case ends with: jpeg is the end of html-tables-jpeg too. */
function variantOf(truth: Truth): string {
  return (
    Object.keys(VARIANTS)
      .filter((name) => truth.case.endsWith(`-${name}`))
      .sort((a, b) => b.length - a.length)[0] ?? ''
  );
}

function lineOf(name: string, scores: readonly ScanScore[]): string {
  const sum = (count: (score: ScanScore) => number): number =>
    scores.reduce((total, score) => total + count(score), 0);
  const cells = sum((score) => score.cells);
  const inexact = sum((score) => score.inexact.length);
  const silent = sum((score) => score.silent.length);
  const exact = ((100 * (cells - inexact - silent)) / cells).toFixed(2);
  const seconds = sum((score) => score.seconds) / scores.length;
  return `${name.padEnd(18)} ${exact.padStart(6)} % exact of ${cells}, ${inexact} flagged, ${silent} silent, ${sum((score) => score.missed.length)} missed, ${sum((score) => score.falseAlarms.length)} false alarms, ${sum((score) => score.metadata.length)} metadata; ${seconds.toFixed(1)} s a document`;
}
