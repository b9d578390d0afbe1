import { code, page, table } from './markdown.ts';
import type { PageInput } from './page-input.ts';

const FORMAT_NOTES = {
  csv: [
    'UTF-8 without a mark, LF, RFC 4180; an empty field is no value',
    'UTF-8 无 BOM，换行为 LF，RFC 4180；空字段表示没有值',
  ],
  parquet: ['one file, or one a year', '一个文件，或每年一个文件'],
  xlsx: ['for Excel: codes are texts, no formulas', '供 Excel 使用：代码为文本，没有公式'],
  sqlite: ['all tables in one file', '所有表在一个文件中'],
  stata: [
    'format 118 (Stata 14 and later); missing values tell the status',
    '118 格式（Stata 14 及以上）；缺失值说明状态',
  ],
} as const;

const resolver = (doi: string): string => `[${doi}](https://doi.org/${doi})`;

/** Empty when there is none: a paragraph that is empty is left out. */
const dois = (
  { doi, data: { conceptDoi } }: PageInput,
  [version, all]: readonly [version: string, all: string],
): string =>
  [
    ...(doi === null ? [] : [`${version}: ${resolver(doi)}`]),
    ...(conceptDoi === null ? [] : [`${all}: ${resolver(conceptDoi)}`]),
  ].join(' · ');

/** README.md of a release: what it is, how to open it, and what not to do with it. */
export function readmeEn(input: PageInput): string {
  const { plan, formats } = input;
  const { version, snapshot, facts, statistics } = plan;
  return page(
    '# gongkai: yearly disclosure reports of Chinese public bodies',
    `Version ${code(version)} · snapshot ${code(snapshot)} · ${statistics.reports} reports in force. [中文](README.zh.md)`,
    dois(input, ['This version', 'all versions']),
    'Numbers that Chinese public bodies print in their yearly reports on government information disclosure (政府信息公开工作年度报告), as they are printed, each with the document and the place it was read from.',
    '## What is in it',
    table(
      ['table', 'what', 'rows'],
      [...facts].map(([{ name, title }, { rows }]) => [code(name), title.en, String(rows)]),
    ),
    '`report_values` is canonical: `reported` is what is printed, `imputed` what arithmetic proves, `corrected` what a person decided, `value` what is used (corrected, else reported, else imputed). `panel` is the same turned on its side, for the version in force. What each variable means: [CODEBOOK.md](CODEBOOK.md).',
    table(
      ['format', ''],
      formats.map((format) => [code(`${format}/`), FORMAT_NOTES[format][0]]),
    ),
    'How to open it: `import.py` (Python, pandas if it is there), `import.R`, `import.do` (Stata). `sha256sum -c SHA256SUMS` checks the files. The same snapshot gives the same bytes for every file.',
    '## What you should not do with these data',
    [
      '- Do not take a missing value for 0. A blank, a dash and a 0 are three different things: see `status`.',
      '- Do not take a missing report for a report that was not published. What is missing is not missing at random, and differs by province: see `coverage` and `charts/coverage.svg`.',
      '- Do not drop `withdrawn` reports without a reason: their site has them no more, and what they printed was printed.',
      '- Do not add up agencies of a place without looking: some reports sum up their departments or townships.',
      '- Do not compare over 2018/2019 without the note on comparability of the variable: the form changed, and so did the Regulation.',
      '- Do not drop rows with `flags`: a report that contradicts itself may still be right in this number. Look at `findings`.',
      '- Do not rank agencies by refusals: the figures say how many, not whether they were right.',
      '- Do not use `value` where only printed numbers will do: `value_source` says where it comes from.',
      '- Do not join places over years by name: use `division` with `year`, or `division_latest`.',
    ].join('\n'),
    '## Good to know',
    `- Texts of a source that a spreadsheet might run as a formula (they begin with = + - @ or a tab) have an apostrophe in front in CSV. Texts of a cell as printed (\`raw\`) are in Parquet and SQLite only.\n- In Stata texts are cut at 2,045 bytes and \`findings\` is left out; in Excel texts are cut at 32,000 characters.\n- \`report_values\` has \`sha256\` and \`url\` in CSV and Parquet; elsewhere take them from \`reports\`, by \`report_id\`.\n- Row order: year, division, report, variable. \`report_id\` is the beginning of the document's SHA-256.\n- To check a number against the archived document: \`gongkai verify-cell REPORT VARIABLE\`.`,
    'The codebook is also a table, `CODEBOOK.csv`, and in DDI-Codebook 2.5, `ddi.xml`.',
    'See also [KNOWN_ISSUES.md](KNOWN_ISSUES.md), [CHANGES.md](CHANGES.md), [CITATION.cff](CITATION.cff).',
  );
}

