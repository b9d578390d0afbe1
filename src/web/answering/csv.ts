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

/** Where files wait to be sent. */
export interface CsvDesk {
  /** When it is their turn, what ends it; null when too many wait already. */
  enter(): Promise<() => void> | null;
}

export function csvDesk(): CsvDesk {
  const line = new PQueue({ concurrency: AT_ONCE });
  return {
    enter: () => {
      if (line.size >= IN_LINE) return null;
      return new Promise((resolve) => {
        void line.add(() => new Promise<void>((leave) => resolve(leave)));
      });
    },
  };
}

/**
 * The parts of a file as a stream, each taken when the one before it is on its way. An error breaks the stream off: a
 * file that is not whole never ends well (requirements A-22).
 *
 * @param leave - called once nothing more will be sent
 */
export function csvStream(
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  leave: () => void,
): ReadableStream<Uint8Array> {
  const iterator = Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]();
  let stalled: NodeJS.Timeout | undefined;
  const end = () => {
    clearTimeout(stalled);
    void iterator.return?.();
    leave();
  };
  return new ReadableStream(
    {
      async pull(controller) {
        clearTimeout(stalled);
        try {
          const next = await iterator.next();
          if (next.done) {
            controller.close();
            end();
            return;
          }
          controller.enqueue(next.value);
          stalled = setTimeout(() => {
            controller.error(new Error('the reader takes nothing any more'));
            end();
          }, STALLED_MS).unref();
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

/** Rows as the CSV of a release is written: UTF-8, LF, null is an empty field. */
export function* csvParts({ columns, rows }: Rows): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = toLine(columns);
  let count = 0;
  for (const row of rows) {
    text += toLine(row);
    count++;
    if (count % ROWS_A_CHUNK !== 0) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}

const toLine = (fields: Iterable<string | number | null>): string =>
  `${Array.from(fields, (field) => csvField(typeof field === 'string' ? guardText(field) : field)).join(',')}\n`;
