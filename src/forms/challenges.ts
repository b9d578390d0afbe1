import type { FormBlock, FormColumn, Identity, Label, LabelGroup } from './form.ts';

/* Table four, 政府信息公开行政复议、行政诉讼情况: one row of fifteen numbers, the same since 2019. */

const OUTCOMES: readonly (Label & { id: string })[] = [
  { id: 'upheld', zh: '结果维持', en: 'upheld', aliases: ['维持', '维持结果'] },
  { id: 'corrected', zh: '结果纠正', en: 'corrected', aliases: ['纠正'] },
  { id: 'other', zh: '其他结果', en: 'other outcome', aliases: ['其他', '其它结果', '其它'] },
  { id: 'pending', zh: '尚未审结', en: 'pending', aliases: ['未审结', '尚未审理'] },
  { id: 'total', zh: '总计', en: 'total', aliases: ['合计'] },
];

const PROCEDURES: readonly LabelGroup[] = [
  { id: 'reconsideration', zh: '行政复议', en: 'administrative reconsideration', aliases: ['复议'] },
  {
    id: 'litigation_direct',
    within: 'litigation',
    zh: '未经复议直接起诉',
    en: 'litigation without reconsideration',
    aliases: ['直接诉讼', '直接起诉', '未经复议', '未经复议直接诉讼'],
  },
  {
    id: 'litigation_after_reconsideration',
    within: 'litigation',
    zh: '复议后起诉',
    en: 'litigation after reconsideration',
    aliases: ['复议后诉讼', '复议后提起诉讼'],
  },
];

const columns: readonly FormColumn[] = PROCEDURES.flatMap((procedure) =>
  OUTCOMES.map((outcome) => ({
    ...outcome,
    id: `${procedure.id}.${outcome.id}`,
    group: procedure.id,
    unit: 'cases',
  })),
);

export const CHALLENGES_BLOCK: FormBlock = {
  id: 'challenges',
  table: 'challenges',
  columnGroups: [
    ...PROCEDURES,
    { id: 'litigation', zh: '行政诉讼', en: 'administrative litigation', aliases: ['诉讼'] },
  ],
  columns,
  rowGroups: [],
  rows: [{ id: '', zh: '', en: '' }],
};

export const CHALLENGE_IDENTITIES: readonly Identity[] = [
  {
    rule: 'challenges.total',
    over: PROCEDURES.map((procedure) => procedure.id),
    left: OUTCOMES.filter((outcome) => outcome.id !== 'total').map(
      (outcome) => `challenges.{x}.${outcome.id}`,
    ),
    right: ['challenges.{x}.total'],
  },
];
