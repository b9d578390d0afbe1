import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { REPORT } from '../texts/report.ts';
import type { ReportData } from './report-data.ts';
import { WithdrawnNote } from './withdrawn.tsx';

/** Whose report it is, about which year, in which form, and how it fared. */
export function ReportHead({ data, lang }: { readonly data: ReportData; readonly lang: Language }): Html {
  const { report, form, withdrawal } = data;
  const { title, agency, place, division, year, published, passed, failed, not_evaluable } = report;
  return (
    <header class="report-head">
      <h1 lang={title === null ? undefined : 'zh-CN'}>{title ?? REPORT.untitled[lang]}</h1>
      <dl class="facts">
        <Fact name={REPORT.agency[lang]}>{agency ?? REPORT.unknown[lang]}</Fact>
        <Fact name={REPORT.place[lang]}>
          {place ?? REPORT.unknown[lang]}{' '}
          {division !== null && <a href={`/divisions/${division}`}>{division}</a>}
        </Fact>
        <Fact name={REPORT.year[lang]}>{year ?? REPORT.unknown[lang]}</Fact>
        <Fact name={REPORT.form[lang]}>{form?.name[lang] ?? REPORT.noForm[lang]}</Fact>
        {published !== null && <Fact name={REPORT.published[lang]}>{published}</Fact>}
      </dl>
      <WithdrawnNote {...{ withdrawal, lang }} />
      <p class="quiet">{REPORT.checks(passed, failed, not_evaluable)[lang]}</p>
    </header>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children?: unknown }): Html {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
