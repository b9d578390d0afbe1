import type { Message } from '../../model/finding.ts';
import type { VariableCounts } from '../counts.ts';
import { COVERAGE_WORDS, COVERAGES } from '../coverage.ts';
import { csvField } from '../formats/csv.ts';
import { STATA_MISSING } from '../formats/stata.ts';
import type { Retired } from '../release-data.ts';
import type { ReleaseTable } from '../release-table.ts';
import type { ReleaseVariable } from '../release-variable.ts';
import { PANEL_STATUSES } from '../tables/panel.ts';
import { coverageByYear } from '../tables/variables.ts';
import { code, page, table } from './markdown.ts';
import type { PageInput } from './page-input.ts';

type Status = (typeof PANEL_STATUSES)[number];

/** Each status in words; leaving one out does not compile. */
export const STATUS_WORDS: Readonly<Record<Status, Message>> = {
  reported: { zh: '读出了印刷的数字（0 也是数字）', en: 'a printed number was read, 0 included' },
  blank: { zh: '这一格印出了，但是空的', en: 'the cell is printed and empty' },
  dash: { zh: '印的是占位符号：/ - — 无 不涉及', en: 'a printed placeholder: / - — 无 不涉及' },
  absent: { zh: '报告没有印出这一行或这一列', en: 'the report does not print this row or column' },
  unreadable: { zh: '印有内容，但不是数字', en: 'something is printed that is no number' },
  ambiguous: { zh: '有数字，但不能确定属于哪一格', en: 'numbers are there, their cell is not certain' },
  no_table: { zh: '整张表缺失，或者是图片', en: 'the table is missing or an image' },
  computed: { zh: '各部分都有值，已相加', en: 'every part has a value: their sum' },
  incomplete: { zh: '有的部分没有值，不相加', en: 'a part has no value: no sum' },
  not_in_form: { zh: '该版格式没有这一变量', en: 'the edition of the form does not have the variable' },
};

/** The codebook: tables and their columns, statuses, then every variable. Made from the model and the counts. */
export function codebookPage({ plan: { facts, variables, counts }, data }: PageInput): string {
  return page(
    '# Codebook · 变量手册',
    '## Tables · 表',
    ...[...facts].filter(([{ name }]) => !WIDE.has(name)).map(([each, { rows }]) => tableSection(each, rows)),
    `### panel, panel_status\n\nOne row an agency and year, the version in force. After the columns of the report and its place they have one column a variable (“column” below): the value used in \`panel\`, its status in \`panel_status\`.\n每行为一个机关一年的现行版本；报告和地方之后，每个变量一列，\`panel\` 为采用的值，\`panel_status\` 为其状态。`,
    '## Statuses · 状态',
    'In Stata a value that is missing is an extended missing value that tells the status.\n在 Stata 中，缺失值用扩展缺失值表示其状态。',
    table(
      ['status', '含义', 'meaning', 'Stata'],
      PANEL_STATUSES.map((status) => {
        const letter = STATA_MISSING[status];
        return [code(status), STATUS_WORDS[status].zh, STATUS_WORDS[status].en, letter ? `.${letter}` : ''];
      }),
    ),
    '## Coverage · 收集情况',
    'What `coverage` says of a place and year. A report that is `withdrawn` keeps its rows and values in every table, with `withdrawn` = 1 and, in `reports`, `last_seen`.\n`coverage` 表对某地某年的说明。已撤下的报告在各表中的行和值不变，`withdrawn` 为 1，`reports` 中另有 `last_seen`。',
    table(
      ['coverage', '含义', 'meaning'],
      COVERAGES.map((status) => [code(status), COVERAGE_WORDS[status].zh, COVERAGE_WORDS[status].en]),
    ),
    '## Variables · 变量',
    `Names of columns have at most 32 characters (Stata). They are given in \`data/release/names.tsv\` of the program, once and for good.\n列名最多 32 个字符（Stata 的限制），由程序的 \`data/release/names.tsv\` 规定，一经发布不再改变。`,
    ...variables.map((variable) => variableSection(variable, counts.variables.get(variable.name))),
    ...retiredSection(data.retired),
  );
}

const WIDE = new Set(['panel', 'panel_status']);

function tableSection({ name, title, columns, key }: ReleaseTable, rows: number): string {
  return page(
    `### ${name}`,
    `${title.en} · ${title.zh}. ${rows} rows · 行. Key · 主键: ${key.map(code).join(', ')}.`,
    table(
      ['column', '含义', 'meaning', 'type', 'values'],
      columns.map((column) => [
        code(column.name),
        column.label.zh,
        column.label.en,
        column.type,
        column.categories?.join(', ') ?? '',
      ]),
    ),
  ).trimEnd();
}

function retiredSection(retired: readonly Retired[]): string[] {
  if (retired.length === 0) return [];
  return [
    '## Retired · 已停用',
    'Columns of former releases, which stay where they were published. Their names are not used again.\n以前各版的列；旧版本仍在原处。这些名称不再使用。',
    table(
      ['column', '含义', 'meaning', 'last version · 最后版本', 'use instead · 改用', 'why · 原因'],
      retired.map(({ table: of, column, variable, zh, en, last_version, replaced_by, why }) => [
        code(`${of}.${column}`) + (variable ? ` (${code(variable)})` : ''),
        ...[zh, en, last_version],
        replaced_by === null ? '–' : code(replaced_by),
        `${why.en} ${why.zh}`,
      ]),
    ),
  ];
}

/** What every cell is held against, whatever its variable. */
const OF_EVERY_CELL = '`cell.*`';

function variableSection(variable: ReleaseVariable, counts: VariableCounts | undefined): string {
  const { name, column, kind, label, definition, unit, number, type, range, forms } = variable;
  const { years: valid, rules, comparable, note } = variable;
  const years = counts?.firstYear ? `${counts.firstYear}–${counts.lastYear}` : '–';
  const statuses = [...(counts?.byStatus ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
  const observed = counts && counts.least !== null ? `${counts.least}–${counts.most}` : '–';
  return [
    `### ${code(name)}`,
    '',
    `${label.zh} · ${label.en}`,
    '',
    `- column · 列: ${code(column)}; ${kind}`,
    `- ${kind === 'printed' ? 'in the form · 表中位置' : 'sum of · 组成'}: ${definition}`,
    `- unit · 单位: ${unit}; ${number}`,
    `- type and range · 类型和范围: ${type}, ${range.least} to ${range.most}; observed · 实际 ${observed}`,
    `- forms · 格式: ${forms.join(', ')}, of · 适用 ${valid[0]}–${valid[1] ?? ''}; years with a value · 有值年度: ${years}`,
    `- rows with a value · 有值行数: ${counts?.withValue ?? 0}; ${statuses.map(([status, count]) => `${status} ${count}`).join(', ') || '–'}`,
    `- by year, in force · 各年（现行）: ${(counts && coverageByYear(counts)) ?? '–'}`,
    `- rules · 规则: ${[...rules.map(code), OF_EVERY_CELL].join(', ')}`,
    `- comparable over editions · 各版可比程度: ${comparable ?? '–'}. ${note.en} ${note.zh}`,
  ].join('\n');
}

/** The same as a table: the rows of `variables`. */
export function codebookCsv({ plan: { fixedTables } }: PageInput): string {
  const variables = fixedTables.find(({ name }) => name === 'variables');
  if (!variables) throw new Error('a release has a table of its variables');
  const head = variables.columns.map(({ name }) => name);
  return [head, ...variables.rows].map((row) => `${row.map(csvField).join(',')}\n`).join('');
}
