import { readFileSync } from 'node:fs';
import { PLAIN_ARRANGEMENT, toBlocks } from '../generate/blocks.ts';
import { htmlOptions, reportOptions } from '../generate/defaults.ts';
import { docxOptions, renderDocx } from '../generate/docx.ts';
import { renderBody } from '../generate/html.ts';
import { createRandom } from '../generate/random.ts';
import { makeReport } from '../generate/report.ts';

/** A report as a site publishes it. */
export interface ReportDocument {
  readonly agency: string;
  readonly year: number;
  readonly title: string;
  /** ISO date. */
  readonly published: string;
  /** The text and tables as HTML, without the page around them. */
  readonly body: string;
  /** The same as a DOCX file. */
  docx(): Uint8Array;
}

/** Who reports for which year. The same body, year and seed give the same report, with the same made-up figures. */
export interface ReportOrder {
  /** The body as printed: 双辽市, 双辽市教育局. */
  readonly agency: string;
  /** The place that it belongs to. */
  readonly place: string;
  readonly division: string;
  readonly year: number;
  readonly seed: number;
}

export function reportDocument({ agency, place, division, year, seed }: ReportOrder): ReportDocument {
  const random = createRandom(seed).fork(`${agency} ${year}`);
  const edition = year < 2021 ? '2019' : '2021';
  const of = {
    place: { name: place, code: division, level: 'county' },
    agency: { name: agency, who: agency === place ? `全${place.at(-1)}` : '我局' },
  } as const;
  const report = makeReport(
    reportOptions({ edition, years: [year, year], size: 'county', of }, random.fork('options')),
    random.fork('report'),
  );
  const blocks = toBlocks(report, PLAIN_ARRANGEMENT);
  const { title, published } = report;
  return {
    ...{ agency, year, title, published },
    body: renderBody(blocks, htmlOptions({}, random.fork('html')), random.fork('body')),
    docx: () => renderDocx(report, blocks, docxOptions(random.fork('docx')), random.fork('cells')),
  };
}

/** Bytes of a PDF with a report's tables. */
export const pdfBytes = (): Uint8Array =>
  readFileSync(new URL('../fixtures/pdf/office-dotted.pdf', import.meta.url));

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
