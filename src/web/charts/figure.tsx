import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { EXPLORE } from '../texts/explore.ts';

export interface FigureProps {
  readonly id: string;
  readonly title: string;
  /** How many of how many report, where the axes start, what the marks mean: always in sight. */
  readonly notes: readonly string[];
  readonly svg: string;
  readonly legend?: Child;
  /** Exactly the points of the drawing. */
  readonly table: Child;
  readonly lang: Language;
}

/** A chart, what has to be known to read it, and its numbers as a table. */
export function Figure({ id, title, notes, svg, legend, table, lang }: FigureProps): Html {
  return (
    <figure class="chart" id={id}>
      <figcaption>
        <b>{title}</b>
        {notes.map((note) => (
          <span>{note}</span>
        ))}
      </figcaption>
      {legend}
      <div
        class="drawing"
        role="img"
        tabindex={0}
        aria-label={`${title}. ${notes.join('. ')}. ${EXPLORE.numbersBelow[lang]}`}
      >
        {raw(svg.replace('<svg', '<svg aria-hidden="true"'))}
      </div>
      <details>
        <summary>{EXPLORE.numbers[lang]}</summary>
        <section class="scroll" tabindex={0} aria-label={`${title}: ${EXPLORE.numbers[lang]}`}>
          {table}
        </section>
      </details>
    </figure>
  );
}
