import { escapeText } from '../../escape.ts';
import { formById } from '../../forms/index.ts';
import type { Claim } from '../../model/claim.ts';
import type { DocumentName, DocumentResult } from '../document-record.ts';
import { TEXTS } from '../texts.ts';
import { renderFindings } from './finding-lines.ts';
import { renderFormTables } from './form-tables.ts';
import { labelVariable } from './labels.ts';
import { renderLegend } from './legend.ts';
import { numberFindings } from './notes.ts';
import { describeReport } from './report-lines.ts';
import type { TextView } from './text-view.ts';
import { variablesNotShown } from './visible-rows.ts';
import { wrap } from './width.ts';

/** Tables are drawn for a sheet of this width; a narrower terminal narrows them as far as they go. */
export const MAX_WIDTH = 100;
export const MIN_WIDTH = 78;

export const fitWidth = (columns: number | undefined): number =>
  Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, columns ?? MAX_WIDTH));

/** One document for a reader: what it is, its three tables, and the findings in words. */
export function renderDocument(name: DocumentName, result: DocumentResult, view: TextView): string {
  const { lang, paint } = view;
  const { report } = result;
  const findings = numberFindings(result.findings);
  const cells = new Map(result.cells.map((cell) => [cell.variable, cell]));
  const form = formById(report.form);
  const sections = [
    [
      paint('bold', report.title === null ? TEXTS.untitled[lang] : escapeText(report.title)),
      paint(
        'dim',
        [name.file, name.url]
          .filter((part) => part !== undefined)
          .map(escapeText)
          .join(' · '),
      ),
    ].join('\n'),
  ];
  if (report.form !== null || report.agency !== null || result.cells.length > 0) {
    sections.push(wrap(describeReport(report, lang), view.width).join('\n'));
  }
  if (form) {
    const { notesOf } = findings;
    const hidden = variablesNotShown(form, cells);
    sections.push(renderFormTables(form, { ...view, cells, hidden, notesOf }));
    const shown = result.cells.filter(({ variable }) => !hidden.has(variable));
    const legend = renderLegend(shown, findings, lang);
    if (legend !== '') sections.push(paint('dim', wrap(legend, view.width).join('\n')));
  } else if (hasContents(result)) sections.push(renderClaims(result.claims, view));
  sections.push(renderFindings(findings, result.evaluated, view));
  return `${sections.join('\n\n')}\n`;
}

/** Something was read of the document, whatever it is. */
const hasContents = ({ report, claims }: DocumentResult): boolean =>
  report.title !== null || claims.length > 0;

/** Without a table the counts of the prose are all the numbers that there are. */
function renderClaims(claims: readonly Claim[], { lang, paint, width }: TextView): string {
  const lines = claims.flatMap(({ variable, value, text }) => {
    const printed = lang === 'zh' ? `（${escapeText(text)}）` : ` (${escapeText(text)})`;
    return wrap(`${labelVariable(variable, lang)}: ${value}${printed}`, width - 4).map(
      (line) => `    ${line}`,
    );
  });
  const told = lines.length > 0 ? [paint('bold', TEXTS.claimsTitle[lang]), ...lines] : [];
  return [TEXTS.noTablesRead[lang], ...told].join('\n');
}
