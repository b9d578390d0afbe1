import type { Language } from '../model/status.ts';

/** What the copies of documents say themselves, beside what is printed in them. */
export interface EvidenceWords {
  readonly title: string;
  readonly picture: (alt: string) => string;
  readonly frame: string;
  readonly cut: string;
  readonly page: (page: number, pages: number) => string;
  readonly sheet: (table: number) => string;
}

export const EVIDENCE_WORDS: Readonly<Record<Language, EvidenceWords>> = {
  zh: {
    title: '原文存档',
    picture: (alt) => (alt.trim() === '' ? '〔图片未载入〕' : `〔图片未载入：${alt.trim()}〕`),
    frame: '〔框架页未载入〕',
    cut: '〔网页过大，此后未显示〕',
    page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    sheet: (table) => `表 ${table}`,
  },
  en: {
    title: 'archived original',
    picture: (alt) => (alt.trim() === '' ? '[picture not loaded]' : `[picture not loaded: ${alt.trim()}]`),
    frame: '[frame not loaded]',
    cut: '[the page is too large and is not shown beyond here]',
    page: (page, pages) => `page ${page} of ${pages}`,
    sheet: (table) => `table ${table}`,
  },
};
