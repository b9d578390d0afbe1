import {
  APPLICANTS,
  applicationVariable,
  CHALLENGE_BLOCKS,
  CHALLENGE_RESULTS,
  COLUMN_IDS,
  challengeVariable,
  type DisclosureBlock,
  type DisclosureLayout,
  disclosureBlocks,
  disclosureVariable,
  type OtherHandling,
  resultGroups,
} from './form.ts';
import { type Cell, label, type Table, value } from './table.ts';

/** What the builders need to know of a document. */
export type TableContent = {
  readonly layout: DisclosureLayout;
  readonly other: OtherHandling;
  /** The text printed in the cell of a variable. */
  readonly print: (variable: string) => string;
  readonly labelOf: (official: string) => string;
  /** An extra column 小计 after the five kinds of organisation; its text per row. */
  readonly subtotal?: (row: string) => string;
  /** The grid of the 2019 disclosure table: 4 columns, or 5 as at 上海市政府办公厅. */
  readonly disclosureWidth: 4 | 5;
  readonly procurementHeader: string;
};

/** How many grid columns each of `count` values takes beside one label column. */
const valueSpans = (count: number, width: 4 | 5): readonly number[] => {
  if (width === 4) return count === 1 ? [3] : count === 2 ? [1, 2] : [1, 1, 1];
  return count === 1 ? [4] : count === 2 ? [2, 2] : [1, 2, 1];
};

const disclosureBlockRows = (content: TableContent, block: DisclosureBlock): Cell[][] => {
  const spans = valueSpans(block.columns.length, content.disclosureWidth);
  const header = block.columns.map((column, at) => {
    const official =
      column.id === 'amount_10k_yuan' && block.columns.length === 2
        ? content.procurementHeader
        : column.label;
    return label(content.labelOf(official), spans[at] ?? 1);
  });
  return [
    [label(content.labelOf(block.article), content.disclosureWidth)],
    [label(content.labelOf('信息内容')), ...header],
    ...block.rows.map((row) => [
      label(content.labelOf(row.label)),
      ...block.columns.map((column, at) => {
        const variable = disclosureVariable(row.id, column.id);
        return value(variable, content.print(variable), spans[at] ?? 1);
      }),
    ]),
  ];
};

export const buildDisclosure = (content: TableContent): Table => ({
  id: 'disclosure',
  rows: disclosureBlocks(content.layout).flatMap((block) => disclosureBlockRows(content, block)),
  headerRows: 0,
});

const applicationHeader = (content: TableContent): Cell[][] => {
  const { labelOf } = content;
  const organisations = APPLICANTS.slice(1).map((column) => label(labelOf(column.label)));
  if (content.subtotal !== undefined) organisations.push(label(labelOf('小计')));
  const note = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）';
  return [
    [label(labelOf(note), 3, 3), label(labelOf('申请人情况'), organisations.length + 2)],
    [
      label(labelOf('自然人'), 1, 2),
      label(labelOf('法人或其他组织'), organisations.length),
      label(labelOf('总计'), 1, 2),
    ],
    organisations,
  ];
};

const applicationValues = (content: TableContent, row: string): Cell[] => {
  const cells = COLUMN_IDS.map((column) => {
    const variable = applicationVariable(row, column);
    return value(variable, content.print(variable));
  });
  if (content.subtotal === undefined) return cells;
  const subtotal: Cell = { text: content.subtotal(row), kind: 'value', colspan: 1, rowspan: 1 };
  return [...cells.slice(0, -1), subtotal, ...cells.slice(-1)];
};

const resultRows = (content: TableContent): Cell[][] => {
  const rows = resultGroups(content.other).flatMap((group): Cell[][] => {
    if (group.rows.length === 0)
      return [[label(content.labelOf(group.label), 2), ...applicationValues(content, group.id)]];
    return group.rows.map((row, at) => [
      ...(at === 0 ? [label(content.labelOf(group.label), 1, group.rows.length)] : []),
      label(content.labelOf(row.label)),
      ...applicationValues(content, row.id),
    ]);
  });
  return [
    ...rows,
    [label(content.labelOf('（七）总计'), 2), ...applicationValues(content, 'total_processed')],
  ];
};

export const buildApplications = (content: TableContent): Table => {
  const { labelOf } = content;
  const results = resultRows(content);
  const [first, ...rest] = results;
  return {
    id: 'applications',
    rows: [
      ...applicationHeader(content),
      [label(labelOf('一、本年新收政府信息公开申请数量'), 3), ...applicationValues(content, 'received_new')],
      [label(labelOf('二、上年结转政府信息公开申请数量'), 3), ...applicationValues(content, 'carried_in')],
      [label(labelOf('三、本年度办理结果'), 1, results.length), ...(first ?? [])],
      ...rest,
      [label(labelOf('四、结转下年度继续办理'), 3), ...applicationValues(content, 'carried_out')],
    ],
    headerRows: 3,
  };
};

export const buildChallenges = (content: TableContent): Table => {
  const { labelOf } = content;
  const results = [...CHALLENGE_RESULTS.map((result) => result.label), '总计'];
  const columns = [...CHALLENGE_RESULTS.map((result) => result.id), 'total'];
  return {
    id: 'challenges',
    rows: [
      [label(labelOf('行政复议'), 5), label(labelOf('行政诉讼'), 10)],
      [
        ...results.map((text) => label(labelOf(text), 1, 2)),
        label(labelOf('未经复议直接起诉'), 5),
        label(labelOf('复议后起诉'), 5),
      ],
      [...results, ...results].map((text) => label(labelOf(text))),
      CHALLENGE_BLOCKS.flatMap((block) =>
        columns.map((column) => {
          const variable = challengeVariable(block, column);
          return value(variable, content.print(variable));
        }),
      ),
    ],
    headerRows: 3,
  };
};

export const buildTables = (content: TableContent): readonly Table[] => [
  buildDisclosure(content),
  buildApplications(content),
  buildChallenges(content),
];
