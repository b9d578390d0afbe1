import { raw } from 'hono/html';
import type { EvidenceFailure } from '../../evidence/evidence.ts';
import type { Cell } from '../../model/cell.ts';
import type { Language } from '../../model/status.ts';
import { EVIDENCE, FAULT_TEXTS } from '../texts/evidence.ts';
import { readCellText } from './read-cell-text.ts';

/** In place of a document that cannot be shown: which fault it is, what is left, and what was read at the time. */
export function faultBody(
  { fault, detail }: EvidenceFailure,
  asked: readonly Cell[],
  lang: Language,
): string {
  const body = (
    <article class="fault" data-fault={fault}>
      <h1>{EVIDENCE.faulty[lang]}</h1>
      <p>
        <strong>{FAULT_TEXTS[fault][lang]}</strong>
      </p>
      {detail !== '' && (
        <p>
          {EVIDENCE.detail[lang]}
          <code>{detail}</code>
        </p>
      )}
      <p>{EVIDENCE.still[lang]}</p>
      {asked.length > 0 && (
        <>
          <h2>{EVIDENCE.wasRead[lang]}</h2>
          <ul>
            {asked.map((cell) => (
              <li>{readCellText(cell, lang)}</li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
  return String(raw(String(body)));
}
