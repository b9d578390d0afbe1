import { createCanvas } from '@napi-rs/canvas';
import { readUntabled } from '../../parsers/html/read-untabled.ts';
import { openDocument } from '../../parsers/open-document.ts';
import type { Source } from '../../src/model/source.ts';
import { docxPackage } from '../generate/docx-package.ts';
import { encodeText } from '../generate/encode.ts';
import { sheetXml, xlsxPackage } from '../generate/xlsx.ts';
import { cell, row, table } from '../parsers/docx/docx-parts.ts';
import {
  fillRect,
  makePdf,
  type PageSpec,
  type PdfOptions,
  showText,
  strokeRect,
} from '../parsers/pdf/make-pdf.ts';

/** What tells the true cell, apart from every place: its text, the text of the cell before it, or the colour behind it. */
export type Truth =
  | { readonly by: 'text'; readonly text: string }
  | { readonly by: 'text before'; readonly text: string }
  | { readonly by: 'colour' };

export interface LitFixture {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly truth: Truth;
}

/** The text of the true cell; it stands nowhere else. */
export const MARKER = '7731';
const BEFORE = '前格5519';
/** Nothing else in a fixture has this colour. */
export const GROUND = [0, 204, 136] as const;

const filler = (count: number, name = 'p') =>
  Array.from({ length: count }, (_, n) => `<${name}>第${n + 1}段：本机关依法公开政府信息。</${name}>`).join(
    '',
  );
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${filler(12)}${body}${filler(30)}</body></html>`;
const cells = (...texts: readonly string[]) => `<tr>${texts.map((text) => `<td>${text}</td>`).join('')}</tr>`;

/** Large enough for a pixel at half size to be little of it. */
const box = (text: string) => `<span role="cell" style="font-size:32px">${text}</span>`;
const words = (...texts: readonly string[]) =>
  `<li style="font-size:32px">${texts.map((text) => `<span>${text}</span>`).join('')}</li>`;

const HTML: Readonly<Record<string, string>> = {
  'a plain table': page(`<table border="1">${cells('项目', '数量')}${cells('申请', MARKER)}</table>`),
  'merged headers': page(
    `<table><tr><td rowspan="3" colspan="3">勾稽关系</td><td colspan="4">申请人情况</td></tr><tr><td rowspan="2">自然人</td><td colspan="2">法人或其他组织</td><td rowspan="2">总计</td></tr><tr><td>商业企业</td><td>科研机构</td></tr>${'<tr><td colspan="3">一、本年新收</td><td>1</td><td>2</td><td>3</td><td>6</td></tr>'}<tr><td rowspan="2">三、结果</td><td colspan="2">（一）予以公开</td><td>4</td><td>${MARKER}</td><td>5</td><td>9</td></tr><tr><td colspan="2">（二）部分公开</td><td>0</td><td>0</td><td>0</td><td>0</td></tr></table>`,
  ),
  'a cell that hangs over rows': page(
    `<table>${cells('甲', '乙', '丙')}<tr><td>1</td><td rowspan="3">${MARKER}</td><td>2</td></tr>${cells('3', '4')}${cells('5', '6')}</table>`,
  ),
  'a cell over columns': page(
    `<table>${cells('甲', '乙', '丙', '丁')}<tr><td>1</td><td colspan="3">${MARKER}</td></tr></table>`,
  ),
  'a table in a table': page(
    `<table><tr><td>左</td><td>外<table>${cells('内', '数')}${cells('里', MARKER)}</table>尾</td></tr></table>`,
  ),
  'a table in three layout tables': page(
    `<table><tr><td><table><tr><td><table><tr><td>${filler(3)}<table>${cells('a', MARKER)}</table></td></tr></table></td></tr></table></td></tr></table>`,
  ),
  'head, foot and body out of order': page(
    `<table><tfoot>${cells('合计', MARKER)}</tfoot><thead><tr><th>项</th><th>数</th></tr></thead><tbody>${cells('一', '2')}</tbody></table>`,
  ),
  'a number in a header cell': page(
    `<table><tr><th>项目</th><th>${MARKER}</th></tr>${cells('x', '1')}</table>`,
  ),
  'hidden rows and cells before it': page(
    `<table><tr style="display:none"><td>没有</td></tr><tr><td hidden>没有</td><td>有</td><td>${MARKER}</td></tr></table>`,
  ),
  'scripts, styles and comments between cells': page(
    `<script>var a=1</script><style>td{color:red}</style><table><!-- x --><tr><td>1</td><script>2</script><td>${MARKER}</td></tr></table>`,
    '<style>.a{}</style><script>1</script>',
  ),
  'cells that are not closed': page(`<TABLE><TR><TD>一<TD>二<TR><TD>三<TD>${MARKER}</TABLE>`),
  'a table that is not closed': page(`<div><table>${cells('一', MARKER)}<p>后`),
  'words of a word processor': page(
    `<table class=MsoTable style="width:90.0%;border-collapse:collapse"><tr style="mso-yfti-irow:0;height:30.0pt"><td width=208 style="width:156.0pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt"><p class=MsoNormal><span lang=EN-US style="font-family:仿宋;mso-bidi-font-size:12pt">件</span></p></td><td style="width:100.0pt;border:solid windowtext 1.0pt"><p align=center style="text-align:center"><b><span lang=EN-US>${MARKER}</span></b></p></td></tr></table>`,
  ),
  'a frame written in its attribute': page(
    `<iframe width="600" height="300" srcdoc="${`<html><body><p>框</p><table>${cells('框内', MARKER)}</table></body></html>`.replaceAll('"', '&quot;')}"></iframe>`,
  ),
  'text that the table prints outside its cells': page(
    `<table>散落的字<tr>还有<td>1</td><td>${MARKER}</td></tr>又一</table>`,
  ),
  'a wide table': page(
    `<table border=1>${cells(...Array.from({ length: 30 }, (_, n) => `第${n}列名称`))}${cells(...Array.from({ length: 30 }, (_, n) => (n === 22 ? MARKER : String(n))))}</table>`,
  ),
  'a blank cell': page(
    `<table border=1>${cells('甲', '乙', '丙')}<tr><td>${BEFORE}</td><td width="80"></td><td>3</td></tr></table>`,
  ),
  'boxes with the roles of a table': page(
    `<p>第二十条第（一）项</p><div role="row">${['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map(box).join('')}</div><div role="row">${['规章', '0', MARKER, '3'].map(box).join('')}</div>`,
  ),
  'a list whose items are rows': page(
    `<ul>${words('信息内容', '本年制发件数', '本年废止件数', '现行有效件数')}${words('规章', '0', MARKER, '3')}</ul>`,
  ),
  'a tag of its own around the page': page(
    `<ucapcontent><div><table>${cells('名', MARKER)}</table></div></ucapcontent>`,
  ),
};

