import { agencyKey, isWholeGovernment } from '../../model/agency.ts';
import type { Finding } from '../../model/finding.ts';
import { keyFindings, reportIdentity } from '../../store/finding-key.ts';
import {
  type ComparedReport,
  comparedReport,
  comparisonOf,
  countsTold,
  GROUPS,
  type Groups,
  groupMembers,
  markCompared,
  numbersOf,
  printedNumbersOf,
  removeComparison,
  reportsToCompare,
  saveComparison,
  writtenByOthers,
} from '../../store/peers/compared.ts';
import {
  copiesOf,
  saveBands,
  saveCopies,
  withSameFigures,
  withSharedBand,
} from '../../store/peers/copies.ts';
import { replaceFindings } from '../../store/save-findings.ts';
import type { Store } from '../../store/store.ts';
import { write } from '../../store/write.ts';
import { checkParts } from '../../validators/peers/check-parts.ts';
import { checkOwnYears, checkPeers, type Figures } from '../../validators/peers/check-size.ts';
import { copiedTables, copiedText, figuresText, isCopiedText } from '../../validators/peers/copies.ts';
import { bandsOf, similarity } from '../../validators/peers/prose-print.ts';
import { ADDED_UP, AMOUNTS, COMPARED_VARIABLES } from '../../validators/peers/thresholds.ts';

/** How many reports had changed, and how many were looked at because of them. */
export interface PeersChecked {
  readonly changed: number;
  readonly compared: number;
}

const VARIABLES: readonly string[] = [...new Set([...COMPARED_VARIABLES, ...AMOUNTS, ...ADDED_UP])];

/** Reports a transaction: a person who decides meanwhile waits for no more. */
const AT_ONCE = 20;

/**
 * Compares every report that changed since the last time with the other years of its body, with its peers, with the
 * parts of its government and with all reports for copies; and each of those anew. In many short transactions; what a
 * change concerns is marked as changed with it, so that one that is cut off is gone on with. Nothing changed, nothing
 * done.
 */
export function checkAllPeers(store: Store): PeersChecked {
  const changed = reportsToCompare(store);
  const around = new Set<number>();
  for (const some of partsOf(changed)) {
    write(store, () => {
      const concerned = new Set(some.flatMap((report) => regroup(store, report)));
      for (const id of concerned) markCompared(store, id, false);
      for (const id of concerned) around.add(id);
    });
  }
  let known = knownIn(store);
  let version = writtenByOthers(store);
  for (const some of partsOf([...around].toSorted((a, b) => a - b))) {
    write(store, () => {
      if (writtenByOthers(store) !== version) known = knownIn(store);
      version = writtenByOthers(store);
      for (const id of some) {
        compareOne(store, id, known);
        markCompared(store, id);
      }
    });
  }
  return { changed: changed.length, compared: around.size };
}

const partsOf = <Item>(all: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) =>
    all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
  );

/** Takes a report out of what it was compared with and puts it where it belongs now; returns all that it concerns. */
function regroup(store: Store, report: ComparedReport): number[] {
  const before = leave(store, report.id);
  join(store, report);
  return [...before, ...surroundings(store, report.id)];
}

/** What a report was compared with before: it may have left. Those that were compared with it are to be told. */
function leave(store: Store, id: number): number[] {
  const around = [id, ...surroundings(store, id)];
  removeComparison(store, id);
  saveBands(store, id, []);
  return around;
}

function join(store: Store, report: ComparedReport): void {
  if (report.current === 0 || report.form === null) return;
  const { id, prose_print: print } = report;
  saveComparison(store, id, groupsOf(report), figuresText(printedNumbersOf(store, id)));
  saveBands(store, id, print === null ? [] : bandsOf(print));
}

/** Under which names a report is compared. */
function groupsOf({ series, division, agency, place, level, year }: ComparedReport): Groups {
  if (division === null || agency === null || year === null)
    return { series: null, peers: null, whole: null };
  const kind = agencyKey(agency, place);
  const peers = level === null ? null : `${division.slice(0, 2)}|${level}|${year}|${kind}`;
  return { series, peers, whole: `${division}|${year}` };
}

