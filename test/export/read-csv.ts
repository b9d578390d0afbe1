import { readFileSync } from 'node:fs';

/** RFC 4180, letter by letter: rows by the names of their columns. */
export function readCsv(file: string): Record<string, string>[] {
  const [head = [], ...rows] = parse(readFileSync(file, 'utf8'));
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}

export function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? '';
    if (quoted && letter === '"' && text[at + 1] === '"') {
      field += '"';
      at++;
    } else if (letter === '"') quoted = !quoted;
    else if (!quoted && letter === ',') {
      row.push(field);
      field = '';
    } else if (!quoted && letter === '\n') {
      rows.push([...row, field]);
      row = [];
      field = '';
    } else field += letter;
  }
  if (field !== '' || row.length > 0) throw new Error('the last record has no end');
  return rows;
}
