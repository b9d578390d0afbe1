import type { Language } from '../../model/status.ts';
import { RULE_IDS, RULES, type RuleId } from '../../rules/index.ts';
import { countFacets } from '../../store/explore/count-facets.ts';
import { countRules, type RuleCount } from '../../store/explore/rule-sums.ts';
import { Recounting } from '../explore/recounting.tsx';
import { ShareBar } from '../explore/share-bar.tsx';
import type { Html } from '../html.ts';
import { SeverityBadge } from '../parts/badge.tsx';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

interface Row {
  readonly id: RuleId;
  readonly count: RuleCount | undefined;
  readonly findings: number;
}

/** Every rule, how often it held and failed, and how many findings it has. */
export const rules = route({
  method: 'get',
  path: '/rules',
  access: 'reader',
  answer: ({ store, lang }) => {
    const counts = countRules(store);
    const findings = new Map(countFacets(store, {}).rule);
    const rows = RULE_IDS.map((id): Row => ({ id, count: counts.get(id), findings: findings.get(id) ?? 0 }));
    return {
      title: EXPLORE.rules[lang],
      wide: true,
      data: { rules: rows.map(({ id, ...row }) => ({ rule: id, ...RULES[id], ...row })) },
      rows: {
        columns: ['rule', 'title_zh', 'title_en', 'pass', 'fail', 'not_evaluable', 'findings'],
        rows: rows.map(({ id, count, findings: n }) => [
          ...[id, RULES[id].title.zh, RULES[id].title.en],
          ...[count?.pass ?? null, count?.fail ?? null, count?.notEvaluable ?? null, n],
        ]),
      },
      page: (
        <>
          <h1>{EXPLORE.rules[lang]}</h1>
          <p class="quiet">{EXPLORE.rulesIs[lang]}</p>
          <Recounting store={store} lang={lang} />
          <section class="scroll" tabindex={0} aria-label={EXPLORE.rules[lang]}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{EXPLORE.rule[lang]}</th>
                  <th scope="col">{EXPLORE.severities[lang]}</th>
                  {[EXPLORE.held, EXPLORE.didNot, EXPLORE.couldNot].map((name) => (
                    <th scope="col" class="figure">
                      {name[lang]}
                    </th>
                  ))}
                  <th scope="col">
                    <span class="unseen">{EXPLORE.failShare[lang]}</span>
                  </th>
                  <th scope="col" class="figure">
                    {EXPLORE.findings[lang]}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <RuleRow row={row} lang={lang} />
                ))}
              </tbody>
            </table>
          </section>
        </>
      ),
    };
  },
});

function RuleRow({ row: { id, count, findings }, lang }: { row: Row; lang: Language }): Html {
  const { title, severities } = RULES[id];
  const [severest = 'info'] = severities;
  const figure = (value: number | undefined) => <td class="figure">{value?.toLocaleString('en') ?? '—'}</td>;
  return (
    <tr>
      <th scope="row">
        <a href={`/rules/${id}`}>{title[lang]}</a>
        <br />
        <code class="quiet">{id}</code>
      </th>
      <td>
        <SeverityBadge severity={severest} lang={lang} />
      </td>
      {figure(count?.pass)}
      {figure(count?.fail)}
      {figure(count?.notEvaluable)}
      <td>{count && <ShareBar count={count} />}</td>
      <td class="figure">
        {findings === 0 ? (
          '0'
        ) : (
          <a href={`/findings?rule=${id}&status=all`}>{findings.toLocaleString('en')}</a>
        )}
      </td>
    </tr>
  );
}
