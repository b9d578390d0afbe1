import type { Finding } from '../../src/model/finding.ts';
import type { DocumentKind, PrintedDocument } from '../document.ts';
import { type DocumentRuleName, documentFinding } from '../document-findings.ts';

/** A file that is not read any further; the finding says why. Never leaves the parser of its kind. */
export class RefusedFile extends Error {
  readonly finding: Finding;

  constructor(rule: DocumentRuleName, details: Readonly<Record<string, string | number>> = {}) {
    const finding = documentFinding(rule, details);
    super(finding.message.en);
    this.name = 'RefusedFile';
    this.finding = finding;
  }
}

/** A document of which nothing was read. */
export function unreadDocument(kind: DocumentKind, findings: readonly Finding[]): PrintedDocument {
  return { kind, text: '', paragraphs: [], grids: [], meta: {}, findings };
}

/**
 * Runs a parser of binary bytes. What it refuses, and what lies outside the bytes (RangeError: a length or an
 * offset that a broken file lies about), becomes the document's finding; any other error is ours and is thrown.
 */
export function readOrRefuse(kind: DocumentKind, read: () => PrintedDocument): PrintedDocument {
  try {
    return read();
  } catch (error) {
    if (error instanceof RefusedFile) return unreadDocument(kind, [error.finding]);
    if (!(error instanceof RangeError)) throw error;
    const reason = '文件结构损坏 / its structure is broken';
    return unreadDocument(kind, [documentFinding('unreadable', { reason })]);
  }
}
