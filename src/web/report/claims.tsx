import { labelVariable } from '../../forms/words.ts';
import type { Claim } from '../../model/claim.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { REPORT } from '../texts/report.ts';
import type { ShownCell } from './report-data.ts';
import { tableValue } from './table-value.ts';

/** Numbers told in prose beside those of the tables, and whether they agree: by a sign and a word. */
export function Claims({
  claims,
  cells,
  lang,
  addressOf,
}: {
  readonly claims: readonly Claim[];
  readonly cells: ReadonlyMap<string, ShownCell>;
  readonly lang: Language;
  readonly addressOf: (variable: string) => string;
}): Html {
  if (claims.length === 0) return <p class="quiet">{REPORT.noClaims[lang]}</p>;
  return (
    <section class="form-scroll" aria-label={REPORT.claims[lang]} tabindex={0}>
      <table class="claims">
        <thead>
          <tr>
            <th scope="col">{REPORT.claimText[lang]}</th>
            <th scope="col">{REPORT.variable[lang]}</th>
            <th scope="col">{REPORT.claimValue[lang]}</th>
            <th scope="col">{REPORT.tableValue[lang]}</th>
            <th scope="col">
              <span class="unseen">{REPORT.agrees[lang]}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map(({ variable, value, text, scope }) => {
            const printed = tableValue(cells, variable);
            return (
              <tr>
                <td lang="zh-CN">{text}</td>
                <td>
                  {cells.has(variable) ? (
                    <a href={addressOf(variable)} data-cell={variable}>
                      {labelVariable(variable, lang)}
                    </a>
                  ) : (
                    labelVariable(variable, lang)
                  )}
                </td>
                <td class="figure">{value}</td>
                <td class="figure">{printed ?? '–'}</td>
                <td>
                  <Verdict
                    agrees={printed === null ? null : printed === value}
                    other={scope === 'other'}
                    lang={lang}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Verdict({
  agrees,
  other,
  lang,
}: {
  readonly agrees: boolean | null;
  readonly other: boolean;
  readonly lang: Language;
}): Html {
  const [sign, word, kind] =
    agrees === null
      ? ['?', REPORT.notComparable, 'open']
      : agrees
        ? ['✓', REPORT.agrees, 'good']
        : other
          ? ['≠', REPORT.otherScope, 'open']
          : ['≠', REPORT.differs, 'bad'];
  return (
    <span class={`agreement is-${kind}`}>
      <span aria-hidden="true">{sign}</span> {word[lang]}
    </span>
  );
}