/** All reports whose findings can change with this one. */
function surroundings(store: Store, id: number): number[] {
  const groups = comparisonOf(store, id);
  if (!groups) return copiesOf(store, id);
  const members = GROUPS.flatMap((group) => {
    const name = groups[group];
    return name === null ? [] : groupMembers(store, group, name);
  });
  return [...members, ...copiesOf(store, id), ...withSameFigures(store, id), ...withSharedBand(store, id)];
}

/** Reports and their numbers, each read once however many it is compared with. */
interface Known {
  readonly reportOf: (id: number) => ComparedReport | undefined;
  readonly figuresOf: (id: number) => Figures;
}

function knownIn(store: Store): Known {
  return {
    reportOf: cached((id) => comparedReport(store, id)),
    figuresOf: cached((id) => numbersOf(store, id, VARIABLES)),
  };
}

function cached<Value>(read: (id: number) => Value): (id: number) => Value {
  const values = new Map<number, Value>();
  return (id) => {
    const value = values.get(id) ?? read(id);
    values.set(id, value);
    return value;
  };
}

function compareOne(store: Store, id: number, known: Known): void {
  const report = known.reportOf(id);
  const groups = comparisonOf(store, id);
  const { findings, copies } =
    report && groups ? findingsOf(store, report, groups, known) : { findings: [], copies: [] };
  saveCopies(store, id, copies);
  const identity = report ? reportIdentity(report, String(id)) : '';
  const printed = [...known.figuresOf(id)].map(([variable, value]) => {
    return { variable, value, raw: null, status: 'reported' as const, source: null };
  });
  replaceFindings(store, id, keyFindings(findings, identity, printed), 'peers');
}

function findingsOf(
  store: Store,
  report: ComparedReport,
  groups: Groups,
  known: Known,
): { readonly findings: readonly Finding[]; readonly copies: readonly number[] } {
  const { figuresOf } = known;
  const figures = figuresOf(report.id);
  const others = (group: keyof Groups): number[] => {
    const name = groups[group];
    return name === null ? [] : groupMembers(store, group, name).filter((id) => id !== report.id);
  };
  const own = ownYears(known, report, others('series')).map(figuresOf);
  const tables = likely(known, withSameFigures(store, report.id));
  const texts = likely(known, withSharedBand(store, report.id)).filter((other) => isSameText(report, other));
  return {
    findings: [
      ...checkOwnYears(figures, own),
      ...checkPeers(figures, others('peers').map(figuresOf), own),
      ...parts(store, known, report, others('whole')),
      ...copiedTables(report, tables),
      ...copiedText(report, texts),
    ],
    copies: [...new Set([...tables, ...texts].map(({ id }) => id))].toSorted((a, b) => a - b),
  };
}

const likely = ({ reportOf }: Known, ids: readonly number[]): ComparedReport[] =>
  ids.flatMap((id) => reportOf(id) ?? []);

const isSameText = ({ prose_print: own }: ComparedReport, { prose_print: other }: ComparedReport): boolean =>
  own !== null && other !== null && isCopiedText(similarity(own, other));

/** Of the same body for sure: a government's numbers are no measure for its office's. */
function ownYears(known: Known, self: ComparedReport, others: readonly number[]): number[] {
  return likely(known, others)
    .filter((other) => other.year !== self.year && nameOf(other) === nameOf(self))
    .map(({ id }) => id);
}

const nameOf = ({ agency, place }: ComparedReport): string => agencyKey(agency ?? '', place);

function parts(
  store: Store,
  known: Known,
  report: ComparedReport,
  others: readonly number[],
): readonly Finding[] {
  if (report.agency === null || !isWholeGovernment(report.agency, report.place)) return [];
  const departments = likely(known, others).filter(({ series }) => series !== report.series);
  if (departments.length === 0) return [];
  return checkParts(
    known.figuresOf(report.id),
    departments.map(({ id }) => known.figuresOf(id)),
    countsTold(store, report.id),
  );
}
