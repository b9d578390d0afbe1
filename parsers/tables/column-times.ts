import { cleanText, normaliseLabel } from '../normalise-label.ts';

const THIS_YEAR = /^(?:本|当|今)(?:年度?|期)(?:数|件数|数量)?$/;
const OTHER_TIME =
  /^(?:(?:上|去|前)(?:一?年度?|期)(?:同期)?(?:数|件数|数量)?|(?:历年)?累计(?:总?数|件数|数量)?|历年(?:总?数)?|(?:同比|环比|增减|增长|增幅|变化).{0,6})$/;
const YEAR = /^(20\d{2})\s*年度?(?:数|件数|数量)?$/;

const yearOf = (text: string): number => Number(YEAR.exec(cleanText(text))?.[1]);

/** Whether a column's label says this year: 本年, or the report's own. */
export const isThisYear = (text: string, year: number | null = null): boolean =>
  THIS_YEAR.test(normaliseLabel(text)) || (year !== null && yearOf(text) === year);

/** Whether a column's label says another time: 上年, 2014年 in a report about 2015, all years together, the change. */
export const isOtherTime = (text: string, year: number | null = null): boolean =>
  OTHER_TIME.test(normaliseLabel(text)) ||
  (year !== null && !Number.isNaN(yearOf(text)) && yearOf(text) !== year);
