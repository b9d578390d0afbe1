import type { Label, TableId } from './form.ts';

/** What every report since 2019 prints. */
export const YEARLY_TABLES: readonly TableId[] = ['disclosure', 'applications', 'challenges'];

/** The sections of a report, or the annex, that hold the tables; publishers shift their numbers, so only words count. */
export const TABLE_TITLES: Readonly<Record<TableId, Label>> = {
  disclosure: {
    zh: '二、主动公开政府信息情况',
    en: '2. Information disclosed on own initiative',
    aliases: ['主动公开政府信息情况', '行政机关主动公开政府信息情况', '主动公开情况'],
  },
  applications: {
    zh: '三、收到和处理政府信息公开申请情况',
    en: '3. Applications received and processed',
    aliases: ['行政机关收到和处理政府信息公开申请情况', '收到和处理申请情况', '政府信息公开申请情况'],
  },
  challenges: {
    zh: '四、政府信息公开行政复议、行政诉讼情况',
    en: '4. Reconsideration and litigation over disclosure',
    aliases: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议行政诉讼情况',
      '行政复议、行政诉讼情况',
    ],
  },
  statistics: {
    zh: '政府信息公开情况统计表',
    en: 'Statistics of disclosure',
    aliases: ['政府信息公开工作情况统计表', '政府信息公开统计表', '信息公开情况统计表'],
  },
};

/** What stands in front of the running numbers of columns that some publishers print under a header (栏次 1 2 3). */
export const COLUMN_NUMBERS: Label = {
  zh: '栏次',
  en: 'column',
  aliases: ['甲', '乙', '丙', '列次', '行次', '栏目', '栏号', '列号', '序号'],
};

/** What publishers call a row that sums up the rows of a group. */
export const SUBTOTALS: Label = { zh: '小计', en: 'subtotal', aliases: ['合计', '总计', '共计', '计'] };