const FLAT = `${'本机关依法公开政府信息。\n'.repeat(40)}收到和处理政府信息公开申请情况\n自然人 | 总计\n一、本年新收政府信息公开申请数量 | 12 | ${MARKER} |\n四、结转下年度继续办理 | 0 | 0 |\n${'尾声。\n'.repeat(40)}`;
const TEXTS: Readonly<Record<string, string>> = {
  'flattened text': FLAT,
  'text with signs of markup in it': `${'<b>甲</b> & <img src=x> &lt;乙\n'.repeat(20)}${FLAT}<b>`,
};

/** A table of three rows in the middle of a page, the true cell on a ground of its own. */
function pdfPage(x: number, y: number, spec: Omit<PageSpec, 'content'>): PageSpec {
  const [wide, tall] = [130, 38];
  const parts: string[] = ['0 0.8 0.5333 rg', fillRect(x + wide, y + tall, wide, tall), '0 g 0 G 0.8 w'];
  for (let r = 0; r < 3; r++)
    for (let c = 0; c < 3; c++) {
      parts.push(strokeRect(x + c * wide, y + r * tall, wide, tall));
      const text = r === 1 && c === 1 ? MARKER : r === 2 ? ['项目', '自然人', '总计'][c]! : `${r * 3 + c}`;
      parts.push(showText(text, x + c * wide + 40, y + r * tall + 14, 11));
    }
  return { ...spec, content: parts.join('\n') };
}

const PDF_PAGES: readonly (readonly [name: string, page: PageSpec, options?: PdfOptions])[] = [
  0, 90, 180, 270,
].flatMap((rotate) => [
  [`turned by ${rotate}`, pdfPage(90, 520, { rotate })] as const,
  [`turned by ${rotate}, cropped`, pdfPage(160, 420, { rotate, cropBox: [110, 180, 570, 700] })] as const,
  [
    `turned by ${rotate}, boxes that begin below zero`,
    pdfPage(-180, -120, { rotate, mediaBox: [-250, -380, 345, 462], cropBox: [-240, -300, 300, 400] }),
  ] as const,
  [
    `turned by ${rotate}, in units of two points`,
    pdfPage(20, 210, { rotate, mediaBox: [0, 0, 430, 420] }),
    { userUnit: 2 },
  ] as const,
]);

