/*
 * Writes the pages of docs/ that are made from the code: codebook.md from src/forms and the model, rules.md from
 * src/rules. test/docs.test.ts fails when a page is older than its source.
 *
 *   npx tsx scripts/build-docs.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DASH_SIGNS, DASH_STROKES, DASH_WORDS } from '../parsers/read-number.ts';
import { DERIVED_VARIABLES } from '../src/forms/derived.ts';
import type { FormBlock } from '../src/forms/form.ts';
import { allVariables, FORMS, formsOfVariable, type Variable } from '../src/forms/index.ts';
import { TABLE_TITLES } from '../src/forms/tables.ts';
import type { Message } from '../src/model/finding.ts';
import {
  CELL_STATUSES,
  type CellStatus,
  OUTCOMES,
  type Outcome,
  SEVERITIES,
  type Severity,
} from '../src/model/status.ts';
import { expressionsOf } from '../src/rules/expressions.ts';
import { IDENTITY_RULES, type IdentityRuleId } from '../src/rules/identity-rules.ts';
import { RULE_IDS, RULES } from '../src/rules/index.ts';
import { RESERVED_RULES } from '../src/rules/reserved-rules.ts';
import type { Counted, Fault, Rule } from '../src/rules/rule.ts';

const NOTE = '<!-- Generated: npx tsx scripts/build-docs.ts. Do not edit by hand. -->';

const bilingual = (zh: string, en: string): Message => ({ zh, en });

/** Text inside a table of Markdown. */
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;

/* codebook.md */

const STATUSES: Readonly<Record<CellStatus, Message>> = {
  reported: bilingual('读出了印刷的数字（0 也是数字）', 'a printed number was read, 0 included'),
  blank: bilingual('这一格印出了，但是空的', 'the cell is printed and empty'),
  dash: bilingual('印的是占位符号：/ - — 无 不涉及', 'a printed placeholder: / - — 无 不涉及'),
  absent: bilingual('报告没有印出这一行或这一列', 'the report does not print this row or column'),
  unreadable: bilingual('印有内容，但不是数字', 'something is printed that is no number'),
  ambiguous: bilingual('有数字，但不能确定属于哪一格', 'numbers are there, their cell is not certain'),
  no_table: bilingual('整张表缺失，或者是图片', 'the table is missing or an image'),
};

