import { agencyKey } from '../src/model/agency.ts';
import type { Cell } from '../src/model/cell.ts';
import type { Finding, Message } from '../src/model/finding.ts';
import type { LabelLookup } from '../src/model/label-lookup.ts';
import type { Report } from '../src/model/report.ts';
import { makeFinding } from '../src/rules/make-finding.ts';
import type { Grid, GridCell } from './grid.ts';
import { meaningsOf } from './labels/label-index.ts';
import { normaliseLabel } from './normalise-label.ts';

/** The reviewed lookups for this report: same division and body, in the years that they are made for. */
export function lookupsFor(
  lookups: readonly LabelLookup[],
  report: Omit<Report, 'form'>,
): readonly LabelLookup[] {
  const { division, agency, place, year } = report;
  if (division === null || agency === null || year === null) return [];
  const key = agencyKey(agency, place);
  return lookups.filter(
    ({ division: ofDivision, agency: ofAgency, years: [first, last] }) =>
      ofDivision === division && first <= year && year <= last && agencyKey(ofAgency, place) === key,
  );
}

/**
 * The tables with the printed labels that a lookup knows replaced by the form's own: everything behind reads them as
 * it reads any label. A label that the form knows itself is never replaced.
 */
export function applyLookups(grids: readonly Grid[], lookups: readonly LabelLookup[]): readonly Grid[] {
  const byLabel = new Map(
    lookups.filter(isUnknown).map((lookup) => [normaliseLabel(lookup.label), lookup.target.zh]),
  );
  if (byLabel.size === 0) return grids;
  const relabel = (cell: GridCell): GridCell => {
    const text = byLabel.get(normaliseLabel(cell.text));
    return text === undefined ? cell : { ...cell, text };
  };
  return grids.map((grid) => ({ ...grid, rows: grid.rows.map((row) => row.map(relabel)) }));
}

const isUnknown = ({ label }: LabelLookup): boolean => partsNamed(label).length === 0;

/** Rows and columns that the form itself reads a label as. */
const partsNamed = (label: string): readonly { readonly kind: string; readonly id: string }[] =>
  meaningsOf(label).flatMap((meaning) => {
    if (meaning.kind === 'row') return [{ kind: 'row', id: meaning.row.id }];
    return meaning.kind === 'column' ? [{ kind: 'column', id: meaning.column.id }] : [];
  });

/**
 * What became of each lookup of a report: applied, so that the printed label stays known beside what it was taken for;
 * failed, when the label is printed and was not or must not be read so; unused, when it is not printed or needs no lookup.
 */
export function judgeLookups(
  lookups: readonly LabelLookup[],
  printed: readonly Grid[],
  cells: readonly Cell[],
): readonly Finding[] {
  const labels = new Set(
    printed.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ text }) => normaliseLabel(text)))),
  );
  return lookups.map((lookup) => {
    const { label, target } = lookup;
    if (!labels.has(normaliseLabel(label))) return unused(lookup, NOT_PRINTED);
    const known = partsNamed(label);
    if (known.some(({ kind, id }) => kind === target.kind && id === target.id)) return unused(lookup, KNOWN);
    if (known.length > 0) return failed(lookup, OTHERWISE);
    const read = cells.filter((cell) => !UNREAD.has(cell.status) && isOf(cell.variable, lookup));
    return read.length === 0 ? failed(lookup, NOTHING_READ) : applied(lookup, read);
  });
}

/** What is printed there did not come to the row or column for certain. */
const UNREAD: ReadonlySet<Cell['status']> = new Set(['absent', 'no_table', 'ambiguous']);

/** A variable is `table.row.column`; rows of the statistics table have no column. */
const isOf = (variable: string, { target: { kind, table, id } }: LabelLookup): boolean =>
  kind === 'row'
    ? variable === `${table}.${id}` || variable.startsWith(`${table}.${id}.`)
    : variable.startsWith(`${table}.`) && variable.endsWith(`.${id}`);

const NOT_PRINTED: Message = { zh: '报告没有印出这个标签', en: 'the report does not print the label' };
const KNOWN: Message = { zh: '不用它也能识别', en: 'it is understood without' };
const OTHERWISE: Message = { zh: '格式中这个标签另有所指', en: 'in the form the label means something else' };
const NOTHING_READ: Message = {
  zh: '印有这个标签，但没有由它读出数字',
  en: 'the label is printed, but nothing was read by it',
};

const placeOf = ({ file, line }: LabelLookup): string => `data/lookups/${file}:${line}`;
const nameOf = ({ target: { table, id } }: LabelLookup): string => `${table}.${id}`;

function unused(lookup: LabelLookup, { zh, en }: Message): Finding {
  return makeFinding({
    rule: 'lookup.unused',
    scope: nameOf(lookup),
    message: {
      zh: `标签对照“${lookup.label}”没有用上：${zh}（${placeOf(lookup)}）`,
      en: `the lookup of “${lookup.label}” is of no use: ${en} (${placeOf(lookup)})`,
    },
  });
}

function failed(lookup: LabelLookup, { zh, en }: Message): Finding {
  return makeFinding({
    rule: 'lookup.failed',
    scope: nameOf(lookup),
    message: {
      zh: `标签对照“${lookup.label}”未采用：${zh}（${placeOf(lookup)}）`,
      en: `the lookup of “${lookup.label}” was not applied: ${en} (${placeOf(lookup)})`,
    },
  });
}

function applied(lookup: LabelLookup, read: readonly Cell[]): Finding {
  const { label, target } = lookup;
  return makeFinding({
    rule: 'lookup.applied',
    scope: nameOf(lookup),
    message: {
      zh: `印为“${label}”，按对照读作“${target.zh}”（${placeOf(lookup)}）`,
      en: `printed “${label}”, read as “${target.zh}” by a lookup (${placeOf(lookup)})`,
    },
    variables: read.map(({ variable }) => variable),
  });
}
