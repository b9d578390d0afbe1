import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';

export interface Choice {
  readonly href: string;
  readonly name: string;
  readonly count: number;
  readonly on: boolean;
}

export interface FacetGroupProps {
  readonly title: string;
  /** undefined: they could not be counted in time. */
  readonly choices: readonly Choice[] | undefined;
  readonly lang: Language;
}

/** Values that are shown at once; the others are one click away. */
const SHOWN = 8;

/** One thing a list can be narrowed by: how many rows each value would leave, and a link that does it. */
export function FacetGroup({ title, choices, lang }: FacetGroupProps): Html | null {
  if (choices?.length === 0) return null;
  const items = choices?.map((choice) => <Item {...choice} />) ?? [];
  return (
    <section>
      <h3>{title}</h3>
      {choices ? <ul>{items.slice(0, SHOWN)}</ul> : <p class="quiet">{EXPLORE.notCounted[lang]}</p>}
      {items.length > SHOWN && (
        <details open={choices?.slice(SHOWN).some(({ on }) => on)}>
          <summary>{EXPLORE.more(items.length - SHOWN)[lang]}</summary>
          <ul>{items.slice(SHOWN)}</ul>
        </details>
      )}
    </section>
  );
}

function Item({ href, name, count, on }: Choice): Html {
  return (
    <li>
      <a href={href} aria-current={on ? 'true' : undefined}>
        <span class="box" aria-hidden="true">
          {on ? '✓' : ''}
        </span>
        <span class="name">{name}</span>
        <span class="count">{count.toLocaleString('en')}</span>
      </a>
    </li>
  );
}
