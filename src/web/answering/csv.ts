import PQueue from 'p-queue';
import { csvField } from '../../export/formats/csv.ts';
import { guardText } from '../../export/formats/guard-text.ts';
import type { Rows } from '../route.ts';

const ROWS_A_CHUNK = 500;
/** So many files are sent at one time, and so many more wait for their turn. */
const AT_ONCE = 2;
const IN_LINE = 30;
/** A reader that takes nothing for so long has gone, and leaves its place to the next one. */
const STALLED_MS = 60_000;

/** Gives rows as a stream when it is their turn; null when too many wait already. */
export function csvDesk(): (rows: Rows) => Promise<ReadableStream<Uint8Array>> | null {
  const line = new PQueue({ concurrency: AT_ONCE });
  return (rows) => {
    if (line.size >= IN_LINE) return null;
    return new Promise((resolve, reject) => {
      const send = () => new Promise<void>((leave) => resolve(csvStream(rows, leave)));
      line.add(send).catch(reject);
    });
  };
}

/**
 * Rows as the CSV of a release is written: UTF-8, LF, null is an empty field. An error of the rows breaks the stream
 * off: a file that is not whole never ends well (requirements A-22).
 *
 * @param leave - called once nothing more will be sent
 */
function csvStream({ columns, rows }: Rows, leave: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = rows[Symbol.iterator]();
  let head = toLine(columns);
  let stalled: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(stalled);
    iterator.return?.();
    leave();
  };
  return new ReadableStream(
    {
      pull(controller) {
        clearTimeout(stalled);
        try {
          const { text, done } = nextChunk(iterator);
          if (head + text !== '') controller.enqueue(encoder.encode(head + text));
          head = '';
          if (!done) {
            stalled = setTimeout(() => {
              controller.error(new Error('the reader takes nothing any more'));
              end();
            }, STALLED_MS).unref();
            return;
          }
          controller.close();
          end();
        } catch (error) {
          end();
          throw error;
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  );
}

type Row = readonly (string | number | null)[];

function nextChunk(iterator: Iterator<Row>): { readonly text: string; readonly done: boolean } {
  let text = '';
  for (let count = 0; count < ROWS_A_CHUNK; count++) {
    const next = iterator.next();
    if (next.done) return { text, done: true };
    text += toLine(next.value);
  }
  return { text, done: false };
}

const toLine = (fields: Iterable<string | number | null>): string =>
  `${Array.from(fields, (field) => csvField(typeof field === 'string' ? guardText(field) : field)).join(',')}\n`;
