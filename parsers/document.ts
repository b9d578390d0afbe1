import type { Finding } from '../src/model/finding.ts';
import type { Grid } from './grid.ts';
import type { FlowText } from './html/flow.ts';

/** A paragraph of running text outside the report's tables; `start` and `end` are characters of `text`. */
export interface Paragraph {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a document says of itself outside its text: meta tags, document properties. */
export interface DocumentMeta {
  readonly title?: string;
  readonly published?: string;
  readonly siteName?: string;
  readonly siteCode?: string;
  readonly contentSource?: string;
  readonly url?: string;
}

/** A picture that a page shows between its paragraphs. */
export interface Picture {
  /** Number of paragraphs of the document that come before it. */
  readonly after: number;
  /** The image file, where the document holds it; null where it lies at another address. */
  readonly bytes: Uint8Array | null;
}

/** How many things a page shows in place of a report's text. */
export interface HeldElsewhere {
  readonly frames: number;
  readonly files: number;
  readonly pictures: number;
}

export const DOCUMENT_KINDS = [
  'html',
  'mht',
  'text',
  'pdf',
  'docx',
  'doc',
  'xlsx',
  'xls',
  'image',
  'unknown',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A document taken apart, before any form is matched: what every format's parser gives. */
export interface PrintedDocument {
  readonly kind: DocumentKind;
  /** The running text that paragraphs and claims point into. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly grids: readonly Grid[];
  readonly meta: DocumentMeta;
  /** What the format's parser itself must say (a limit reached, text that could not be decoded). */
  readonly findings: readonly Finding[];
  /** What leads to other pages and is no text of this one, as `keyOfText` writes it (linked-text.ts). */
  readonly links?: ReadonlySet<string>;
  /** Pictures that may show a table; they are read only when one is missing. */
  readonly pictures?: readonly Picture[];
  /** How many parts of the file are not what their own checksum says they were: any number may be another one. */
  readonly damagedParts?: number;
  /**
   * A page as lines of text, for tables that it prints without the elements of one (html/read-untabled.ts). `isRead`
   * says whether the table of a number is one of the report's: the cells of others may hold lines.
   */
  readonly flow?: (isRead: (table: number) => boolean) => FlowText;
  /** Of a document that was read from pictures: its text with each letter that was read unsurely left out. */
  readonly sureText?: string;
  /** Each of those letters and what else it could be, a line each. */
  readonly rivals?: string;
  /** What a page shows below the headline of this title, for one that prints no report's text itself. */
  readonly heldElsewhere?: (title: string) => HeldElsewhere;
  /** The last words before the end, when the document seems to stop in its middle. */
  readonly truncatedAfter?: string;
}
