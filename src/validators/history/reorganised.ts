import type { Finding } from '../../model/finding.ts';
import type { Reorganisation } from '../../places/reorganised.ts';
import { makeFinding } from '../../rules/make-finding.ts';

/** That the area of a place changed in the year of its report; nothing when it did not. */
export function checkReorganised(
  reorganisations: readonly Reorganisation[],
  hasPrevious: boolean,
): readonly Finding[] {
  if (reorganisations.length === 0) return [];
  const told = (language: 'zh' | 'en'): string =>
    reorganisations.map((one) => WORDS[one.kind][language](one)).join(language === 'zh' ? '；' : '; ');
  return [
    makeFinding({
      rule: 'series.reorganised',
      scope: 'series',
      message: hasPrevious
        ? {
            zh: `本年区划调整：${told('zh')}。与上年的数字未必可比。`,
            en: `the area changed this year: ${told('en')}. The numbers of the year before are hardly comparable.`,
          }
        : {
            zh: `本年区划调整：${told('zh')}。本系列没有上年的报告可比。`,
            en: `the area changed this year: ${told('en')}. The series has no report of the year before.`,
          },
    }),
  ];
}

const WORDS = {
  gained: {
    zh: ({ name, date, source }: Reorganisation) => `${date} ${name}（全部或部分）划入（${source}）`,
    en: ({ name, date, source }: Reorganisation) =>
      `on ${date} ${name} came in, whole or in part (${source})`,
  },
  lost: {
    zh: ({ name, date, source }: Reorganisation) => `${date} 析出${name}（${source}）`,
    en: ({ name, date, source }: Reorganisation) => `on ${date} ${name} was split off (${source})`,
  },
} as const;
