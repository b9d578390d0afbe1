import type { FormBlock, FormColumn, FormRow, Label } from './form.ts';

/* Table two, 主动公开政府信息情况: blocks named for the items of article 20 of the Regulations of 2019. */

const CORNER: Label = { zh: '信息内容', en: 'content', aliases: ['信息类别'] };

const article = (item: string, digit: number, en: string): Label => ({
  zh: `第二十条第（${item}）项`,
  en,
  aliases: [
    `第二十条第${item}项`,
    `第二十条第${digit}项`,
    `第20条第${item}项`,
    `第20条第${digit}项`,
    `第二十条${item}项`,
    `二十条第${item}项`,
  ],
});
const ITEM_1 = article('一', 1, 'Article 20, item 1');
const ITEM_5 = article('五', 5, 'Article 20, item 5');
const ITEM_6 = article('六', 6, 'Article 20, item 6');
const ITEM_8 = article('八', 8, 'Article 20, item 8');
const ITEM_9 = article('九', 9, 'Article 20, item 9');

const REGULATIONS: FormRow = {
  id: 'regulations',
  zh: '规章',
  en: 'regulations',
  aliases: ['政府规章', '部门规章', '行政规章'],
};
const NORMATIVE: FormRow = {
  id: 'normative_documents',
  zh: '行政规范性文件',
  en: 'normative documents',
  aliases: ['规范性文件', '规范文件', '行政规范文件', '规范性文件数'],
};
const LICENCES: FormRow = {
  id: 'licences',
  zh: '行政许可',
  en: 'administrative licences',
  aliases: ['行政许可事项'],
};
const OTHER_SERVICES: FormRow = {
  id: 'other_services',
  zh: '其他对外管理服务事项',
  en: 'other services to the public',
  aliases: ['其它对外管理服务事项', '对外管理服务事项', '其他对外管理'],
};
const PENALTIES: FormRow = {
  id: 'penalties',
  zh: '行政处罚',
  en: 'administrative penalties',
  aliases: ['行政处罚事项'],
};
const COMPULSORY: FormRow = {
  id: 'compulsory_measures',
  zh: '行政强制',
  en: 'compulsory measures',
  aliases: ['行政强制事项', '行政强制措施'],
};
const FEES: FormRow = {
  id: 'fees',
  zh: '行政事业性收费',
  en: 'administrative fees',
  aliases: ['行政事业收费', '行政事业性收费项目'],
};
const PROCUREMENT: FormRow = {
  id: 'procurement',
  zh: '政府集中采购',
  en: 'central procurement',
  aliases: ['集中采购', '政府采购'],
};

const DECISIONS: FormColumn = {
  id: 'decisions',
  zh: '本年处理决定数量',
  en: 'decisions this year',
  aliases: ['处理决定数量', '决定数量', '本年处理决定', '本年度处理决定数量', '处理决定'],
  unit: 'decisions',
};
const ITEMS_LAST_YEAR: FormColumn = {
  id: 'items_last_year',
  zh: '上一年项目数量',
  en: 'items last year',
  aliases: ['上年项目数量', '上一年度项目数量', '上一年项目', '上一年'],
  unit: 'items',
};
const ITEMS_CHANGE: FormColumn = {
  id: 'items_change',
  zh: '本年增/减',
  en: 'change this year',
  aliases: ['本年增减', '增减', '本年度增减', '本年增减数量'],
  number: 'change',
  unit: 'items',
};
const DECISIONS_2019: FormColumn = {
  ...DECISIONS,
  zh: '处理决定数量',
  aliases: ['本年处理决定数量', '决定数量', '处理决定'],
};

const block = (
  id: string,
  head: Label,
  columns: readonly FormColumn[],
  rows: readonly FormRow[],
): FormBlock => ({
  id,
  table: 'disclosure',
  head,
  corner: CORNER,
  columnGroups: [],
  columns,
  rowGroups: [],
  rows,
});

export const DISCLOSURE_2021: readonly FormBlock[] = [
  block(
    'item_1',
    ITEM_1,
    [
      {
        id: 'issued',
        zh: '本年制发件数',
        en: 'issued this year',
        aliases: [
          '本年制发',
          '制发件数',
          '本年发件',
          '本年制发数',
          '本年制发数量',
          '本年新制发数量',
          '制发数量',
          '本年制定件数',
          '制定',
        ],
        unit: 'documents',
      },
      {
        id: 'repealed',
        zh: '本年废止件数',
        en: 'repealed this year',
        aliases: ['废止', '本年废止', '废止件数', '本年新废止数量', '本年废止数量', '废止数量'],
        unit: 'documents',
      },
      {
        id: 'in_force',
        zh: '现行有效件数',
        en: 'in force',
        aliases: ['有效件数', '现行有效件', '现行有效', '现行有效数量', '现行有效数'],
        unit: 'documents',
      },
    ],
    [REGULATIONS, NORMATIVE],
  ),
  block('item_5', ITEM_5, [DECISIONS], [LICENCES]),
  block('item_6', ITEM_6, [DECISIONS], [PENALTIES, COMPULSORY]),
  block(
    'item_8',
    ITEM_8,
    [
      {
        id: 'amount_10k_yuan',
        zh: '本年收费金额（单位：万元）',
        en: 'fees this year (10,000 yuan)',
        aliases: ['本年收费金额', '收费金额', '收费总金额', '本年收费总金额', '收费金额单位万元'],
        number: 'amount_10k_yuan',
        unit: '10,000 yuan',
      },
    ],
    [FEES],
  ),
];

export const DISCLOSURE_2019: readonly FormBlock[] = [
  block(
    'item_1',
    ITEM_1,
    [
      {
        id: 'made',
        zh: '本年新制作数量',
        en: 'newly made this year',
        aliases: ['新制作数量', '本年新制作', '本年新制定数量', '制作数量', '新制作'],
        unit: 'documents',
      },
      {
        id: 'newly_disclosed',
        zh: '本年新公开数量',
        en: 'newly disclosed this year',
        aliases: ['新公开数量', '本年新公开', '新公开', '本年公开数量'],
        unit: 'documents',
      },
      {
        id: 'total_disclosed',
        zh: '对外公开总数量',
        en: 'disclosed in all',
        aliases: ['公开总数量', '对外公开总数', '对外公开总量', '对外公开'],
        unit: 'documents',
      },
    ],
    [
      REGULATIONS,
      { ...NORMATIVE, zh: '规范性文件', aliases: ['行政规范性文件', '规范文件', '行政规范文件'] },
    ],
  ),
  block('item_5', ITEM_5, [ITEMS_LAST_YEAR, ITEMS_CHANGE, DECISIONS_2019], [LICENCES, OTHER_SERVICES]),
  block('item_6', ITEM_6, [ITEMS_LAST_YEAR, ITEMS_CHANGE, DECISIONS_2019], [PENALTIES, COMPULSORY]),
  block('item_8', ITEM_8, [ITEMS_LAST_YEAR, ITEMS_CHANGE], [FEES]),
  block(
    'item_9',
    ITEM_9,
    [
      {
        id: 'items',
        zh: '采购项目数量',
        en: 'procurement items',
        aliases: ['采购项目', '采购数量', '项目数量'],
        unit: 'items',
      },
      {
        id: 'amount_10k_yuan',
        zh: '采购总金额',
        en: 'procurement amount',
        aliases: ['采购金额', '采购总额', '采购总金额单位万元'],
        number: 'amount_10k_yuan',
        unit: '10,000 yuan',
      },
    ],
    [PROCUREMENT],
  ),
];
