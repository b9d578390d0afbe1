import { csvField } from '../../export/formats/csv.ts';
import { guardText } from '../../export/formats/guard-text.ts';
import type { Rows } from '../route.ts';

const ROWS_A_CHUNK = 500;

/**
 * Rows as the CSV of a release is written: UTF-8, LF, null is an empty field. An error of the rows breaks the stream
 * off: a file that is not whole never ends well (requirements A-22).
 */
export function csvStream({ columns, rows }: Rows): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.iterator]();
  let head = toLine(columns);
  return new ReadableStream(
    {
      pull(controller) {
        let text = head;
        head = '';
        for (let count = 0; count < ROWS_A_CHUNK; count++) {
          const next = iterator.next();
          if (next.done) {
            if (text !== '') controller.enqueue(encoder.encode(text));
            return controller.close();
          }
          text += toLine(next.value);
        }
        controller.enqueue(encoder.encode(text));
      },
      cancel() {
        iterator.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}

const toLine = (fields: Iterable<string | number | null>): string =>
  `${Array.from(fields, (field) => csvField(typeof field === 'string' ? guardText(field) : field)).join(',')}\n`;
