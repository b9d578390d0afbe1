import { z } from 'zod';
import type { Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import { VERDICT_NAMES } from '../../review/reasons.ts';
import { VERDICTS } from '../../review/status.ts';
import { expressionsOf } from '../../rules/expressions.ts';
import type { IdentityRuleId } from '../../rules/identity-rules.ts';
import { IDENTITY_RULES } from '../../rules/identity-rules.ts';
import { isRule, RULES, type RuleId } from '../../rules/index.ts';
import { reasonWords } from '../../runs/rule-counts.ts';
import { countReasons, countRuleByYear, type RuleCount } from '../../store/explore/rule-sums.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import { Figure } from '../charts/figure.tsx';
import { yearBars } from '../charts/year-bars.ts';
import { NumberTable } from '../explore/number-table.tsx';
import { Recounting } from '../explore/recounting.tsx';
import { type RuleStatus, ruleStatus } from '../explore/rule-status.ts';
import { Trail } from '../explore/trail.tsx';
import type { Html } from '../html.ts';
import { SeverityBadge } from '../parts/badge.tsx';
import { Marked } from '../parts/marked.tsx';
import { route } from '../route.ts';
import { EXPLORE, SCOPE_NAMES } from '../texts/explore.ts';

/** A rule: what it demands and why, how it came out year by year, and what people said of its findings. */
export const rule = route({
  method: 'get',
  path: '/rules/:id',
  access: 'reader',
  params: z.object({ id: z.string().refine(isRule) }),
  answer: ({ store, params: { id }, lang }) => {
    if (!isRule(id)) throw new HttpProblem(404);
    const facts = RULES[id];
    const byYear = countRuleByYear(store, id);
    const reasons = countReasons(store, id);
    const status = ruleStatus(store, id);
    return {
      title: facts.title[lang],
      data: {
        rule: id,
        ...facts,
        by_year: Object.fromEntries(byYear),
        reasons: Object.fromEntries(reasons),
        ...status,
      },
      rows: {
        columns: ['year', 'pass', 'fail', 'not_evaluable'],
        rows: [...byYear].map(([year, { pass, fail, notEvaluable }]) => [year, pass, fail, notEvaluable]),
      },
      page: (
        <>
          <Trail steps={[{ href: '/rules', name: EXPLORE.rules[lang] }]} lang={lang} />
          <header class="page-head rule-head">
            <h1>
              {facts.title[lang]} <small>{id}</small>
            </h1>
            <div class="actions">
              <a href={`/findings?rule=${id}&status=all`}>{EXPLORE.itsFindings[lang]}</a>
            </div>
          </header>
          <Words id={id} lang={lang} />
          <Recounting store={store} lang={lang} />
          {byYear.size === 0 ? (
            <p class="quiet">{EXPLORE.notCountedRule[lang]}</p>
          ) : (
            <YearFigure byYear={byYear} lang={lang} />
          )}
          <div class="columns-of-tables">
            <Verdicts id={id} status={status} lang={lang} />
            {reasons.length > 0 && <Reasons reasons={reasons} lang={lang} />}
          </div>
        </>
      ),
    };
  },
});

function Words({ id, lang }: { id: RuleId; lang: Language }): Html {
  const { demands, why, needs, judge, milder, severities, scope, forms } = RULES[id];
  const line = (name: Message, words: Message | undefined) =>
    words && (
      <div>
        <dt>{name[lang]}</dt>
        <dd>
          <Marked text={words[lang]} />
        </dd>
      </div>
    );
  const expressions = id in IDENTITY_RULES ? expressionsOf(id as IdentityRuleId) : [];
  return (
    <dl class="facts rule-words">
      {line(EXPLORE.demands, demands)}
      {line(EXPLORE.why, why)}
      {line(EXPLORE.needs, needs)}
      {line(EXPLORE.judge, judge)}
      <div>
        <dt>{EXPLORE.severities[lang]}</dt>
        <dd>
          {severities.map((severity) => (
            <>
              <SeverityBadge severity={severity} lang={lang} />{' '}
            </>
          ))}
        </dd>
      </div>
      {line(EXPLORE.milder, milder)}
      <div>
        <dt>{EXPLORE.scope[lang]}</dt>
        <dd>{SCOPE_NAMES[scope][lang]}</dd>
      </div>
      <div>
        <dt>{EXPLORE.forms[lang]}</dt>
        <dd>{forms.join(', ')}</dd>
      </div>
      {expressions.length > 0 && (
        <div>
          <dt>{EXPLORE.computes[lang]}</dt>
          <dd>
            {expressions.map(({ forms: of, text, over }) => (
              <p>
                <code>{text}</code>
                <br />
                <small class="quiet">
                  {of.join(', ')} · {EXPLORE.over[lang]} {'{x}'}: {over.join(', ')}
                </small>
              </p>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

const KINDS = [
  { kind: 'pass', name: EXPLORE.held, colour: 'var(--k-held)', css: 'k-held' },
  { kind: 'fail', name: EXPLORE.didNot, colour: 'var(--k-failed)', css: 'k-failed' },
  { kind: 'notEvaluable', name: EXPLORE.couldNot, colour: 'var(--k-open)', css: 'k-open' },
] as const;

async function YearFigure({
  byYear,
  lang,
}: {
  byYear: ReadonlyMap<number, RuleCount>;
  lang: Language;
}): Promise<Html> {
  const known = [...byYear].filter(([year]) => year !== 0);
  const first = Math.min(...known.map(([year]) => year));
  const last = Math.max(...known.map(([year]) => year));
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const parts = known.flatMap(([year, count]) =>
    KINDS.map(({ kind, name }) => ({
      year,
      kind,
      count: count[kind],
      tip: `${year} ${name[lang]}: ${count[kind]}`,
    })),
  );
  return (
    <Figure
      id="by-year"
      title={EXPLORE.byYear[lang]}
      notes={[EXPLORE.axisZero[lang]]}
      legend={
        <ul class="legend">
          {KINDS.map(({ name, css }) => (
            <li>
              <svg viewBox="0 0 10 10" aria-hidden="true">
                <rect class={css} width="10" height="10" />
              </svg>
              {name[lang]}
            </li>
          ))}
        </ul>
      }
      svg={await yearBars({ years, kinds: KINDS, parts, label: EXPLORE.checks[lang] })}
      table={
        <NumberTable
          columns={[EXPLORE.year[lang], ...KINDS.map(({ name }) => name[lang])]}
          rows={[...byYear].map(([year, { pass, fail, notEvaluable }]) => [
            year || EXPLORE.unknown[lang],
            pass,
            fail,
            notEvaluable,
          ])}
        />
      }
      lang={lang}
    />
  );
}

function Verdicts({ id, status, lang }: { id: RuleId; status: RuleStatus; lang: Language }): Html {
  return (
    <table class="of-rule">
      <caption>{EXPLORE.verdicts[lang]}</caption>
      <tbody>
        <tr>
          <th scope="row">
            <a href={`/findings?rule=${id}`}>{EXPLORE.toDecide[lang]}</a>
          </th>
          <td class="figure">{status.toDecide.toLocaleString('en')}</td>
        </tr>
        {VERDICTS.map((verdict) => (
          <tr>
            <th scope="row">
              <a href={`/findings?rule=${id}&status=${verdict}`}>{VERDICT_NAMES[verdict][lang]}</a>
            </th>
            <td class="figure">{status.verdicts[verdict].toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Reasons({
  reasons,
  lang,
}: {
  reasons: readonly (readonly [string, number])[];
  lang: Language;
}): Html {
  return (
    <table class="of-rule">
      <caption>{EXPLORE.reasons[lang]}</caption>
      <tbody>
        {reasons.map(([reason, count]) => (
          <tr>
            <th scope="row">{reasonWords(reason, lang)}</th>
            <td class="figure">{count.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
