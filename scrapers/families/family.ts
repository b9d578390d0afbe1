import type { FetchRequest } from '../../src/model/exchange.ts';
import type { FamilyId } from '../../src/model/source-entry.ts';

/** A fetched page as text: its address after redirects, and its decoded content. */
export interface Page {
  readonly url: string;
  readonly text: string;
  /** How it was asked for, when that was more than its address: a list that pages by headers repeats them. */
  readonly request?: FetchRequest;
}

/** A link of a list that looks like a yearly report, or like a page that leads to some. */
export interface ReportLink {
  readonly url: string;
  /** The printed text or `title`; for an answer in JSON its title field. */
  readonly title: string;
  /** As printed in the list, ISO; not a fact about the report (docs: never infer the year from it). */
  readonly date?: string;
}

/** What a list page gives. */
export interface ListReading {
  /** Reports, in the order of the list; the page itself among them when it holds one. */
  readonly reports: readonly ReportLink[];
  /** Pages of the same list, in order, and lists below it: years, departments, townships. */
  readonly more: readonly FetchRequest[];
  /** How many entries the system says the list has in all; null when it does not say. */
  readonly total: number | null;
  /** Links that look like reports and are none: notices, interpretations, twins of a report that is listed. */
  readonly leftOut: readonly (ReportLink & { readonly reason: LeftOutReason })[];
}

export const LEFT_OUT_REASONS = [
  'notice',
  'interpretation',
  'news',
  'guide',
  'other_report', // of another subject: the site's own yearly report, government by law, budgets
  'graphic_twin',
  'mobile_twin',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A file that belongs to a report's page. */
export interface Attachment {
  readonly url: string;
  /** The link's text, often the file's name with an ending that the address lacks. */
  readonly name: string;
}

/** What an article page gives besides its text, which the parsers read from the page itself. */
export interface ArticleReading {
  readonly title: string | null;
  /** ISO date of publication from the system's meta tags or header table. */
  readonly published: string | null;
  /** The page holds the report (or its attachments do): not a list, not a shell, not a notice. */
  readonly isReport: boolean;
  /** Markup of the article where the page keeps it in a script, out of the parsers' sight; absent on all others. */
  readonly content?: string;
  /** PDF, DOC, DOCX, XLS, XLSX and image files of the report, each once. */
  readonly attachments: readonly Attachment[];
  /** Frames and `meta refresh` that hold the article instead. */
  readonly elsewhere: readonly string[];
}

/**
 * One publishing system. Pure: takes text, gives values; the pipeline fetches. Each function may meet any page
 * and must not throw on one.
 */
export interface Family {
  readonly id: FamilyId;
  /** How sure it is that the page comes from this system, 0 to 1, by its address and markup. */
  recognise(page: Page): number;
  readList(page: Page): ListReading;
  readArticle(page: Page): ArticleReading;
  /** Addresses of lists that the report at this address is likely to stand in, the likeliest first; empty when unknown. */
  listsFor(reportUrl: string): readonly string[];
  /** The address with `{year}` for systems with one address a year; null for others. */
  patternFor(reportUrl: string): string | null;
  /** Its pages come empty without scripts. */
  readonly needsScripts: boolean;
}
