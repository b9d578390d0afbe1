import type { Source } from '../../model/source.ts';
import type { Language } from '../../model/status.ts';
import { REPORT } from '../texts/report.ts';

/** Where in its document a cell was printed, in words; rows and columns are counted from 1 as people do. */
export function placeWords(source: Source | null, lang: Language): string {
  if (!source) return REPORT.noPlace[lang];
  const { table, row, column } = source;
  const parts = [
    'page' in source ? REPORT.onPage(source.page)[lang] : '',
    REPORT.table(table + 1, row + 1, column + 1)[lang],
    source.kind === 'text' ? REPORT.characters(source.start, source.end)[lang] : '',
    source.kind === 'ocr' ? REPORT.confidence(Math.round(source.confidence * 100))[lang] : '',
  ];
  return parts.filter((part) => part !== '').join(lang === 'zh' ? '，' : ', ');
}
