import { raw } from 'hono/html';
import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import { isRule, RULES } from '../../rules/index.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { ReportsView } from '../../store/schema.ts';
import type { Html } from '../html.ts';
import { Marked } from '../parts/marked.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { Provenance } from '../report/provenance.tsx';
import { STATUS_MARKS } from '../texts/cells.ts';
import { REPORT } from '../texts/report.ts';
import { CELL_STATUS_NAMES, REVIEW, SEVERITY_NAMES, STATUS_NAMES } from '../texts/review.ts';
import { DossierFacts } from './dossier-facts.tsx';
import { History } from './history.tsx';
import { ruleTitle, whose } from './names.ts';
import { Arithmetic } from './rule-words.tsx';
import { scopeName } from './scope.tsx';

interface DossierProps {
  readonly detail: FindingDetail;
  readonly report: ReportsView;
  /** When the original was archived. */
  readonly date: string | null;
  /** Markup of the lit part of the original, already made safe. */
  readonly crop: string | null;
  /** Of the cutting. */
  readonly style: string;
  readonly lang: Language;
}

const STYLE = `
@page { margin: 18mm 16mm; }
body { max-width: 62rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.35rem; } h1::first-letter { text-transform: uppercase; } h1 small { display: block; font-weight: normal; }
h2 { font-size: 1.05rem; margin: 1.6em 0 .4em; border-bottom: 1px solid #999; break-after: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; margin: .4rem 0; } dl > div { display: contents; }
dt { color: #555; } dd { margin: 0; }
table.cells { border-collapse: collapse; width: 100%; margin: 1rem 0; } table.cells th, table.cells td { border: 1px solid #999; padding: .2rem .5rem; text-align: left; }
tr, li { break-inside: avoid; } .crop { overflow: auto; border: 1px solid #999; padding: .5rem; } .undone { text-decoration: line-through; }
@media print { .crop { overflow: visible; } }
`;

/** A whole document: no script, nothing to load, nothing to press. */
export const Dossier = ({ detail, report, date, crop, style, lang }: DossierProps): Html => (
  <html lang={lang === 'zh' ? 'zh-CN' : 'en'}>
    <head>
      <meta charset="utf-8" />
      {/* Opened from a disk it has no headers: nothing of the original runs or loads there either. */}
      <meta
        http-equiv="Content-Security-Policy"
        content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"
      />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{[...about(detail, lang), whose(detail)].join(' · ')}</title>
      <style>{raw(style + STYLE)}</style>
    </head>
    <body>
      <h1>
        {about(detail, lang).join(' · ')} <small lang="zh-CN">{whose(detail)}</small>
      </h1>
      <p>
        {SEVERITY_NAMES[detail.severity][lang]} · {STATUS_NAMES[detail.status][lang]}
        {detail.confirmed !== null && ` · ${(detail.confirmed ? REVIEW.confirmed : REVIEW.disputed)[lang]}`}
      </p>
      {detail.withdrawn && <p>{REVIEW.withdrawn[lang]}</p>}
      {isRule(detail.rule) && (
        <p>
          <Marked text={RULES[detail.rule].demands[lang]} />
        </p>
      )}
      <h2>{REVIEW.arithmetic[lang]}</h2>
      <Arithmetic detail={detail} lang={lang} />
      <Cells detail={detail} lang={lang} />
      <h2>{REVIEW.cutting[lang]}</h2>
      {crop === null ? <p>{REVIEW.noCutting[lang]}</p> : <div class="crop">{raw(crop)}</div>}
      <History detail={detail} lang={lang} />
      <h2>{REPORT.provenance[lang]}</h2>
      <Provenance {...{ report, date, lang }} />
      <DossierFacts detail={detail} lang={lang} />
    </body>
  </html>
);

const about = ({ rule, scope }: FindingDetail, lang: Language): readonly string[] =>
  [ruleTitle(rule, lang), scopeName(scope, lang)].filter((part) => part !== null);

const Cells = ({ detail: { cells }, lang }: Pick<DossierProps, 'detail' | 'lang'>): Html => (
  <table class="cells">
    <TableHead
      names={[REVIEW.cell, REVIEW.printed, REVIEW.imputed, REVIEW.corrected, REVIEW.lastYear]}
      lang={lang}
    />
    <tbody>
      {cells.map(({ variable, raw: printed, status, imputed, corrected, lastYear }) => (
        <tr>
          <th scope="row">{labelVariable(variable, lang)}</th>
          <td>
            {printed ?? ''}{' '}
            {status !== 'reported' && `${STATUS_MARKS[status]} ${CELL_STATUS_NAMES[status][lang]}`}
          </td>
          <td>{imputed ?? ''}</td>
          <td>{corrected ?? ''}</td>
          <td>
            {lastYear?.status === 'reported'
              ? lastYear.value
              : lastYear && `${STATUS_MARKS[lastYear.status]} ${CELL_STATUS_NAMES[lastYear.status][lang]}`}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
