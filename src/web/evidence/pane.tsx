import { ZOOMS } from '../../evidence/evidence.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { EVIDENCE } from '../texts/evidence.ts';
import { type EvidenceQuery, writeQuery } from './evidence-query.ts';
import { frameAddress } from './frame-address.ts';

export interface EvidencePaneProps {
  readonly report: number;
  /** Kind of the document that is shown: a PDF has pages, an image can be turned. */
  readonly kind: string;
  readonly query: EvidenceQuery;
  /** Page that the frame shows when the query names none; null for documents without pages. */
  readonly page: number | null;
  readonly lang: Language;
  /** The address of the page around it with another query: everything in the pane is a link or a form. */
  readonly here: (query: Partial<EvidenceQuery>) => string;
}

/**
 * The archived document in a frame of null origin, with what is needed around it. It works without JavaScript: each
 * control is a link that changes the address.
 */
export function EvidencePane(props: EvidencePaneProps): Html {
  const { report, query, lang } = props;
  const src = frameAddress(report, query);
  return (
    <section
      class="evidence"
      id="evidence"
      tabindex={-1}
      aria-labelledby="evidence-title"
      data-swap="evidence"
    >
      <header>
        <h2 id="evidence-title">{EVIDENCE.title[lang]}</h2>
        <Pages {...props} />
        <Zoom {...props} />
        <Turn {...props} />
        <Files {...props} src={src} />
      </header>
      <a class="skip" href="#after-evidence">
        {EVIDENCE.skipFrame[lang]}
      </a>
      <iframe src={src} sandbox="" referrerpolicy="no-referrer" title={EVIDENCE.frame[lang]} />
      <span id="after-evidence" tabindex={-1} />
    </section>
  );
}

function Pages({ report, kind, query, page, lang, here }: EvidencePaneProps): Html | null {
  if (kind !== 'pdf' || page === null) return null;
  const shown = query.page ?? page;
  const hidden = Object.entries({ ...query, page: undefined }).filter(([, value]) => value !== undefined);
  return (
    <form class="pages" method="get" action={here({}).split('?', 1)[0] ?? `/reports/${report}`}>
      {hidden.map(([name, value]) => (
        <input type="hidden" name={name} value={String(value)} />
      ))}
      {shown > 1 ? (
        <a
          href={`${here({ ...query, page: shown - 1 })}#evidence`}
          aria-label={EVIDENCE.previousPage[lang]}
          rel="prev"
        >
          ‹
        </a>
      ) : (
        <span aria-hidden="true">‹</span>
      )}
      <label>
        {EVIDENCE.page[lang]} <input name="page" type="number" min="1" max="300" value={String(shown)} />
      </label>
      <a
        href={`${here({ ...query, page: shown + 1 })}#evidence`}
        aria-label={EVIDENCE.nextPage[lang]}
        rel="next"
      >
        ›
      </a>
    </form>
  );
}

function Zoom({ query, lang, here }: EvidencePaneProps): Html {
  return (
    <nav class="choice" aria-label={EVIDENCE.zoom[lang]}>
      {ZOOMS.map((zoom) => (
        <a
          href={`${here({ ...query, zoom })}#evidence`}
          aria-current={zoom === query.zoom ? 'true' : undefined}
        >
          {zoom}%
        </a>
      ))}
    </nav>
  );
}

function Turn({ kind, query, lang, here }: EvidencePaneProps): Html | null {
  if (kind !== 'pdf' && kind !== 'image') return null;
  const turn = ((query.turn + 1) % 4) as EvidenceQuery['turn'];
  return (
    <p class="choice">
      <a
        href={`${here({ ...query, turn })}#evidence`}
        aria-label={EVIDENCE.turn[lang]}
        title={EVIDENCE.turn[lang]}
      >
        ↻
      </a>
    </p>
  );
}

function Files({ report, query: { part }, lang, src }: EvidencePaneProps & { readonly src: string }): Html {
  const of = writeQuery({ part });
  return (
    <p class="files">
      <a href={src.replace(/#.*/, '')}>{EVIDENCE.ownWindow[lang]}</a>
      <a href={`/reports/${report}/text${of}`}>{EVIDENCE.text[lang]}</a>
      <a href={`/reports/${report}/original${of}`} download>
        {EVIDENCE.download[lang]}
      </a>
    </p>
  );
}
