import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK_BYTES = 1024 * 1024;

/** The records of a CSV that this program wrote, one at a time; the first is the head. Closes the file at its end. */
export function* csvRecords(file: string): Generator<string[]> {
  for (const line of csvLines(file)) yield splitRecord(line);
}

/** The same, each as it is written: records that are equal are equal texts. */
export function* csvLines(file: string): Generator<string, undefined> {
  const descriptor = openSync(file, 'r');
  try {
    let rest = '';
    for (const text of decodedChunks(descriptor)) {
      rest += text;
      let from = 0;
      for (let end = endOfRecord(rest, from); end >= 0; end = endOfRecord(rest, from)) {
        yield rest.slice(from, end);
        from = end + 1;
      }
      rest = rest.slice(from);
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(descriptor);
  }
}

function* decodedChunks(descriptor: number): Generator<string> {
  const decoder = new TextDecoder();
  const bytes = new Uint8Array(CHUNK_BYTES);
  for (let read = readSync(descriptor, bytes); read > 0; read = readSync(descriptor, bytes))
    yield decoder.decode(bytes.subarray(0, read), { stream: true });
  yield decoder.decode();
}

/** Where the record that begins at `from` ends: the first LF outside quotes; -1 when the text ends before. */
function endOfRecord(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end >= 0 && !isBalanced(text, from, end)) end = text.indexOf('\n', end + 1);
  return end;
}

function isBalanced(text: string, from: number, end: number): boolean {
  let quotes = 0;
  for (let at = text.indexOf('"', from); at >= 0 && at < end; at = text.indexOf('"', at + 1)) quotes++;
  return quotes % 2 === 0;
}

/** The fields of a record, without their quotes. */
export function splitRecord(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = /"((?:[^"]|"")*)"/y;
    quoted.lastIndex = at;
    const text = quoted.exec(line)?.[1];
    const comma = line.indexOf(',', text === undefined ? at : quoted.lastIndex);
    const end = comma < 0 ? line.length : comma;
    fields.push(text === undefined ? line.slice(at, end) : text.replaceAll('""', '"'));
    at = end + 1;
  }
  return fields;
}
