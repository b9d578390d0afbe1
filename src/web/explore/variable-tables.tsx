import type { Language } from '../../model/status.ts';
import { PROVINCE_ABBREVIATIONS } from '../../places/province-abbreviations.ts';
import { readLines } from '../../store/explore/list-report-lines.ts';
import type { Store } from '../../store/store.ts';
import type { Html } from '../html.ts';
import { provinceName, ruleTitle } from '../review/names.ts';
import { EXPLORE, unitName } from '../texts/explore.ts';
import { addressOf } from './state.ts';
import type { VariableFacts, VariableQuery } from './variable-facts.ts';
import type { VariablePart } from './variable-figures.tsx';
import { shortLabel, type VariableLabel } from './variable-labels.ts';

/** What the variable is, in both languages. */
export function Facts({ label, lang }: { label: VariableLabel; lang: Language }): Html {
  return (
    <dl class="facts">
      <div>
        <dt>{EXPLORE.variable[lang]}</dt>
        <dd>
          <code>{label.name}</code>
        </dd>
      </div>
      <div>
        <dt>中文 · English</dt>
        <dd>
          <span lang="zh-CN">{shortLabel(label).zh}</span> · <span lang="en">{shortLabel(label).en}</span>
        </dd>
      </div>
      <div>
        <dt>{EXPLORE.forms[lang]}</dt>
        <dd>{label.derived ? EXPLORE.derived[lang] : label.forms.join(', ')}</dd>
      </div>
      <div>
        <dt>{EXPLORE.unit[lang]}</dt>
        <dd>{unitName(label.unit, lang)}</dd>
      </div>
    </dl>
  );
}

/** Province, year and scale. */
export function Choices({
  name,
  query,
  facts,
  lang,
}: {
  name: string;
  query: VariableQuery;
  facts: VariableFacts;
  lang: Language;
}): Html {
  const path = `/variables/${name}`;
  return (
    <form method="get" action={path} class="actions">
      <label>
        {EXPLORE.province[lang]}{' '}
        <select name="place">
          <option value="">{EXPLORE.allPlaces[lang]}</option>
          {Object.keys(PROVINCE_ABBREVIATIONS).map((code) => (
            <option value={code} selected={code === query.place}>
              {provinceName(code, lang)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {EXPLORE.year[lang]}{' '}
        <select name="year">
          <option value="">{EXPLORE.allYears[lang]}</option>
          {facts.years.map((year) => (
            <option value={String(year)} selected={year === query.year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      {query.scale && <input type="hidden" name="scale" value={query.scale} />}
      <button type="submit">{EXPLORE.show[lang]}</button>
      <a href={addressOf(path, query, { scale: query.scale === 'log' ? null : 'log' })}>
        {(query.scale === 'log' ? EXPLORE.linear : EXPLORE.log)[lang]}
      </a>
    </form>
  );
}

/** The largest numbers, each with its report. */
export function Largest({
  store,
  facts,
  lang,
}: {
  store: Store;
  facts: VariableFacts;
  lang: Language;
}): Html | null {
  if (facts.largest.length === 0) return null;
  const lines = new Map(
    readLines(
      store,
      facts.largest.map(([, report]) => report),
    ).map((line) => [line.id, line]),
  );
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.largest[lang]}>
      <table>
        <caption>{EXPLORE.largest[lang]}</caption>
        <tbody>
          {facts.largest.map(([value, report]) => {
            const line = lines.get(report);
            return (
              <tr>
                <td class="figure">{value.toLocaleString('en')}</td>
                <td>{line?.year ?? '—'}</td>
                <td lang="zh-CN">
                  <a href={`/reports/${report}`}>{line?.agency ?? line?.title ?? `#${report}`}</a>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** The rules whose findings speak of the variable. */
export function Flags({
  facts: { flags },
  query: { place },
  lang,
}: Pick<VariablePart, 'facts' | 'query' | 'lang'>): Html | null {
  if (flags.length === 0) return null;
  return (
    <section class="scroll" tabindex={0} aria-label={EXPLORE.whereFlagged[lang]}>
      <table>
        <caption>{EXPLORE.whereFlagged[lang]}</caption>
        <tbody>
          {flags.map(([rule, count]) => (
            <tr>
              <th scope="row">
                <a href={`/rules/${rule}`}>{ruleTitle(rule, lang)}</a>
              </th>
              <td class="figure">{count.toLocaleString('en')}</td>
              <td>
                <a href={addressOf('/findings', { rule, place, status: 'all' })}>
                  {EXPLORE.itsFindings[lang]}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
