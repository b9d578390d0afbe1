import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { rowsIn, valuesOf } from '../batch.ts';
import { columnsIn, type Value } from '../release-table.ts';
import { type OutputFile, openOutput } from './output-file.ts';
import type { Sink, SinkOptions } from './sink-options.ts';

/** Excel takes 1,048,576 rows a sheet and 32,767 characters a cell (specifications and limits of Excel). */
const SHEET_ROWS = 1_000_000;
const CELL_LETTERS = 32_000;
/** ZIP keeps local times from 1980 on: made of local parts it is the same in every time zone. */
const ZIP_TIME = new Date(1980, 0, 1);
const DEFLATE_LEVEL = 3;
const CHUNK_LETTERS = 256 * 1024;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * The Excel edition of a table (ECMA-376, part 1): numbers as numbers, texts and codes as text cells that are never
 * formulas. A table longer than a sheet goes on in the next one. Compressed by fflate, whose output, unlike that
 * of zlib, is the same on every machine.
 */
export function xlsxSink({ dir, table }: SinkOptions): Sink {
  const columns = columnsIn(table, 'xlsx');
  const file = openOutput(join(dir, `${table.name}.xlsx`));
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    file.write(chunk);
  });
  const head = `<row>${columns.map(({ name }) => textCell(name)).join('')}</row>`;
  const sheets: OutputFile[] = [];
  let rows = 0;
  const current = (): OutputFile => {
    const open = sheets.at(-1);
    if (open && rows < SHEET_ROWS) return open;
    open?.close();
    rows = 0;
    const sheet = openSheet(zip, sheets.length + 1, head);
    sheets.push(sheet);
    return sheet;
  };
  return {
    write: (batch) => {
      const held = columns.map(({ at }) => valuesOf(batch, at));
      const count = rowsIn(batch);
      for (let row = 0; row < count; row++) {
        const sheet = current();
        rows++;
        let cells = '';
        for (const values of held) cells += toCell(values[row] ?? null);
        sheet.write(`<row>${cells}</row>`);
      }
    },
    close: () => {
      current().close();
      for (const [path, xml] of frame(table.name, sheets.length)) addWhole(zip, path, xml);
      zip.end();
      file.close();
    },
  };
}

function toCell(value: Value): string {
  if (value === null) return '<c/>';
  return typeof value === 'number' ? `<c><v>${value}</v></c>` : textCell(value);
}

/** Style 1 is the format "text": a code that is edited stays a text. */
const textCell = (text: string): string =>
  `<c t="inlineStr" s="1"><is><t xml:space="preserve">${escapeXml(cut(text))}</t></is></c>`;

const cut = (text: string): string => (text.length > CELL_LETTERS ? `${text.slice(0, CELL_LETTERS)}…` : text);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 has no character for (production 2): controls, lone surrogates, U+FFFE and U+FFFF. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const escapeXml = (text: string): string =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);

function openSheet(zip: Zip, number: number, head: string): OutputFile {
  const entry = new ZipDeflate(`xl/worksheets/sheet${number}.xml`, { level: DEFLATE_LEVEL });
  entry.mtime = ZIP_TIME;
  zip.add(entry);
  let texts: string[] = [];
  let length = 0;
  const write = (xml: string): void => {
    texts.push(xml);
    length += xml.length;
    if (length > CHUNK_LETTERS) push(false);
  };
  const push = (last: boolean): void => {
    entry.push(Buffer.from(texts.join(''), 'utf8'), last);
    texts = [];
    length = 0;
  };
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  write(
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><sheetData>${head}`,
  );
  return {
    write: (chunk) => write(String(chunk)),
    close: () => {
      write('</sheetData></worksheet>');
      push(true);
    },
  };
}

function addWhole(zip: Zip, path: string, xml: string): void {
  const entry = new ZipPassThrough(path);
  entry.mtime = ZIP_TIME;
  zip.add(entry);
  entry.push(Buffer.from(`${HEAD}${xml}`, 'utf8'), true);
}

/** The parts of a workbook beside its sheets. */
function frame(name: string, sheets: number): [path: string, xml: string][] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const title = (number: number): string => (sheets === 1 ? name : `${name}_${number}`);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (path: string, kind: string): string =>
    `<Override PartName="/xl/${path}" ContentType="${type}.${kind}+xml"/>`;
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  return [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${numbers.map((n) => part(`worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbers.map((n) => `<sheet name="${title(n)}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((n) => relation(`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`)).join('')}${relation(`rId${sheets + 1}`, 'styles', 'styles.xml')}</Relationships>`,
    ],
    [
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    ],
  ];
}
