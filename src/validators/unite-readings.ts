import type { TableId } from '../forms/form.ts';
import { TABLE_TITLES } from '../forms/tables.ts';
import type { Cell } from '../model/cell.ts';
import type { Reading } from '../model/extraction.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Language } from '../model/status.ts';
import { makeFinding } from '../rules/make-finding.ts';

/** Values shown in the message; the variables are all named. */
const SHOWN = 3;

/**
 * A page and its attachments are one report: the fullest reading wins as a whole, so that every number keeps the
 * place in the document it was read from; what the others know of title, dates and contact fills its gaps. Numbers
 * on which two documents disagree are a finding, `document.attachment_differs`, and so are those that another one alone
 * prints (a table in each file), `document.attachment_holds`: a record points into one document. A document of another year or place
 * (last year's report, linked from this one) gives nothing to a page that has numbers of its own.
 *
 * @param readings - at least one, the page first; of equally full ones the first wins
 * @returns the united reading and the index of the document that won
 */
export function uniteReadings(readings: readonly Reading[]): {
  readonly reading: Reading;
  readonly winner: number;
} {
  const winner = findWinner(readings);
  const fullest = readings[winner];
  if (fullest === undefined) throw new RangeError('uniteReadings needs at least one reading');
  const others = readings.filter((_, index) => index !== winner);
  const same = others.filter((other) => conflicts(fullest.report, other.report).length === 0);
  const known = new Set(fullest.findings.filter(isOfDocument).map((finding) => finding.rule));
  return {
    winner,
    reading: {
      ...fullest,
      report: same.reduce((report, other) => fillGaps(report, other.report), fullest.report),
      claims:
        fullest.claims.length > 0
          ? fullest.claims
          : (same.find((other) => other.claims.length > 0)?.claims ?? []),
      paragraphs: fullest.paragraphs.length > 0 ? fullest.paragraphs : (same[0]?.paragraphs ?? []),
      findings: [
        ...fullest.findings.filter((finding) => !isSettled(finding, same)),
        ...others.flatMap((other) => otherReport(fullest.report, other.report)),
        ...same.flatMap((other) => differences(fullest.cells, other.cells)),
        ...same.flatMap((other) => heldByOther(fullest.cells, other.cells)),
        // A second document that could not be read is told of, but its missing tables are not this report's.
        ...others
          .flatMap((other) =>
            other.findings.filter((finding) => isOfDocument(finding) && !known.has(finding.rule)),
          )
          .filter(isWorthTelling),
      ],
    },
  };
}

/** The fullest of the documents that may be the page's report; where none of them has a number, the fullest of all. */
function findWinner(readings: readonly Reading[]): number {
  const counts = readings.map((reading) => reading.cells.filter(isReported).length);
  const own = readings.map((reading, index) =>
    readings[0] && conflicts(readings[0].report, reading.report).length > 0 ? 0 : (counts[index] ?? 0),
  );
  const most = Math.max(...own);
  return most > 0 ? own.indexOf(most) : counts.indexOf(Math.max(...counts));
}

const isReported = (cell: Cell): boolean => cell.status === 'reported';
const isOfDocument = (finding: Finding): boolean => finding.rule.startsWith('document.');
const isWorthTelling = (finding: Finding): boolean =>
  ![
    ...['document.not_a_report', 'document.held_elsewhere'],
    ...['document.year_unknown', 'document.place_unknown'],
  ].includes(finding.rule);

/** What one document leaves open and another settles: whose report it is, and about which year. */
function isSettled(finding: Finding, others: readonly Reading[]): boolean {
  if (finding.rule === 'document.place_unknown')
    return others.some((other) => other.report.division !== null);
  return finding.rule === 'document.year_unknown' && others.some((other) => other.report.year !== null);
}

function fillGaps(report: Report, other: Report): Report {
  const place = report.division === null ? other : report;
  return {
    ...report,
    title: report.title ?? other.title,
    agency: report.agency ?? other.agency,
    place: place.place,
    division: place.division,
    level: place.level,
    year: report.year ?? other.year,
    published: report.published ?? other.published,
    form: report.form ?? other.form,
    period: report.period ?? other.period,
    contact: {
      address: report.contact.address ?? other.contact.address,
      postcode: report.contact.postcode ?? other.contact.postcode,
      phone: report.contact.phone ?? other.contact.phone,
    },
  };
}

/** Where two documents say another year or place. */
const conflicts = (report: Report, other: Report): readonly ('year' | 'division')[] =>
  (['year', 'division'] as const).filter(
    (key) => report[key] !== null && other[key] !== null && report[key] !== other[key],
  );

/** Documents of another year or place are hardly the same report. */
function otherReport(report: Report, other: Report): readonly Finding[] {
  const keys = conflicts(report, other);
  if (keys.length === 0) return [];
  const shown = keys.map((key) => `${report[key]} / ${other[key]}`).join(', ');
  return [
    makeFinding({
      rule: 'document.attachment_differs',
      scope: 'document',
      message: {
        zh: `页面与附件不像是同一份报告：${shown}。`,
        en: `Page and attachment do not look like one report: ${shown}.`,
      },
    }),
  ];
}

function differences(cells: readonly Cell[], others: readonly Cell[]): readonly Finding[] {
  const byName = new Map(others.filter(isReported).map((cell) => [cell.variable, cell.value]));
  const differing = cells.filter((cell) => {
    const other = byName.get(cell.variable);
    return isReported(cell) && other !== undefined && other !== cell.value;
  });
  if (differing.length === 0) return [];
  const shown = differing
    .slice(0, SHOWN)
    .map((cell) => `${cell.value} / ${byName.get(cell.variable)}`)
    .join(', ');
  const more = differing.length > SHOWN ? ', …' : '';
  return [
    makeFinding({
      rule: 'document.attachment_differs',
      scope: 'document',
      message: {
        zh: `页面与附件有 ${differing.length} 个数不一致：${shown}${more}。`,
        en: `Page and attachment differ in ${differing.length} numbers: ${shown}${more}.`,
      },
      variables: differing.map((cell) => cell.variable),
    }),
  ];
}

/** Numbers that this document alone prints, by the tables they stand in; none where the fullest prints them too. */
function heldByOther(cells: readonly Cell[], others: readonly Cell[]): readonly Finding[] {
  const lacking = new Set(cells.filter(({ status }) => LACKING.has(status)).map(({ variable }) => variable));
  const held = others.filter((cell) => isReported(cell) && lacking.has(cell.variable));
  if (held.length === 0) return [];
  const tables = [...new Set(held.map(({ variable }) => variable.split('.')[0] as TableId))];
  const titles = (lang: Language, comma: string): string =>
    tables.map((table) => TABLE_TITLES[table][lang]).join(comma);
  return [
    makeFinding({
      rule: 'document.attachment_holds',
      scope: 'document',
      message: {
        zh: `另一个文件印有这里缺少的 ${held.length} 个数（${titles('zh', '、')}），没有并入。`,
        en: `Another of the files prints ${held.length} numbers that are missing here (${titles('en', ', ')}); they were not taken.`,
      },
      variables: held.map(({ variable }) => variable),
    }),
  ];
}

const LACKING: ReadonlySet<Cell['status']> = new Set(['absent', 'no_table']);
