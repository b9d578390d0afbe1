import type { PrintedDocument } from '../../parsers/document.ts';
import type { Grid } from '../../parsers/grid.ts';
import { openDocument } from '../../parsers/open-document.ts';

/** All that the parsers read of a document, as plain text: paragraphs, and tables with a tab between cells. */
export async function extractText(bytes: Uint8Array): Promise<string> {
  return asText(await openDocument(bytes));
}

function asText({ kind, text, paragraphs, grids }: PrintedDocument): string {
  if (kind === 'text') return text;
  const waiting = [...grids];
  const parts: string[] = [];
  for (let at = 0; at <= paragraphs.length; at++) {
    for (let grid = waiting[0]; grid && grid.after <= at; grid = waiting[0]) {
      parts.push(gridText(grid));
      waiting.shift();
    }
    const paragraph = paragraphs[at];
    if (paragraph) parts.push(paragraph.text);
  }
  return `${parts.join('\n\n')}\n`;
}

const gridText = ({ rows }: Grid): string =>
  rows.map((row) => row.map(({ text }) => text.replace(/\s+/g, ' ')).join('\t')).join('\n');
