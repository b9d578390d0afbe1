import type { Texts } from './text.ts';

export const HOME = {
  title: { zh: '首页', en: 'Home' },
  reports: { zh: '份报告', en: 'reports' },
  findings: { zh: '条问题', en: 'findings' },
  province: { zh: '省份代码', en: 'Province code' },
  year: { zh: '年度', en: 'Year' },
  coverage: { zh: '覆盖', en: 'Coverage' },
} as const satisfies Texts;
