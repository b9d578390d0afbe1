import { labelVariable } from '../../forms/words.ts';
import type { Language } from '../../model/status.ts';
import { findReason, isVerdict, VERDICT_NAMES } from '../../review/reasons.ts';
import { isChangedSince } from '../../review/status.ts';
import type { FindingDetail, FindingEvent } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

interface NoteProps {
  readonly detail: FindingDetail;
  /** Name of who is reading. */
  readonly person: string;
  readonly lang: Language;
}

/** Something that a verdict rests on, as it was then and as it is now. */
type Difference = readonly [name: string, then: string, now: string];

/**
 * What a verdict rests on and is another by now: numbers, the rule, the reader, the bytes of the document. Where the
 * verdict holds none the less, because the same was read, a line says so.
 */
export function ChangedNote({ detail, person, lang }: NoteProps): Html | null {
  const last = lastSaid(detail);
  if (!last) return null;
  const sources = differentSources(last, detail, lang);
  if (!isChangedSince(detail.status))
    return sources.length > 0 ? <StillHolds {...{ sources, lang }} /> : null;
  const numbers = differentNumbers(last, detail, lang);
  const verdict = verdictOf(detail);
  const isOwn = verdict?.author === person;
  return (
    <section class="changed">
      <h2>↻ {(isOwn ? REVIEW.changedSinceYours : REVIEW.changedSince)[lang]}</h2>
      {verdict && (
        <p>
          {REVIEW.saidThen[lang]} <b>{verdictWords(verdict, lang)}</b>{' '}
          <span class="quiet">({verdict.author})</span>
        </p>
      )}
      {numbers.length === 0 && (
        <p>{(detail.status === 'reread' ? REVIEW.sameRead : REVIEW.otherCells)[lang]}</p>
      )}
      <Differences {...{ differences: [...numbers, ...sources], lang }} />
    </section>
  );
}

const StillHolds = ({ sources, lang }: { sources: readonly Difference[]; lang: Language }): Html => (
  <details class="still-holds">
    <summary>{REVIEW.stillHolds[lang]}</summary>
    <Differences {...{ differences: sources, lang }} />
  </details>
);

const lastSaid = ({ events }: FindingDetail): FindingEvent | undefined =>
  events.findLast(({ kind, active }) => active && (kind === 'verdict' || kind === 'keep'));

/** The verdict that was given last, or that was confirmed since. */
export function verdictOf(detail: FindingDetail): FindingEvent | undefined {
  const last = lastSaid(detail);
  return last?.kind === 'keep' ? detail.events.find(({ event }) => event === last.replaces) : last;
}

export function verdictWords({ verdict, reason }: FindingEvent, lang: Language): string {
  const name = verdict !== null && isVerdict(verdict) ? VERDICT_NAMES[verdict][lang] : (verdict ?? '');
  return reason === null ? name : `${name} · ${findReason(reason)?.name[lang] ?? reason}`;
}

/** Of what the finding itself says. */
function differentNumbers({ details }: FindingEvent, detail: FindingDetail, lang: Language): Difference[] {
  const { message, cells = [], ruleVersion } = details;
  const before = new Map(cells);
  const printed = detail.cells
    .filter(({ variable, raw }) => before.has(variable) && before.get(variable) !== raw)
    .map(({ variable, raw }): Difference => {
      return [labelVariable(variable, lang), before.get(variable) ?? '∅', raw ?? '∅'];
    });
  return [
    ...(message && message[lang] !== detail.message[lang]
      ? ([[REVIEW.arithmetic[lang], message[lang], detail.message[lang]]] as const)
      : []),
    ...printed,
    ...differing(REVIEW.ruleVersion[lang], ruleVersion, detail.ruleVersion),
  ];
}

/** Of what it was read from, and by what. */
function differentSources({ details }: FindingEvent, detail: FindingDetail, lang: Language): Difference[] {
  const short = (sha256: string | undefined): string | undefined => sha256?.slice(0, 12);
  return [
    ...differing(REVIEW.document[lang], short(details.sha256), short(detail.sha256)),
    ...differing(REVIEW.parserVersion[lang], details.parser, detail.parserVersion),
  ];
}

/** Nothing is said of what was not noted then. */
const differing = (name: string, then: string | number | undefined, now: string | number | undefined) =>
  then === undefined || then === now ? [] : ([[name, String(then), String(now)]] as const);

const Differences = ({
  differences,
  lang,
}: {
  differences: readonly Difference[];
  lang: Language;
}): Html | null =>
  differences.length === 0 ? null : (
    <table>
      <thead>
        <tr>
          <td />
          <th scope="col">{REVIEW.atVerdict[lang]}</th>
          <th scope="col">{REVIEW.now[lang]}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(([name, then, now]) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              <del>{then}</del>
            </td>
            <td>
              <ins>{now}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
