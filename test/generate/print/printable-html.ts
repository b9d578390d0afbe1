import { renderBody } from '../html.ts';
import { escapeHtml } from '../html-cells.ts';
import type { TableOptions } from '../html-table.ts';
import type { Random } from '../random.ts';
import type { ReportCase } from '../report-case.ts';
import type { PrintStyle } from './print-styles.ts';

const BASE = `@page{size:A4;margin:18mm}
body{font-family:"Noto Serif CJK SC","SimSun",serif;font-size:10.5pt;margin:0}
h1{font-size:18pt;text-align:center} h2{font-size:12pt}
table{border-collapse:collapse;width:100%;margin:6pt 0}
td,th{border:1px solid #000;padding:2pt;text-align:center;font-weight:normal}`;

const TABLE: Omit<TableOptions, 'sections'> = {
  cells: { markup: 'bare', blanks: ['empty', 'nbsp'], breaks: 0, noise: false },
  upperCase: false,
  unclosed: false,
  th: 'none',
  attributes: 'bare',
  newlines: true,
  nested: false,
};

/** A report as a page to be printed: nothing but the report, dressed as the style says. */
export const printableHtml = ({ report, blocks }: ReportCase, style: PrintStyle, random: Random): string => {
  const table = { ...TABLE, sections: style.thead === true };
  const body = renderBody(blocks, { prose: 'headings', table }, random);
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(report.title)}</title><style>${BASE}\n${style.css}</style></head><body>${body}</body></html>`;
};
