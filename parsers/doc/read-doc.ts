import type { PrintedDocument } from '../document.ts';
import { documentFinding } from '../document-findings.ts';
import { RefusedFile, readOrRefuse } from '../docx/refused-file.ts';
import { startRunningText } from '../running-text.ts';
import { type Collected, collectTables } from './collect-tables.ts';
import { type DocText, readDocText } from './doc-text.ts';
import { type DocFile, openDocFile } from './file-information.ts';
import { readParagraphs } from './paragraphs.ts';

/**
 * A Word 97–2003 document ([MS-DOC]) → running text and grids with merged cells. Its own structures are read: the
 * row definitions give the columns, and what is deleted or hidden is not printed. A file that cannot be read is a
 * document with a finding; nothing is thrown for it.
 */
export async function readDoc(bytes: Uint8Array): Promise<PrintedDocument> {
  return readOrRefuse('doc', () => readStories(openDocFile(bytes)));
}

function readStories(file: DocFile): PrintedDocument {
  const text = readDocText(file);
  const { start, characters } = file.textBoxes;
  const collected: Collected = {
    text: startRunningText(),
    grids: [],
    findings: [],
    limits: new Set(),
    tables: 0,
    pictures: 0,
    hasNumbersInBoxes: /\d/.test(text.text.slice(start, start + characters).normalize('NFKC')),
  };
  collectStory(text, 0, file.characters, file, collected);
  collectStory(text, start, start + characters, file, collected);
  const running = collected.text.finish();
  const findings = [...collected.findings];
  for (const limit of collected.limits) findings.push(documentFinding('too_complex', { limit }));
  if (running.text === '' && collected.grids.length === 0 && collected.pictures > 0) {
    findings.push(documentFinding('image_only'));
  }
  const grids = collected.grids.sort((a, b) => a.index - b.index);
  return { kind: 'doc', ...running, grids, meta: {}, findings };
}

function collectStory(text: DocText, from: number, to: number, file: DocFile, into: Collected): void {
  if (to > text.text.length)
    throw new RefusedFile('unreadable', { reason: '正文不完整 / its text is cut off' });
  collectTables(readParagraphs(text, from, to, file.data), into);
}
