import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Reading PDFs with known figures as whole processes, against the peers that are installed: npx tsx bench/pdf-peers.ts
 *
 * A cell counts when the row has as many cells as the form and the cell holds what is printed, or is empty where
 * nothing is. `pdftotext -layout` is cut at blanks, as its text has no cells; pdfplumber gives its tables.
 */
const ROUNDS = 3;
const root = join(import.meta.dirname, '..');
const folder = join(root, 'test', 'fixtures', 'pdf');
const program = join(root, 'dist', 'src', 'cli', 'main.js');

interface Truth {
  readonly file: string;
  readonly values: Readonly<Record<string, number>>;
  readonly blank: readonly string[];
}

/** Rows of cell texts, as a peer gives them. */
type Rows = readonly (readonly string[])[];

const PDFPLUMBER = `
import json, sys, pdfplumber
with pdfplumber.open(sys.argv[1]) as pdf:
    rows = [[c or '' for c in row] for page in pdf.pages for table in page.extract_tables() for row in table]
print(json.dumps(rows))`;

const peers = [
  {
    name: 'pdftotext -layout',
    isThere: spawnSync('pdftotext', ['-v']).error === undefined,
    command: (file: string): [string, string[]] => ['pdftotext', ['-layout', file, '-']],
    rowsOf: (output: string): Rows => output.split('\n').map((line) => line.trim().split(/\s+/)),
  },
  {
    name: 'pdfplumber',
    isThere: spawnSync('python3', ['-c', 'import pdfplumber']).status === 0,
    command: (file: string): [string, string[]] => ['python3', ['-c', PDFPLUMBER, file]],
    rowsOf: (output: string): Rows => JSON.parse(output) as Rows,
  },
];

if (!existsSync(program)) {
  console.log('gongkai is not built, nothing was measured (npm run build)');
  process.exit(0);
}
for (const { name, isThere } of peers) if (!isThere) console.log(`${name}: not installed, not measured`);
let inexact = 0;
for (const truth of JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as readonly Truth[]) {
  const file = join(folder, truth.file);
  const cells = Object.keys(truth.values).length;
  const own = timed([process.execPath, [program, 'extract', '--format', 'json', file]]);
  const exact = ownExact(own.output, truth);
  if (exact < cells) inexact++;
  tell(truth.file, 'gongkai', own.ms, exact, cells);
  for (const { name, isThere, command, rowsOf } of peers) {
    if (!isThere) continue;
    const { ms, output } = timed(command(file));
    tell(truth.file, name, ms, peerExact(rowsOf(output), truth), cells);
  }
}
process.exitCode = inexact === 0 ? 0 : 1;

/** The fastest of some runs: on a busy machine the others measure who else is running. */
function timed([command, parameters]: [string, string[]]): { ms: number; output: string } {
  let output = '';
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    const { stdout } = spawnSync(command, parameters, { encoding: 'utf8', maxBuffer: 1 << 26 });
    output = stdout;
    return performance.now() - start;
  });
  return { ms: Math.min(...times), output };
}

function ownExact(output: string, { values, blank }: Truth): number {
  const { values: read } = JSON.parse(output) as { values: Record<string, number | null> };
  return Object.entries(values).filter(([variable, printed]) =>
    blank.includes(variable) ? read[variable] === null : read[variable] === printed,
  ).length;
}

/** The form's rows are looked for in the peer's, in any order: the best row of each counts, at its right end. */
function peerExact(rows: Rows, truth: Truth): number {
  let exact = 0;
  for (const row of formRows(truth)) {
    const sames = rows.map((cells) => {
      const end = cells.slice(-row.length);
      const isRow =
        end.length === row.length && end.every((text) => text === '' || /^[\d.,]+$/.test(text.trim()));
      return isRow ? row.filter((printed, at) => printed === end[at]?.trim()).length : 0;
    });
    exact += Math.max(0, ...sames);
  }
  return exact;
}

/** What stands in the cells of each printed row; all of the challenges are one row. */
function formRows({ values, blank }: Truth): Rows {
  const rows = new Map<string, string[]>();
  for (const [variable, printed] of Object.entries(values)) {
    const [table = '', row = ''] = variable.split('.');
    const key = table === 'challenges' ? table : `${table}.${row}`;
    rows.set(key, [...(rows.get(key) ?? []), blank.includes(variable) ? '' : String(printed)]);
  }
  return [...rows.values()];
}

function tell(file: string, name: string, ms: number, exact: number, cells: number): void {
  console.log(
    `${file.padEnd(30)} ${name.padEnd(18)} ${ms.toFixed(0).padStart(6)} ms  ${exact} of ${cells} cells`,
  );
}