/** The same in Chinese. */
export function readmeZh(input: PageInput): string {
  const { plan, formats } = input;
  const { version, snapshot, facts, statistics } = plan;
  return page(
    '# gongkai：政府信息公开工作年度报告数据集',
    `版本 ${code(version)} · 快照 ${code(snapshot)} · 现行报告 ${statistics.reports} 份。[English](README.md)`,
    dois(input, ['本版', '所有版本']),
    '各级行政机关在政府信息公开工作年度报告中印出的数字，照录原样；每个数字都有原文和出处。',
    '## 内容',
    table(
      ['表', '说明', '行数'],
      [...facts].map(([{ name, title }, { rows }]) => [code(name), title.zh, String(rows)]),
    ),
    '`report_values` 为准：`reported` 是印出的数，`imputed` 是算术唯一确定的值，`corrected` 是人工认定的值，`value` 是采用的值（依次取 corrected、reported、imputed）。`panel` 是现行版本的宽表，内容相同。变量的含义见 [CODEBOOK.md](CODEBOOK.md)。',
    table(
      ['格式', ''],
      formats.map((format) => [code(`${format}/`), FORMAT_NOTES[format][1]]),
    ),
    '读取方法：`import.py`（Python，有 pandas 则用）、`import.R`、`import.do`（Stata）。`sha256sum -c SHA256SUMS` 校验文件。同一快照的每个文件逐字节相同。',
    '## 不应当怎样使用',
    [
      '- 不要把缺失值当作 0。空白、占位符和 0 是三回事，见 `status`。',
      '- 不要把没有收集到的报告当作没有发布。缺失并不随机，各省也不相同：见 `coverage` 表和 `charts/coverage.svg`。',
      '- 不要无故删去已撤下（`withdrawn`）的报告：网站上没有了，印过的数仍是印过的。',
      '- 不要不加辨别地把同一地方的各机关相加：有的报告已汇总下属部门或乡镇。',
      '- 跨越 2018/2019 年比较时，先看变量的可比性说明：格式和《条例》都变了。',
      '- 不要删去有 `flags` 的行：自相矛盾的报告，这个数未必有错。见 `findings`。',
      '- 不要按不予公开的数量给机关排名：数字只说有多少件，不说是否应当。',
      '- 只能用印刷数字的地方不要用 `value`：`value_source` 说明它从何而来。',
      '- 不要用名称连接各年的地方：用 `division` 和 `year`，或 `division_latest`。',
    ].join('\n'),
    '## 须知',
    '- 可能被电子表格当作公式的原文（以 = + - @ 或制表符开头），在 CSV 中前面加一个撇号。格中的印刷原文（`raw`）只在 Parquet 和 SQLite 中。\n- 在 Stata 中，文本最长 2,045 字节，没有 `findings`（pandas 用 `read_stata(…, convert_categoricals=False)`，或改用 Parquet）；在 Excel 中，文本最长 32,000 个字符。\n- `report_values` 的 `sha256` 和 `url` 在 CSV 和 Parquet 中；其他格式按 `report_id` 从 `reports` 取。\n- 行的次序：年度、区划、报告、变量。`report_id` 是原文 SHA-256 的开头。\n- 用归档的原文核对一个数：`gongkai verify-cell REPORT VARIABLE`。',
    '变量手册另有表格形式 `CODEBOOK.csv` 和 DDI-Codebook 2.5 格式 `ddi.xml`。',
    '另见 [KNOWN_ISSUES.md](KNOWN_ISSUES.md)、[CHANGES.md](CHANGES.md)、[CITATION.cff](CITATION.cff)。',
  );
}
