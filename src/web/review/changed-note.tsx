import type { Language } from '../../model/status.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

/** For a finding whose numbers are others since it was decided upon: what they were, and what they are. */
export function ChangedNote({ detail, lang }: { detail: FindingDetail; lang: Language }): Html | null {
  const last = detail.events.findLast(({ kind, active }) => kind === 'verdict' && active);
  if (detail.status !== 'changed' || !last) return null;
  const { message, cells = [], sha256 } = last.details;
  const before = new Map(cells);
  const differing = detail.cells.filter(
    (cell) => before.has(cell.variable) && before.get(cell.variable) !== cell.raw,
  );
  const row = (name: string, then: string, now: string): Html => (
    <tr>
      <th scope="row" lang="zh-CN">
        {name}
      </th>
      <td>
        <del>{then}</del>
      </td>
      <td>
        <ins>{now}</ins>
      </td>
    </tr>
  );
  return (
    <section class="changed">
      <h2>↻ {REVIEW.changedSince[lang]}</h2>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{REVIEW.atVerdict[lang]}</th>
            <th scope="col">{REVIEW.now[lang]}</th>
          </tr>
        </thead>
        <tbody>
          {message && row(REVIEW.arithmetic[lang], message[lang], detail.message[lang])}
          {differing.map((cell) =>
            row(`${cell.row} ${cell.column}`, before.get(cell.variable) ?? '∅', cell.raw ?? '∅'),
          )}
          {sha256 !== undefined &&
            sha256 !== detail.sha256 &&
            row(REVIEW.document[lang], sha256.slice(0, 12), detail.sha256.slice(0, 12))}
        </tbody>
      </table>
    </section>
  );
}
