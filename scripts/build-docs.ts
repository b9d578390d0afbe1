/*
 * Writes the pages of docs/ that are made from the code: codebook.md from src/forms and the model, rules.md from the
 * notes below and the titles that the program prints. test/docs.test.ts fails when a page is older than its source.
 *
 *   npx tsx scripts/build-docs.ts
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { RULE_TITLES } from '../src/cli/texts.ts';
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
import { CROSS_RULES } from '../src/validators/cross-rules.ts';

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
    '## Editions of the form · 格式的版本',
    'The edition is decided by what is printed, never by the year. Years are those the notice prescribes it for.\n版本按实际印出的内容判断，不按年度；“年度”一栏是文件规定的适用年度。',
    table(['form', '名称', 'name', 'basis · 依据', 'years · 年度', 'variables · 变量数'], forms),
    '## Status of a cell · 数值格的状态',
    '`value` is a number only when the status is `reported`. Zero, blank, dash and absent are four different things. The list is closed.\n只有 `reported` 带有数值。零、空白、占位符、未印出是四回事。状态的种类是封闭的。',
    table(['status', '含义', 'meaning'], statuses),
    'Beside the printed value stand `imputed` (what arithmetic proves of an ambiguous cell; no other cell gets one) and, in the database, `corrected` (what a person decided). Neither changes `value` or `raw`.\n印刷数值之外另存 `imputed`（由算术唯一确定的值，只用于 `ambiguous` 的格）；数据库中还有 `corrected`（人工认定的值）。两者都不改动 `value` 和 `raw`。',
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

interface RuleNote {
  readonly rule: string;
  readonly scope: string;
  readonly severity: string;
  readonly meaning: Message;
  readonly judge: Message;
  /** In the public contract, not evaluated by this release. */
  readonly later?: true;
}

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

const EMPTY_CELL = bilingual(
  '数额较小的一边有空格时为警告：可能只是漏填；否则为错误，任何填法都不能使等式成立',
  'a warning when an empty cell on the smaller side could make up the difference, else an error: no filling can help',
);
const SEE_PAGE = bilingual('对照原文', 'look at the page');