async function sourceOf(name: string, bytes: Uint8Array, truth: Truth): Promise<Source> {
  const document = await openDocument(bytes);
  const { grids } = readUntabled(document, new Set(['disclosure'])) ?? document;
  for (const line of grids.flatMap(({ rows }) => rows))
    for (const [index, one] of line.entries()) {
      if (truth.by !== 'text before' && one.text === MARKER) return one.source;
      const next = line[index + 1];
      if (truth.by === 'text before' && one.text === truth.text && next) return next.source;
    }
  throw new Error(
    `${name}: no cell with the marker: ${JSON.stringify(grids.map(({ rows }) => rows.map((line) => line.map((one) => one.text))))}`,
  );
}

async function parsed(name: string, bytes: Uint8Array, truth: Truth): Promise<LitFixture> {
  return { name, bytes, truth, source: await sourceOf(name, bytes, truth) };
}

/** A scan: pixels are points, and the reader counts from the bottom left. */
function picture(name: string, width: number, height: number): LitFixture {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  const [x, y, w, h] = [
    Math.round(width * 0.6),
    Math.round(height * 0.3),
    Math.round(width * 0.22),
    Math.round(height * 0.06),
  ];
  context.fillStyle = `rgb(${GROUND.join()})`;
  context.fillRect(x, y, w, h);
  const bbox: [number, number, number, number] = [x, height - y - h, x + w, height - y];
  const source = { kind: 'ocr', table: 0, row: 1, column: 1, page: 1, bbox, confidence: 0.9 } as const;
  return { name, bytes: canvas.toBuffer('image/png'), source, truth: { by: 'colour' } };
}

const TEXT: Truth = { by: 'text', text: MARKER };
const column = (letter: string, line: number, text: string) =>
  `<c r="${letter}${line}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** Every kind of document and what is known to set lights apart from cells: at least 40. */
export async function litFixtures(): Promise<readonly LitFixture[]> {
  const html = Object.entries(HTML).map(([name, markup]) =>
    parsed(
      `html: ${name}`,
      Buffer.from(markup),
      name === 'a blank cell' ? { by: 'text before', text: BEFORE } : TEXT,
    ),
  );
  const plain = HTML['merged headers'] ?? '';
  const docx = (body: string) => docxPackage(body);
  return Promise.all([
    ...html,
    parsed(
      'html: in GBK that says it is UTF-8',
      encodeText(plain.replace('<head>', '<head><meta charset="utf-8">'), 'gb18030'),
      TEXT,
    ),
    parsed('html: in UTF-16', encodeText(plain, 'utf-16le bom'), TEXT),
    parsed('html: with a byte order mark', encodeText(plain, 'utf-8 bom'), TEXT),
    ...Object.entries(TEXTS).map(([name, text]) => parsed(`text: ${name}`, Buffer.from(text), TEXT)),
    parsed('text: in GBK', encodeText(FLAT, 'gb18030'), TEXT),
    parsed('text: with a byte order mark', encodeText(FLAT, 'utf-8 bom'), TEXT),
    parsed(
      'docx: a plain table',
      docx(table(row(cell('项目'), cell('数')), row(cell('甲'), cell(MARKER)))),
      TEXT,
    ),
    parsed(
      'docx: cells over columns and rows',
      docx(
        table(
          row(cell('甲', '<w:gridSpan w:val="2"/>'), cell('乙', '<w:vMerge w:val="restart"/>')),
          row(cell('1'), cell(MARKER), cell('', '<w:vMerge/>')),
        ),
      ),
      TEXT,
    ),
    parsed(
      'xlsx: a merged title above',
      xlsxPackage([
        sheetXml(
          [
            `<row r="1">${column('A', 1, '统计表')}</row>`,
            `<row r="3">${column('A', 3, '收到申请数')}${column('C', 3, MARKER)}</row>`,
          ],
          ['A1:C1'],
        ),
      ]),
      TEXT,
    ),
    ...PDF_PAGES.map(([name, one, options]) =>
      parsed(`pdf: ${name}`, makePdf([one], '', options), { by: 'colour' }),
    ),
    parsed(
      'pdf: on the second page',
      makePdf(
        [pdfPage(40, 300, {}), pdfPage(90, 520, {})].map((one, at) =>
          at === 0 ? { content: showText('目录', 100, 700) } : one,
        ),
      ),
      { by: 'colour' },
    ),
    picture('image: a scan', 1240, 1754),
    picture('image: a wide one', 2000, 700),
  ]);
}
