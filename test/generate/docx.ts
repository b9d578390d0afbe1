import type { Block } from './blocks.ts';
import { paragraph, type RunStyle, textRuns } from './docx-cells.ts';
import { docxPackage, type PackageOptions } from './docx-package.ts';
import { type DocxTableOptions, docxTable } from './docx-table.ts';
import type { Random } from './random.ts';
import type { Report } from './report.ts';

export type DocxOptions = {
  readonly runs: RunStyle;
  readonly table: DocxTableOptions;
  readonly schema: NonNullable<PackageOptions['schema']>;
  readonly documentName: string;
};

const CENTRED = '<w:jc w:val="center"/>';

const blockXml = (block: Block, options: DocxOptions, random: Random): string => {
  if (block.kind === 'table') return docxTable(block.table, options.table, random) + paragraph('');
  const text = textRuns(block.text, options.runs, random);
  return block.kind === 'title' ? paragraph(text, CENTRED) : paragraph(text);
};

/** A report as a word-processing document; its title stands among the properties too. */
export const renderDocx = (
  report: Report,
  blocks: readonly Block[],
  options: DocxOptions,
  random: Random,
): Uint8Array =>
  docxPackage(blocks.map((block) => blockXml(block, options, random)).join(''), {
    schema: options.schema,
    documentName: options.documentName,
    title: report.title,
  });

/** Options for a document of any shape. */
export const docxOptions = (random: Random): DocxOptions => ({
  runs: random.pick(['whole', 'by script', 'split digits']),
  schema: random.pick(['transitional', 'transitional', 'strict']),
  documentName: random.pick(['word/document.xml', 'word/document.xml', 'word/document2.xml']),
  table: {
    wrap: random.pick(['none', 'content controls', 'insertions']),
    place: random.pick(['body', 'body', 'body', 'content control', 'text box', 'alternate content', 'table']),
    cells: {
      runs: random.pick(['whole', 'by script', 'split digits']),
      blanks: random.sample(['empty', 'blank', 'no-break blank', 'ideographic', 'hidden', 'deleted'], 2),
      breaks: random.pick([0, 0.3]),
      noise: random.pick([0, 0.2]),
    },
  },
});
