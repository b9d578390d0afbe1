import type { Language } from '../../model/status.ts';
import type { EvidenceQuery } from '../evidence/evidence-query.ts';
import type { Html } from '../html.ts';
import { EVIDENCE } from '../texts/evidence.ts';
import { REPORT } from '../texts/report.ts';
import type { ReportData } from './report-data.ts';

export interface VersionsProps {
  readonly data: ReportData;
  readonly lang: Language;
  readonly here: (query: Partial<EvidenceQuery>) => string;
}

/** Other documents of the same report: earlier and later versions, and the files that this one came with. */
export function Versions({ data: { report, versions, files }, lang, here }: VersionsProps): Html {
  return (
    <>
      {versions.length > 1 && (
        <>
          <h3>{REPORT.versions[lang]}</h3>
          <ul class="versions">
            {versions.map(({ reportId, sha256, published, night, current }) => (
              <li>
                <a
                  href={`/reports/${reportId}`}
                  aria-current={reportId === report.report_id ? 'page' : undefined}
                >
                  {published ?? night ?? REPORT.unknown[lang]} · <code>{sha256.slice(0, 12)}</code>
                </a>
                {current && <b> {REPORT.current[lang]}</b>}
                {reportId === report.report_id && <span> · {REPORT.thisOne[lang]}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {files.length > 0 && (
        <>
          <h3>{REPORT.otherFiles[lang]}</h3>
          <ul class="versions">
            {files.map(({ sha256, url, title }) => (
              <li>
                <bdi>{title ?? url}</bdi> · <code>{sha256.slice(0, 12)}</code>{' '}
                <a href={`${here(sha256 === report.sha256 ? {} : { part: sha256 })}#evidence`}>
                  {EVIDENCE.showHere[lang]}
                </a>
                {sha256 === report.sha256 && <b> {REPORT.numbersFrom[lang]}</b>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
