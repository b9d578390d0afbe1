import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';
import type { Coverage, CoverageEntry } from './coverage-data.ts';
import { wholeCode } from './place-names.ts';
import { addressOf } from './state.ts';

const SHADES = 5;
/** A place is gone into until its prefix is a whole code. */
const WHOLE = 6;

export interface CoverageTableProps {
  readonly coverage: Coverage;
  readonly name: string;
  readonly lang: Language;
}

/** Places by year; each cell leads to its reports, each place to what is below it. */
export function CoverageTable({ coverage: { years, rows, totals }, name, lang }: CoverageTableProps): Html {
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.coverageOf(name)[lang]}>
      <table class="places-by-year">
        <thead>
          <tr>
            <th scope="col">{EXPLORE.place[lang]}</th>
            {years.map((year) => (
              <th scope="col" class="figure">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ prefix, name: place, entries }) => (
            <tr>
              <th scope="row">
                <a
                  lang="zh-CN"
                  href={
                    prefix.length < WHOLE
                      ? addressOf('/coverage', { place: prefix })
                      : `/divisions/${wholeCode(prefix)}`
                  }
                >
                  {place}
                </a>
              </th>
              {entries.map((entry) => (
                <Cell entry={entry} prefix={prefix} lang={lang} />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{EXPLORE.total[lang]}</th>
            {totals.map(({ divisions, inForce, reports }) => (
              <td class="figure" title={EXPLORE.ofDivisions(divisions, inForce, reports)[lang]}>
                {reports.toLocaleString('en')}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Cell({ entry, prefix, lang }: { entry: CoverageEntry; prefix: string; lang: Language }): Html {
  const { year, divisions, inForce, reports } = entry;
  if (reports === 0 && inForce === 0)
    return (
      <td class="nowhere" title={EXPLORE.notInForce[lang]}>
        <span class="unseen">{EXPLORE.notInForce[lang]}</span>
      </td>
    );
  if (reports === 0)
    return (
      <td class="figure none" title={EXPLORE.ofDivisions(0, inForce, 0)[lang]}>
        <span aria-hidden="true">–</span>
        <span class="unseen">{EXPLORE.noneThere[lang]}</span>
      </td>
    );
  return (
    <td class={`figure s${shadeOf(entry)}`} title={EXPLORE.ofDivisions(divisions, inForce, reports)[lang]}>
      <a href={addressOf('/reports', { place: prefix, year })}>
        {prefix.length < WHOLE ? (
          <>
            {divisions}
            <small>/{inForce}</small>
          </>
        ) : (
          reports
        )}
      </a>
    </td>
  );
}

const shadeOf = ({ divisions, inForce }: CoverageEntry): number =>
  inForce === 0 ? 1 : Math.min(SHADES, Math.max(1, Math.ceil((divisions / inForce) * SHADES)));

export function CoverageLegend({ lang }: { lang: Language }): Html {
  return (
    <p class="shades quiet">
      {EXPLORE.shade[lang]}
      {Array.from({ length: SHADES }, (_, at) => (
        <span class={`s${at + 1}`}>
          {at * 20}–{(at + 1) * 20}%
        </span>
      ))}
      <span>– {EXPLORE.noneThere[lang]}</span>
    </p>
  );
}
