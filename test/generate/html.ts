import type { Block } from './blocks.ts';
import { type ByteEncoding, encodeHtml } from './encode.ts';
import { escapeHtml, wordRuns } from './html-cells.ts';
import { type PageOptions, renderPage } from './html-page.ts';
import { renderTable, type TableOptions } from './html-table.ts';
import { MIRRORS, type Mirror } from './mirrors.ts';
import type { Random } from './random.ts';
import type { Report } from './report.ts';

export const PROSE_MARKUPS = [
  'paragraph',
  'indented',
  'word',
  'breaks',
  'browser',
  'headings',
  'div',
] as const;
export type ProseMarkup = (typeof PROSE_MARKUPS)[number];

export type HtmlOptions = {
  readonly prose: ProseMarkup;
  readonly table: TableOptions;
  readonly page: PageOptions;
  readonly encoding: ByteEncoding;
  /** What a mirror makes of the page. */
  readonly mirror?: Mirror;
  /** The report in a frame whose page stands in an attribute. */
  readonly framed?: boolean;
};

type TextBlock = Exclude<Block, { kind: 'table' }>;

const WRAPS: Record<ProseMarkup, (block: TextBlock) => string> = {
  paragraph: ({ kind, text }) =>
    kind === 'title'
      ? `<p style="text-align:center"><b>${escapeHtml(text)}</b></p>`
      : `<p>${escapeHtml(text)}</p>`,
  indented: ({ kind, text }) => `<p>${kind === 'title' ? '' : '\u3000\u3000'}${escapeHtml(text)}</p>`,
  word: ({ text }) =>
    `<p class="MsoNormal" style="text-indent:32.0pt;line-height:28.0pt">${wordRuns(text)}<span lang="EN-US"><o:p></o:p></span></p>`,
  breaks: ({ kind, text }) =>
    kind === 'title' ? `<center>${escapeHtml(text)}</center>` : `　　${escapeHtml(text)}<br/>`,
  browser: ({ text }) =>
    `<p style="text-indent: 2em; text-align: justify;"><span style="font-family: 仿宋, 仿宋_GB2312; font-size: 20px;">${escapeHtml(text)}</span></p>`,
  headings: ({ kind, text }) =>
    kind === 'title'
      ? `<h1>${escapeHtml(text)}</h1>`
      : kind === 'heading'
        ? `<h2><strong>${escapeHtml(text)}</strong></h2>`
        : `<p>${escapeHtml(text)}</p>`,
  div: ({ kind, text }) => `<div class="${kind}">${escapeHtml(text)}</div>`,
};

export const renderBody = (
  blocks: readonly Block[],
  options: Pick<HtmlOptions, 'prose' | 'table'>,
  random: Random,
): string =>
  blocks
    .map((block) => {
      if (block.kind === 'table') return renderTable(block.table, options.table, random);
      return block.text === '' ? '<p>&nbsp;</p>' : WRAPS[options.prose](block);
    })
    .join('\n');

export const renderHtml = (
  report: Report,
  blocks: readonly Block[],
  options: HtmlOptions,
  random: Random,
): Uint8Array => {
  const body = renderBody(blocks, options, random);
  const inner = options.framed === true ? `<iframe srcdoc="${escapeHtml(body)}"></iframe>` : body;
  const page = renderPage(report, inner, options.page, random);
  return encodeHtml(options.mirror === undefined ? page : MIRRORS[options.mirror](page), options.encoding);
};
