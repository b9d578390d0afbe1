import { type Language, SEVERITIES, type Severity } from '../../model/status.ts';
import { type ReviewStatus, TO_DECIDE } from '../../review/status.ts';
import { figure } from '../../runs/page/html.ts';
import { countFacets } from '../../store/explore/count-facets.ts';
import type { Store } from '../../store/store.ts';
import type { Html } from '../html.ts';
import { SEVERITY_MARKS } from '../parts/badge.tsx';
import { HOME } from '../texts/home.ts';
import { SEVERITY_NAMES } from '../texts/review.ts';

/** In the order in which they are told. */
const AGAIN = ['third', 'second', 'changed', 'reread'] as const satisfies readonly ReviewStatus[];

/** Findings that ask for a verdict, by severity, and those among them that ask for it once more. */
export interface Waiting {
  readonly total: number;
  readonly all: number;
  readonly severity: Readonly<Record<Severity, number>>;
  readonly again: Readonly<Record<(typeof AGAIN)[number], number>>;
}

export function countWaiting(store: Store): Waiting {
  const { severity = [], status = [] } = countFacets(store, { status: TO_DECIDE });
  const of = (counts: readonly (readonly [string, number])[], name: string) =>
    counts.find(([value]) => value === name)?.[1] ?? 0;
  return {
    total: TO_DECIDE.reduce((sum, name) => sum + of(status, name), 0),
    all: status.reduce((sum, [, count]) => sum + count, 0),
    severity: Object.fromEntries(SEVERITIES.map((name) => [name, of(severity, name)])) as Waiting['severity'],
    again: Object.fromEntries(AGAIN.map((name) => [name, of(status, name)])) as Waiting['again'],
  };
}

/** The queue shows what asks for a verdict, unless an address says otherwise. */
const QUEUE = '/findings';

/** How much waits, each number leading to those findings. */
export function WaitingPart({ waiting, lang }: { waiting: Waiting; lang: Language }): Html {
  const { total, all, severity, again } = waiting;
  const asked = AGAIN.filter((name) => again[name] > 0);
  return (
    <section class="waiting" aria-labelledby="waiting">
      <h2 id="waiting">
        {HOME.waiting[lang]} <span class="count">{figure(total)}</span>
      </h2>
      {total === 0 ? (
        <p class="quiet">{HOME.allDone[lang]}</p>
      ) : (
        <ul class="tiles">
          {SEVERITIES.map((name) => (
            <li>
              <a href={`${QUEUE}?severity=${name}`} class={`tile severity-${name}`}>
                <span class="name">
                  <span aria-hidden="true">{SEVERITY_MARKS[name]}</span> {SEVERITY_NAMES[name][lang]}
                </span>
                <b>{figure(severity[name])}</b>
              </a>
            </li>
          ))}
        </ul>
      )}
      {asked.length > 0 && (
        <p>
          {HOME.ofThese[lang]}
          {asked.map((name, index) => (
            <>
              {index > 0 && ' ·'}{' '}
              <a href={`/findings?status=${name}`}>
                {figure(again[name])} {HOME[name][lang]}
              </a>
            </>
          ))}
        </p>
      )}
      <p class="quiet">
        {HOME.decided(figure(all - total), figure(all))[lang]} · <a href={QUEUE}>{HOME.seeAll[lang]}</a>
      </p>
    </section>
  );
}