function buildCodebook(): string {
  const statuses = CELL_STATUSES.map((status) => [code(status), STATUSES[status].zh, STATUSES[status].en]);
  const forms = FORMS.map(({ id, name, basis, years: [first, last] }) => [
    code(id),
    name.zh,
    name.en,
    basis,
    last === null ? `${first}–` : `${first}–${last}`,
    String(
      allVariables().filter((variable) => formsOfVariable(variable.name).some((form) => form.id === id))
        .length,
    ),
  ]);
  return [
    NOTE,
    '# Codebook · 变量手册',
    `${allVariables().length} printed variables, ${DERIVED_VARIABLES.length} derived. A name is \`table.row.column\` and never changes; in the database's \`panel\` the dots become underscores.`,
    `印刷变量 ${allVariables().length} 个，派生变量 ${DERIVED_VARIABLES.length} 个。变量名为“表.行.列”，一经发布不再改变；在数据库的 \`panel\` 视图中，点写作下划线。`,
    'In a release a variable has a column of at most 32 characters (Stata), given once and for good in `data/release/names.tsv`: see [export](export.md).\n在发布的数据中，每个变量的列名最多 32 个字符（Stata 的限制），由 `data/release/names.tsv` 规定，一经发布不再改变，见 [export](export.md)。',
    '## Editions of the form · 格式的版本',
    'The edition is decided by what is printed, never by the year. Years are those the notice prescribes it for.\n版本按实际印出的内容判断，不按年度；“年度”一栏是文件规定的适用年度。',
    table(['form', '名称', 'name', 'basis · 依据', 'years · 年度', 'variables · 变量数'], forms),
    '## Status of a cell · 数值格的状态',
    '`value` is a number only when the status is `reported`. Zero, blank, dash and absent are four different things. The list is closed.\n只有 `reported` 带有数值。零、空白、占位符、未印出是四回事。状态的种类是封闭的。',
    table(['status', '含义', 'meaning'], statuses),
    `What counts as \`dash\`: ${[...DASH_WORDS, ...DASH_SIGNS].map(code).join(' ')} (in either case), and any number of the strokes ${[...DASH_STROKES].map(code).join(' ')}. A lone 一 is \`unreadable\`: it may be a dash or a one.\n\n算作 \`dash\` 的：以上各词和符号（不分大小写），以及任意多个上列横线、斜线。单独的“一”为 \`unreadable\`：可能是横线，也可能是数字。`,
    'Beside the printed value stand `imputed` (what arithmetic proves of an ambiguous or a blank cell; no other cell gets one) and, in the database, `corrected` (what a person decided). Neither changes `value` or `raw`.\n印刷数值之外另存 `imputed`（由算术唯一确定的值，只用于 `ambiguous` 和 `blank` 的格）；数据库中还有 `corrected`（人工认定的值）。两者都不改动 `value` 和 `raw`。',
    ...blockSections(),
    '## Derived variables · 派生变量',
    'Group totals that no form prints. They name what a report tells in prose (不予公开3件) and have no cell of their own: they are the sum of their parts.\n各类小计，任何一版格式都没有印出；用于指称正文中所说的数（如“不予公开3件”），自己没有格，等于各部分之和。',
    table(
      ['variable', '项目', 'item', 'unit', 'parts · 组成'],
      DERIVED_VARIABLES.map(({ name, row, column, unit, parts }) => [
        code(name),
        `${row.zh} · ${column.zh}`,
        `${row.en} · ${column.en}`,
        unit,
        parts.map((part) => code(part)).join(' + '),
      ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Variables under the heading of their block; a block that two editions print alike stands once. */
function blockSections(): string[] {
  const sections = new Map<string, Variable[]>();
  for (const variable of allVariables()) {
    const title = titleOf(variable.block);
    sections.set(title, [...(sections.get(title) ?? []), variable]);
  }
  return [...sections].flatMap(([title, variables]) => [
    `## ${title}`,
    table(['variable', '项目', 'item', 'unit', 'forms'], variables.map(describeVariable)),
  ]);
}

function titleOf({ table: id, head }: FormBlock): string {
  const title = TABLE_TITLES[id];
  return `${title.zh} · ${title.en}${head ? `：${head.zh} · ${head.en}` : ''}`;
}

function describeVariable({ name, block, row, column }: Variable): string[] {
  const group = block.rowGroups.slice(1).find(({ id }) => id === row.group);
  const columnGroup = row.id === '' ? block.columnGroups.find(({ id }) => id === column.group) : undefined;
  const label = (lang: 'zh' | 'en') =>
    [group?.[lang], row[lang] || columnGroup?.[lang], column[lang]].filter(Boolean).join(' · ');
  return [
    code(name),
    label('zh'),
    label('en'),
    column.unit,
    formsOfVariable(name)
      .map(({ id }) => id)
      .join(' '),
  ];
}

/* rules.md */

const SEVERITY_NOTES: Readonly<Record<Severity, Message>> = {
  error: bilingual(
    '报告自相矛盾，或文件无法读取',
    'the report contradicts itself, or the document cannot be read',
  ),
  warning: bilingual('很可能有误', 'likely a mistake'),
  question: bilingual('可能有另一种口径，须由人判断', 'another reading is open: a person must judge'),
  info: bilingual('供参考', 'good to know'),
};
const OUTCOME_NOTES: Readonly<Record<Outcome, Message>> = {
  fail: bilingual('核对不符，或发现了所说的情形', 'the check fails, or what the rule describes was found'),
  not_evaluable: bilingual(
    '无法核对，并说明原因；从不算作通过',
    'could not be checked, with the reason; never counted as a pass',
  ),
};

const SCOPE_NOTES: Readonly<Record<Counted, Message>> = {
  equation: bilingual('格式的每个等式', 'each equation of the form'),
  claim: bilingual('正文所说的每个数', 'each count told in prose'),
  sentence: bilingual('正文中每处可以计算的说法', 'each calculation told in prose'),
  cell: bilingual('印出的每一格', 'each printed cell'),
  table: bilingual('格式的每张表', 'each table of the form'),
  document: bilingual('每份文件', 'each document'),
  found: bilingual('只计发现的次数', 'only what is found'),
};
const FAULT_NOTES: Readonly<Record<Fault, Message>> = {
  publisher: bilingual('发布者', 'the publisher'),
  parser: bilingual('读取程序', 'the reading program'),
  either: bilingual('两者皆有可能', 'either'),
};

const isIdentity = (rule: string): rule is IdentityRuleId => rule in IDENTITY_RULES;

/** What an identity computes, form by form, as the evaluator runs it. */
function expressionLines(rule: string): string[] {
  if (!isIdentity(rule)) return [];
  return expressionsOf(rule).flatMap(({ forms, text, over }) => [
    `- ${forms.join(', ')}: ${code(text)}${text.includes('{x}') ? `  \n  {x}: ${over.map(code).join(' ')}` : ''}`,
  ]);
}

function ruleSection(name: string, rule: Rule): string {
  const { title, why, demands, needs, milder, judge, forms, scope, severities, counted, fault } = rule;
  const lines = [
    both('要求', 'Demands', demands),
    ...expressionLines(name),
    both('理由', 'Why', why),
    ...(needs ? [both('前提', 'Needs', needs)] : []),
    `- forms: ${forms.join(', ')} · scope: ${scope} · severity: ${severities.join(', ')} · counted: ${SCOPE_NOTES[counted].zh} · ${SCOPE_NOTES[counted].en}`,
    ...(milder ? [both('何时从轻', 'Milder', milder)] : []),
    both('如何判断', 'How to judge it', judge),
    both('多半是谁的错', 'More often at fault', FAULT_NOTES[fault]),
  ];
  return `### ${code(name)}\n\n${title.zh} · ${title.en}\n\n${lines.join('\n')}`;
}

const both = (zhHead: string, enHead: string, { zh, en }: Message): string =>
  `- ${zhHead}：${zh}。\n  ${enHead}: ${en}.`;

function buildRules(): string {
  const sections = RULE_IDS.map((rule) => ruleSection(rule, RULES[rule]));
  return [
    NOTE,
    '# Rules · 规则',
    'A finding says what is wrong or in doubt, and where. `scope` is what the rule speaks of; `variables` are all cells that take part. A value is never altered by a finding.\n一个“问题”（finding）说明哪里有误或存疑。`scope` 是规则所说的范围，`variables` 是涉及的所有变量。问题从不改动数值。',
    '## Severity · 程度',
    table(
      ['severity', '含义', 'meaning'],
      SEVERITIES.map((name) => [code(name), SEVERITY_NOTES[name].zh, SEVERITY_NOTES[name].en]),
    ),
    '## Outcome · 结果',
    table(
      ['outcome', '含义', 'meaning'],
      OUTCOMES.map((name) => [code(name), OUTCOME_NOTES[name].zh, OUTCOME_NOTES[name].en]),
    ),
    'One check can have three ends: it passes (counted in `evaluated.pass`, no finding), fails, or cannot be made. An empty cell counts as nothing as long as its side of the equation prints a number.\n一项核对有三种结局：相符（计入 `evaluated.pass`，没有问题）、不符、无法核对。等式一边只要印有数字，同边的空格按无计。',
    '## Rules of this release · 本版的规则',
    ...sections,
    '## Not evaluated yet · 尚未实现',
    'Reserved in the public contract; this release never gives them.\n公开约定中已保留，本版不会给出。',
    table(
      ['rule', 'scope', '含义', 'meaning'],
      Object.entries(RESERVED_RULES).map(([rule, { scope, demands }]) => [
        code(rule),
        scope,
        demands.zh,
        demands.en,
      ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Each generated page by its place in the project. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/codebook.md': buildCodebook,
  'docs/rules.md': buildRules,
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [page, build] of Object.entries(PAGES))
    writeFileSync(new URL(`../${page}`, import.meta.url), build());
}
