import type { Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import type { ChangeRelation, DivisionChange } from '../../places/division.ts';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';

/** A code under which there is, or was, a place, with every name and code that place ever had. */
export interface DivisionFacts {
  readonly code: string;
  readonly name: string;
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly firstYear: number;
    readonly lastYear: number | null;
  }[];
  /** Changes that led to it or from it, the newest first. */
  readonly changes: readonly DivisionChange[];
}

/** undefined: GB/T 2260 never had that code since 2008. */
export function divisionFacts(code: string): DivisionFacts | undefined {
  const { unitsByCode, changes } = loadGazetteer();
  const units = unitsByCode.get(code) ?? [];
  const rows = units.flatMap((unit) => unit.rows).toSorted((a, b) => a.firstYear - b.firstYear);
  const name = rows.findLast((row) => row.code === code)?.name;
  if (name === undefined) return undefined;
  const isOurs = (one: string, called: string) => rows.some((row) => row.code === one && row.name === called);
  return {
    ...{ code, name, rows },
    changes: changes
      .filter(
        ({ fromCode, fromName, toCode, toName }) => isOurs(fromCode, fromName) || isOurs(toCode, toName),
      )
      .toSorted((a, b) => (a.date < b.date ? 1 : -1)),
  };
}

const RELATIONS: Readonly<Record<ChangeRelation, Message>> = {
  rename: { zh: '更名', en: 'renamed' },
  code_change: { zh: '改设', en: 'new code' },
  parent_change: { zh: '改隶', en: 'new parent' },
  merge: { zh: '并入', en: 'merged' },
  split: { zh: '析出', en: 'split' },
  new: { zh: '新设', en: 'founded' },
};
export const relationName = (relation: ChangeRelation, lang: Language): string => RELATIONS[relation][lang];

/** Names, codes and changes of a place. */
export function DivisionHistory({ facts, lang }: { facts: DivisionFacts; lang: Language }): Html {
  return (
    <>
      <ul class="names">
        {facts.rows.map(({ code, name, firstYear, lastYear }) => (
          <li>
            <span lang="zh-CN">{name}</span>{' '}
            {code === facts.code ? <b>{code}</b> : <a href={`/divisions/${code}`}>{code}</a>}{' '}
            <span class="quiet">{EXPLORE.until(firstYear, lastYear)[lang]}</span>
          </li>
        ))}
      </ul>
      {facts.changes.length > 0 && (
        <section class="scroll" tabindex={0} aria-label={EXPLORE.changes[lang]}>
          <table>
            <caption>{EXPLORE.changes[lang]}</caption>
            <thead>
              <tr>
                {[EXPLORE.date, EXPLORE.kind, EXPLORE.from, EXPLORE.to, EXPLORE.basis].map((heading) => (
                  <th scope="col">{heading[lang]}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {facts.changes.map(({ date, relation, fromCode, fromName, toCode, toName, sourceNote }) => (
                <tr>
                  <td>{date}</td>
                  <td>{relationName(relation, lang)}</td>
                  <td lang="zh-CN">
                    {fromCode && <a href={`/divisions/${fromCode}`}>{`${fromName} ${fromCode}`}</a>}
                  </td>
                  <td lang="zh-CN">
                    <a href={`/divisions/${toCode}`}>{`${toName} ${toCode}`}</a>
                  </td>
                  <td lang="zh-CN" class="quiet">
                    {sourceNote}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
