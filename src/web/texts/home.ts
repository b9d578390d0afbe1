import { counted, type Texts } from './text.ts';

export const HOME = {
  title: { zh: '首页', en: 'Home' },
  waiting: { zh: '等待核对', en: 'Waiting for a person' },
  allDone: { zh: '没有等待核对的问题。', en: 'Nothing waits.' },
  seeAll: { zh: '全部问题', en: 'All findings' },
  begin: { zh: '开始核对', en: 'Begin' },
  decided: (decided: string, all: string) => ({
    zh: `全部 ${all} 条中已核对 ${decided} 条`,
    en: `${decided} of ${all} decided`,
  }),
  ofThese: { zh: '其中', en: 'Of these' },
  second: { zh: '等第二人', en: 'wait for a second person' },
  third: { zh: '两人意见不同', en: 'two persons disagree' },
  changed: { zh: '决定后数字有变', en: 'changed since the decision' },
  reread: { zh: '决定后重新读取，读数相同', en: 'read again since, the same' },

  night: { zh: '最近一次运行', en: 'The last run' },
  nightBefore: { zh: '再前一次', en: 'The run before' },
  noNight: {
    zh: '还没有运行过。gongkai run 抓取登记的来源，gongkai import 读入手头的文件。',
    en: 'None so far. gongkai run fetches the registered sources, gongkai import takes files at hand.',
  },
  unfinished: (started: string, how: string) => ({
    zh: `开始于 ${started}，${how}`,
    en: `began ${started}, ${how}`,
  }),
  wholeReport: { zh: '完整的运行报告', en: 'The whole run report' },
  lookAt: { zh: '需要关注', en: 'To look at' },
  andMore: (count: number) => ({ zh: `另有 ${count} 件`, en: `and ${count} more` }),
  stored: (inserted: number, updated: number) => ({
    zh: `新入库 ${inserted} 份报告，更新 ${updated} 份`,
    en: `${counted(inserted, 'new report')}, ${updated} updated`,
  }),

  coverage: { zh: '有哪些报告', en: 'What there is' },
  coverageIs: (reports: number, years: string) => ({
    zh: `现行报告 ${reports.toLocaleString('en')} 份，${years} 年度。格中为份数，颜色越浓份数越多。`,
    en: `${counted(reports, 'report')} in force about ${years}. Each cell says how many; the stronger its colour, the more.`,
  }),
  noReports: { zh: '还没有报告。', en: 'No reports yet.' },
  year: { zh: '年度', en: 'Year' },
  allYears: { zh: '全部年度与各地', en: 'All years and places' },
} as const satisfies Texts;
