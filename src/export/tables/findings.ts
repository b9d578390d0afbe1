import { OUTCOMES, SEVERITIES } from '../../model/status.ts';
import type { StoredFinding } from '../../store/release/stored-report.ts';
import {
  addRows,
  columnsOf,
  REPORT_FIELDS,
  type ReportField,
  type ReportTable,
  type ThingField,
} from './report-table.ts';

const number = (
  name: 'expected' | 'actual' | 'delta',
  zh: string,
  en: string,
): ThingField<StoredFinding> => ({
  ...{ name, type: 'number', label: { zh, en } },
  ofThing: (finding) => finding[name],
});

const FIELDS: readonly (ReportField | ThingField<StoredFinding>)[] = [
  ...REPORT_FIELDS,
  {
    ...{ name: 'position', type: 'integer', label: { zh: '报告内次序', en: 'order within the report' } },
    ofThing: (finding) => finding.position,
  },
  {
    ...{ name: 'rule', type: 'text', label: { zh: '规则', en: 'rule' } },
    ofThing: (finding) => finding.rule,
  },
  {
    ...{ name: 'scope', type: 'text', free: true, label: { zh: '所说的范围', en: 'what it speaks of' } },
    ofThing: (finding) => finding.scope,
  },
  {
    ...{ name: 'severity', type: 'text', categories: SEVERITIES, label: { zh: '程度', en: 'severity' } },
    ofThing: (finding) => finding.severity,
  },
  {
    ...{ name: 'outcome', type: 'text', categories: OUTCOMES, label: { zh: '结果', en: 'outcome' } },
    ofThing: (finding) => finding.outcome,
  },
  {
    ...{
      name: 'message_zh',
      type: 'text',
      free: true,
      label: { zh: '说明（中文）', en: 'message, Chinese' },
    },
    ofThing: (finding) => finding.message.zh,
  },
  {
    ...{
      name: 'message_en',
      type: 'text',
      free: true,
      label: { zh: '说明（英文）', en: 'message, English' },
    },
    ofThing: (finding) => finding.message.en,
  },
  {
    ...{ name: 'confirmed', type: 'integer' },
    label: { zh: '第二种读法是否相同', en: '1: a second way of reading gives the same numbers' },
    ofThing: ({ confirmed }) => (confirmed === null ? null : Number(confirmed)),
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
    ofThing: (finding) => finding.variables.join(' ') || null,
  },
  {
    ...{
      name: 'finding_key',
      type: 'text',
      label: { zh: '问题标识', en: 'key, the same after every rerun' },
    },
    ofThing: (finding) => finding.key,
  },
];

export const FINDINGS: ReportTable = {
  name: 'findings',
  title: { zh: '核对发现的问题', en: 'Findings of the checks' },
  columns: columnsOf(FIELDS),
  key: ['report_id', 'position'],
  omit: ['stata'], // a list of variables is longer than its texts may be; `flags` tells the rules
  addTo: (batch, report) => addRows(batch, FIELDS, report.findings, report),
};