const RULES: readonly RuleNote[] = [
  {
    rule: 'applications.balance',
    scope: 'column',
    severity: 'error, warning',
    meaning: bilingual(
      '新收 + 上年结转 = 办理总计 + 结转下年，逐列核对',
      '`received_new` + `carried_in` = `total_processed` + `carried_out`, for each column',
    ),
    judge: EMPTY_CELL,
  },
  {
    rule: 'applications.row_total',
    scope: 'row',
    severity: 'error, warning',
    meaning: bilingual(
      '六类申请人之和 = 总计，逐行核对',
      'the six applicant columns add up to total, for each row',
    ),
    judge: EMPTY_CELL,
  },
  {
    rule: 'applications.result_total',
    scope: 'column',
    severity: 'error, warning',
    meaning: bilingual(
      '各项办理结果之和 = （七）总计，逐列核对',
      'the results add up to `total_processed`, for each column',
    ),
    judge: EMPTY_CELL,
  },
  {
    rule: 'challenges.total',
    scope: 'group',
    severity: 'error, warning',
    meaning: bilingual(
      '维持 + 纠正 + 其他 + 尚未审结 = 总计，逐组核对',
      '`upheld` + `corrected` + `other` + `pending` = `total`, for each group',
    ),
    judge: EMPTY_CELL,
  },
  {
    rule: 'statistics.total',
    scope: 'total',
    severity: 'warning',
    meaning: bilingual(
      '统计表（2013–2018）中各分项之和 = 总数',
      'in the statistics table of 2013–2018 the parts add up to their total',
    ),
    judge: bilingual('统计表允许有未列出的分项，对照原文', 'the table may leave parts out: look at the page'),
  },
  {
    rule: 'narrative.mismatch',
    scope: 'variable',
    severity: 'warning, question',
    meaning: bilingual('正文所说的数与表中不同', 'a count told in prose differs from the table'),
    judge: bilingual(
      '有另一种口径、正文别处与表一致、或等于表中几个数的组合时，列为待定；先看那句话说的是哪个范围',
      'a question when the sentence may have another scope, is told rightly elsewhere, or a known combination of the table gives it: read what the sentence counts',
    ),
  },
  {
    rule: 'narrative.arithmetic',
    scope: 'claim',
    severity: 'question',
    meaning: bilingual(
      '一句话里的增长率或分项之和算不通',
      'a growth rate, or a list of parts, told in one sentence does not compute',
    ),
    judge: bilingual(
      '看这句话的数字是否四舍五入，或另有分项',
      'see whether the sentence rounds, or leaves a part out',
    ),
  },
  {
    rule: 'cell.malformed',
    scope: 'variable',
    severity: 'warning, info',
    meaning: bilingual(
      '读出了数字，但写法不规范：00、１２、22（其中修订16件）',
      'read, but not written as a number is: 00, １２, 22（其中修订16件）',
    ),
    judge: bilingual(
      '全角和千位分隔符不影响数值，为提示；其他写法对照原文',
      'full width and thousands separators cannot change the number (info); for the others look at the page',
    ),
  },
  {
    rule: 'cell.unreadable',
    scope: 'variable',
    severity: 'warning',
    meaning: bilingual('格中印的不是数字', 'the cell prints something that is no number'),
    judge: SEE_PAGE,
  },
  {
    rule: 'cell.ambiguous',
    scope: 'row',
    severity: 'warning',
    meaning: bilingual(
      '一行的空格已丢失，不能确定各数属于哪一列',
      'blanks were lost from a row: which column each number belongs to is not certain',
    ),
    judge: bilingual(
      '用保留了表格的版本（HTML）重新读取；算术能唯一确定的见 imputed',
      'read a version that kept its table (HTML); what arithmetic proves is in imputed',
    ),
  },
  {
    rule: 'cell.unit',
    scope: 'variable',
    severity: 'info',
    meaning: bilingual('印的单位与格式不同，已换算', "a unit other than the form's was converted"),
    judge: bilingual(
      '确认换算无误；raw 为印刷原文',
      'see that the conversion is right; raw holds the printed text',
    ),
  },
  {
    rule: 'table.missing',
    scope: 'table',
    severity: 'warning',
    meaning: bilingual('缺少一张表', 'one of the three tables is missing'),
    judge: bilingual(
      '看原文是没有印出，还是图片或附件',
      'see whether the page leaves it out, or shows it as an image or attachment',
    ),
  },
  {
    rule: 'table.incomplete',
    scope: 'table',
    severity: 'warning',
    meaning: bilingual(
      '表中没有印出格式要求的某些行或列',
      'rows or columns that the form demands are not printed',
    ),
    judge: bilingual(
      '是发布者删去，还是改了名称而未被识别（同时有 table.unmapped）',
      'see whether the publisher dropped them or renamed them (then table.unmapped stands beside it)',
    ),
  },
  {
    rule: 'table.unmapped',
    scope: 'table',
    severity: 'warning, info',
    meaning: bilingual('有一行或一列没有变量接收', 'a row or column was found that no variable takes'),
    judge: bilingual(
      '如是已有项目的新写法，加为别名（docs/adding-a-label.md）',
      'if it is a known item in new words, add the label (docs/adding-a-label.md)',
    ),
  },
  {
    rule: 'table.header_missing',
    scope: 'table',
    severity: 'warning',
    meaning: bilingual(
      '没有可辨认的表头，各列按格式规定的顺序读取',
      "no readable header: the columns were taken in the form's order",
    ),
    judge: bilingual('对照原文的列序', 'compare the order of the columns with the page'),
  },
  {
    rule: 'table.header_differs',
    scope: 'table',
    severity: 'info',
    meaning: bilingual(
      '续页重复的表头与首页不同，以首页为准',
      'the header repeated on a later page differs from the first one, which was taken',
    ),
    judge: bilingual('对照原文的列名', 'compare the names of the columns with the page'),
  },
  {
    rule: 'table.duplicate',
    scope: 'table',
    severity: 'warning, info',
    meaning: bilingual('同一行印了两次', 'the same row is printed twice'),
    judge: bilingual(
      '数字相同为提示；不同为警告，不能确定以哪个为准',
      'info when the numbers agree; a warning when they differ: which one counts is not certain',
    ),
  },
  ...documentRules(),
  ...CROSS_RULES.map(({ id, scope, severity, why, judge }) => ({
    rule: id,
    scope,
    severity,
    meaning: why,
    judge,
  })),
];

