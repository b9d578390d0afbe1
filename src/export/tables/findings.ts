import { OUTCOMES, SEVERITIES } from '../../model/status.ts';
import type { StoredFinding } from '../../store/release/each-report.ts';
import type { PreparedReport } from '../prepare-report.ts';
import { columnsOf, type Field, REPORT_FIELDS, type ReportTable, rowOf } from './report-table.ts';

type Told = { readonly of: PreparedReport; readonly finding: StoredFinding };

const number = (name: 'expected' | 'actual' | 'delta', zh: string, en: string): Field<Told> => ({
  ...{ name, type: 'number', label: { zh, en } },
  value: ({ finding }) => finding[name],
});

const FIELDS: readonly Field<Told>[] = [
  ...REPORT_FIELDS.map((field): Field<Told> => ({ ...field, value: ({ of }) => field.value(of) })),
  {
    ...{ name: 'position', type: 'integer', label: { zh: '报告内次序', en: 'order within the report' } },
    value: ({ finding }) => finding.position,
  },
  {
    ...{ name: 'rule', type: 'text', label: { zh: '规则', en: 'rule' } },
    value: ({ finding }) => finding.rule,
  },
  {
    ...{ name: 'scope', type: 'text', free: true, label: { zh: '所说的范围', en: 'what it speaks of' } },
    value: ({ finding }) => finding.scope,
  },
  {
    ...{ name: 'severity', type: 'text', categories: SEVERITIES, label: { zh: '程度', en: 'severity' } },
    value: ({ finding }) => finding.severity,
  },
  {
    ...{ name: 'outcome', type: 'text', categories: OUTCOMES, label: { zh: '结果', en: 'outcome' } },
    value: ({ finding }) => finding.outcome,
  },
  {
    ...{
      name: 'message_zh',
      type: 'text',
      free: true,
      label: { zh: '说明（中文）', en: 'message, Chinese' },
    },
    value: ({ finding }) => finding.message.zh,
  },
  {
    ...{
      name: 'message_en',
      type: 'text',
      free: true,
      label: { zh: '说明（英文）', en: 'message, English' },
    },
    value: ({ finding }) => finding.message.en,
  },
  {
    ...{ name: 'confirmed', type: 'integer' },
    label: { zh: '第二种读法是否相同', en: '1: a second way of reading gives the same numbers' },
    value: ({ finding: { confirmed } }) => (confirmed === null ? null : Number(confirmed)),
  },
  number('expected', '应为', 'expected'),
  number('actual', '实为', 'actual'),
  number('delta', '相差', 'difference'),
  {
    ...{
      name: 'variables',
      type: 'text',
      free: true,
      label: { zh: '涉及的变量', en: 'variables that take part' },
    },
    value: ({ finding }) => finding.variables.join(' ') || null,
  },
  {
    ...{
      name: 'finding_key',
      type: 'text',
      label: { zh: '问题标识', en: 'key, the same after every rerun' },
    },
    value: ({ finding }) => finding.key,
  },
];

export const FINDINGS: ReportTable = {
  name: 'findings',
  title: { zh: '核对发现的问题', en: 'Findings of the checks' },
  columns: columnsOf(FIELDS),
  key: ['report_id', 'position'],
  omit: ['stata'], // a list of variables is longer than its texts may be; `flags` tells the rules
  rowsOf: (of) => of.findings.map((finding) => rowOf(FIELDS, { of, finding })),
};
