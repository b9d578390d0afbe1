import type { Language } from '../../model/status.ts';
import type { Estimate, Undefined } from '../../review/agreement/interval.ts';
import { type Agreement, measureAgreement } from '../../review/agreement/measure-agreement.ts';
import { doubleReviews } from '../../store/review/double-reviews.ts';
import type { Html } from '../html.ts';
import { Scroll } from '../parts/scroll.tsx';
import { ruleTitle } from '../review/names.ts';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';

/** How far persons agree on the findings that two of them judged without seeing each other's verdict. */
export const agreement = route({
  method: 'get',
  path: '/agreement',
  access: 'auditor',
  answer: ({ store, lang }) => {
    const measured = measureAgreement(doubleReviews(store));
    return {
      title: REVIEW.agreementTitle[lang],
      data: { agreement: measured },
      rows: { columns: COLUMNS, rows: measured.map(fieldsOf) },
      page: (
        <>
          <h1>{REVIEW.agreementTitle[lang]}</h1>
          <p>{REVIEW.agreementNote[lang]}</p>
          <Scroll name={REVIEW.agreementTitle[lang]}>
            <table>
              <caption class="out-of-sight">{REVIEW.agreementTitle[lang]}</caption>
              <thead>
                <tr>
                  <td />
                  {[REVIEW.twice, REVIEW.agreed, REVIEW.raw, REVIEW.kappa, REVIEW.alpha].map((name) => (
                    <th scope="col" class="figure">
                      {name[lang]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {measured.map((one) => (
                  <tr>
                    <th scope="row">{nameOf(one, lang)}</th>
                    <td class="figure">{one.findings}</td>
                    <td class="figure">{one.agreed}</td>
                    {[one.raw, one.kappa, one.alpha].map((figure) => (
                      <td class="figure">
                        {figure === null ? (
                          <small class="quiet">{REVIEW.onlyOfPairs[lang]}</small>
                        ) : (
                          <Figure figure={figure} lang={lang} />
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      ),
    };
  },
});

const nameOf = ({ rule, pair }: Agreement, lang: Language): string =>
  rule !== null ? ruleTitle(rule, lang) : pair ? pair.join(' – ') : REVIEW.overall[lang];

function Figure({ figure, lang }: { figure: Estimate | Undefined; lang: Language }): Html {
  if (typeof figure === 'string') return <small class="quiet">{REVIEW.undefinedOf(figure)[lang]}</small>;
  const { value, low, high } = figure;
  return (
    <>
      {value.toFixed(3)}
      {low !== null && high !== null && (
        <small class="quiet">
          {' '}
          [{low.toFixed(3)}, {high.toFixed(3)}]
        </small>
      )}
    </>
  );
}

const FIGURES = ['raw', 'kappa', 'alpha'] as const;
const COLUMNS = [
  ...['rule', 'first', 'second', 'findings', 'agreed'],
  ...FIGURES.flatMap((name) => [name, `${name}_low`, `${name}_high`, `${name}_undefined`]),
];

/** An undefined figure is an empty field, with the reason in a column of its own. */
function fieldsOf(one: Agreement): (string | number | null)[] {
  const figures = FIGURES.flatMap((name): (string | number | null)[] => {
    const figure = one[name];
    if (figure === null) return [null, null, null, null];
    return typeof figure === 'string'
      ? [null, null, null, figure]
      : [figure.value, figure.low, figure.high, null];
  });
  return [one.rule, one.pair?.[0] ?? null, one.pair?.[1] ?? null, one.findings, one.agreed, ...figures];
}
