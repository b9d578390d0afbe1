import type { Gates, Retired } from './release-data.ts';
import type { Statistics } from './statistics.ts';

export const GATE_NAMES = [
  'reports',
  'divisions',
  'fill_rate',
  'status_share',
  'anomaly_rate',
  'columns',
] as const;

/** A figure of two releases. `move` is its change in the unit of the band: a share of 1, or findings a report. */
export interface Move {
  readonly gate: (typeof GATE_NAMES)[number];
  readonly of: string;
  readonly before: number;
  readonly after: number;
  readonly move: number;
  readonly band: number;
  readonly breach: boolean;
}

export interface Judged {
  readonly breaches: readonly Move[];
  /** The ten that moved most for their bands, breaches and others. */
  readonly largest: readonly Move[];
}

const LARGEST = 10;

/** Compares the figures of a release with those of the one before. */
export function judgeRelease(
  before: Statistics,
  after: Statistics,
  gates: Gates,
  retired: readonly Retired[] = [],
): Judged {
  const moves = [
    ...coverage(before, after, gates, 'reports'),
    ...coverage(before, after, gates, 'divisions'),
    ...fillRates(before, after, gates.fill_rate),
    ...statusShares(before, after, gates.status_share),
    ...anomalyRates(before, after, gates.anomaly_rate),
    ...columnChanges(before, after, retired),
  ].filter(({ move }) => move !== 0);
  const ranked = moves.toSorted((a, b) => weight(b) - weight(a) || (a.of < b.of ? -1 : 1));
  return { breaches: ranked.filter(({ breach }) => breach), largest: ranked.slice(0, LARGEST) };
}

const weight = ({ move, band }: Move): number => Math.abs(move) / Math.max(band, 1e-9);

/** Binary noise must not decide at the edge of a band. */
const round = (value: number): number => Math.round(value * 1e9) / 1e9;

function coverage(
  before: Statistics,
  after: Statistics,
  gates: Gates,
  gate: 'reports' | 'divisions',
): Move[] {
  const band = gates[gate].max_drop;
  return Object.entries(before.years).map(([year, figures]) => {
    const [was, is] = [figures[gate], after.years[year]?.[gate] ?? 0];
    const move = was === 0 ? 0 : round((is - was) / was);
    return { gate, of: year, before: was, after: is, move, band, breach: move < -band };
  });
}

function fillRates(
  before: Statistics,
  after: Statistics,
  { max_move, min_cells }: Gates['fill_rate'],
): Move[] {
  return Object.entries(before.years).flatMap(([year, { fill }]) =>
    Object.entries(fill).flatMap(([variable, [cells, reported]]) => {
      const [cellsNow, reportedNow] = after.years[year]?.fill[variable] ?? [0, 0];
      if (cells < min_cells || cellsNow === 0) return [];
      const rates = { before: round(reported / cells), after: round(reportedNow / cellsNow) };
      return [moveOf('fill_rate', `${variable} ${year}`, rates, max_move)];
    }),
  );
}

function statusShares(
  before: Statistics,
  after: Statistics,
  { max_move, min_cells }: Gates['status_share'],
): Move[] {
  return Object.entries(before.years).flatMap(([year, { status }]) => {
    const now = after.years[year]?.status ?? {};
    const [cells, cellsNow] = [total(status), total(now)];
    if (cells < min_cells || cellsNow === 0) return [];
    const names = [...new Set([...Object.keys(status), ...Object.keys(now)])].sort();
    return names.map((name) =>
      moveOf(
        'status_share',
        `${name} ${year}`,
        { before: round((status[name] ?? 0) / cells), after: round((now[name] ?? 0) / cellsNow) },
        max_move,
      ),
    );
  });
}

/** Fewer findings are good news, and may still be the sign of a rule that no longer runs: told, not stopped. */
function anomalyRates(
  before: Statistics,
  after: Statistics,
  { max_rise, min_reports }: Gates['anomaly_rate'],
): Move[] {
  if (before.reports < min_reports || after.reports === 0) return [];
  const names = [...new Set([...Object.keys(before.rules), ...Object.keys(after.rules)])].sort();
  return names.map((rule) => {
    const rates = {
      before: round((before.rules[rule] ?? 0) / before.reports),
      after: round((after.rules[rule] ?? 0) / after.reports),
    };
    const move = moveOf('anomaly_rate', rule, rates, max_rise);
    return { ...move, breach: move.move > max_rise };
  });
}

/**
 * Scripts that read a release rely on its columns and their types: these change with a first number of the version
 * alone, and one that goes is told of in the codebook (data/release/retired.yml).
 */
function columnChanges(before: Statistics, after: Statistics, retired: readonly Retired[]): Move[] {
  const [were, are] = [columnsOf(before), columnsOf(after)];
  const isRaised = majorOf(after.version) > majorOf(before.version);
  const isTold = (column: string): boolean =>
    retired.some(
      (each) =>
        `${each.table}.${each.column}` === column && before.version.startsWith(`${each.last_version}+`),
    );
  const gone = [...were].filter(([column, type]) => are.get(column) !== type);
  const come = [...are].filter(([column, type]) => were.get(column) !== type);
  return [
    ...gone.map(([column, type]) => ({
      ...{ gate: 'columns' as const, of: `${column} (${type})`, before: 1, after: 0, move: -1, band: 0 },
      // With another type it has not gone.
      breach: !isRaised || !(are.has(column) || isTold(column)),
    })),
    ...come.map(([column, type]) => ({
      ...{ gate: 'columns' as const, of: `${column} (${type})`, before: 0, after: 1, move: 1, band: 0 },
      breach: !isRaised,
    })),
  ];
}

/** `table.column` → type. */
const columnsOf = ({ columns }: Statistics): Map<string, string> =>
  new Map(
    Object.entries(columns).flatMap(([table, of]) =>
      Object.entries(of).map(([column, type]) => [`${table}.${column}`, type] as const),
    ),
  );

const majorOf = (version: string): number => Number.parseInt(version, 10);

function moveOf(
  gate: Move['gate'],
  of: string,
  { before, after }: { readonly before: number; readonly after: number },
  band: number,
): Move {
  const move = round(after - before);
  return { gate, of, before, after, move, band, breach: Math.abs(move) > band };
}

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