function documentRules(): RuleNote[] {
  const again = bilingual('换一份完好的文件', 'get a sound copy of the document');
  const rows: [name: string, severity: string, meaning: Message, judge: Message][] = [
    ['empty', 'error', bilingual('文件是空的', 'the file is empty'), again],
    [
      'unreadable',
      'error',
      bilingual('文件不存在、打不开或已损坏', 'the file is not there, cannot be opened or is damaged'),
      again,
    ],
    [
      'unsupported',
      'error',
      bilingual('没有读取这种文件的程序', 'no reader takes this kind of file'),
      bilingual('另存为 HTML 或文本', 'save it as HTML or text'),
    ],
    [
      'encrypted',
      'error',
      bilingual('文件已加密', 'the file is encrypted'),
      bilingual('解除密码后再读', 'remove its password first'),
    ],
    [
      'not_a_report',
      'error',
      bilingual('没有年报的标题，也没有它的表格', 'neither the title of an annual report nor its tables'),
      bilingual('确认是不是存错了网页', 'see whether the wrong page was saved'),
    ],
    [
      'attachment_differs',
      'warning',
      bilingual('页面与附件的数不一致', 'a page and its attachment print different numbers'),
      bilingual('看哪一份是后来更正的', 'see which of the two was corrected later'),
    ],
    [
      'too_large',
      'error',
      bilingual('文件超过大小上限', 'the file is larger than the limit'),
      bilingual('年报远小于此，确认是不是别的文件', 'no report is near the limit: see what the file is'),
    ],
    [
      'too_complex',
      'warning',
      bilingual(
        '结构超出限度，超出部分未读取',
        'the structure goes beyond a limit; what lies beyond was not read',
      ),
      SEE_PAGE,
    ],
    [
      'image_only',
      'warning',
      bilingual('只有图像，没有文字', 'images only, no text'),
      bilingual('寻找文字版', 'look for a version with text'),
    ],
    ['truncated', 'warning', bilingual('文件似乎被截断', 'the document seems to be cut off'), again],
    [
      'undecodable',
      'warning',
      bilingual('有些字节不是任何字符', 'some bytes are no character in the encoding'),
      SEE_PAGE,
    ],
    [
      'hidden_text',
      'warning',
      bilingual('文件里有不显示的内容，未读取', 'the document holds text that is not shown; it was not read'),
      SEE_PAGE,
    ],
    [
      'floating_text',
      'warning',
      bilingual(
        '表格上有浮动文本框，不能确定属于哪一格',
        'a text box floats over a table: which cell it belongs to is not certain',
      ),
      SEE_PAGE,
    ],
    [
      'ocr_missing',
      'error, warning',
      bilingual(
        '扫描件没有读取：未安装文字识别引擎',
        'scanned pages were not read: the OCR engine is not installed',
      ),
      bilingual('安装文字识别引擎，或寻找文字版', 'install the engine, or look for a version with text'),
    ],
    [
      'ocr_failed',
      'error',
      bilingual('扫描件没有读取', 'scanned pages were not read'),
      bilingual('寻找文字版', 'look for a version with text'),
    ],
    [
      'read_by_ocr',
      'info',
      bilingual(
        '由文字识别读出，没有把握的数字标为存疑',
        'read by OCR; numbers that are not certain are marked ambiguous',
      ),
      SEE_PAGE,
    ],
    [
      'glyphs_unknown',
      'warning',
      bilingual(
        '字体没有说明某些字形是什么字符，未读取',
        'the font does not say which characters some glyphs are; they were not read',
      ),
      SEE_PAGE,
    ],
    [
      'page_unreadable',
      'warning',
      bilingual('有的页已损坏，未读取', 'some pages are damaged and were not read'),
      again,
    ],
    [
      'year_conflict',
      'warning',
      bilingual(
        '标题、统计期限等处的年度不一致',
        'the title, the period or another place name different years',
      ),
      bilingual(
        '以标题为准；确认不是沿用上年的文字',
        "the title's year was taken: see whether old text was left standing",
      ),
    ],
    [
      'year_unknown',
      'warning',
      bilingual('看不出是哪一年的报告', 'it cannot be told which year the report is about'),
      SEE_PAGE,
    ],
    [
      'place_unknown',
      'warning',
      bilingual('不能确定所属行政区划', 'the place cannot be told for certain'),
      bilingual('用 --url 说明出处，网址也是线索', 'name the address with --url: it is evidence too'),
    ],
    ['duplicate', 'info', bilingual('与另一份文件相同', 'the same as another document'), SEE_PAGE],
  ];
  return rows.map(([name, severity, meaning, judge]) => ({
    rule: `document.${name}`,
    scope: 'document',
    severity,
    meaning,
    judge,
    ...(name === 'duplicate' ? { later: true as const } : {}),
  }));
}

function buildRules(): string {
  const now = RULES.filter(({ later }) => !later);
  const sections = now.map(({ rule, scope, severity, meaning, judge }) => {
    const title = RULE_TITLES[rule];
    return [
      `### \`${rule}\``,
      title ? `${title.zh} · ${title.en}` : '',
      `- ${meaning.zh}。\n  ${sentence(meaning.en)}\n- scope: ${scope} · severity: ${severity}\n- 如何判断：${judge.zh}。\n  How to judge it: ${judge.en}.`,
    ]
      .filter(Boolean)
      .join('\n\n');
  });
  const later = RULES.filter((note) => note.later);
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
      later.map(({ rule, scope, meaning }) => [code(rule), scope, meaning.zh, meaning.en]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Each generated page by its place in the project. */
export const PAGES: Readonly<Record<string, () => string>> = {
  'docs/codebook.md': buildCodebook,
  'docs/rules.md': buildRules,
};
export const RULE_NAMES: readonly string[] = RULES.map(({ rule }) => rule);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [page, build] of Object.entries(PAGES))
    writeFileSync(new URL(`../${page}`, import.meta.url), build());
}
