import type { Label, TableId } from '../../src/forms/form.ts';
import { TABLE_TITLES } from '../../src/forms/tables.ts';
import { labelVariable } from '../../src/forms/words.ts';
import type { Finding, Message } from '../../src/model/finding.ts';
import type { Language } from '../../src/model/status.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import type { Stretch } from './glued-rows.ts';

export function missingTable(table: TableId): Finding {
  return makeFinding({
    rule: 'table.missing',
    scope: table,
    message: {
      zh: `没有找到“${TABLE_TITLES[table].zh}”的表格：报告没有印出，或者它是图片。`,
      en: `The table "${TABLE_TITLES[table].en}" was not found: the report does not print it, or it is an image.`,
    },
  });
}

const namesOf = (labels: readonly Label[], lang: Language): readonly string[] => [
  ...new Set(labels.map((label) => label[lang])),
];

export function incompleteTable(
  table: TableId,
  rows: readonly Label[],
  variables: readonly string[],
): Finding {
  return makeFinding({
    rule: 'table.incomplete',
    scope: table,
    message: {
      zh: `“${TABLE_TITLES[table].zh}”没有印出这些行列：${namesOf(rows, 'zh').join('、')}。`,
      en: `The table "${TABLE_TITLES[table].en}" does not print: ${namesOf(rows, 'en').join(', ')}.`,
    },
    variables: [...variables],
  });
}

/** Why a row that no variable takes is nothing that the report lacks. */
const KNOWN_ROWS: Readonly<Record<'sum' | 'elsewhere', Message>> = {
  sum: { zh: '是所属各行之和', en: "the sum of its group's rows" },
  elsewhere: { zh: '规定的表格读自另一处', en: "while the form's own table was read elsewhere" },
};

export function unmappedRow(
  table: TableId,
  row: number,
  label: string,
  numbers: string,
  near: readonly string[],
  known?: 'sum' | 'elsewhere',
): Finding {
  const why = (lang: Language, comma: string): string => (known ? `${comma}${KNOWN_ROWS[known][lang]}` : '');
  return makeFinding({
    rule: 'table.unmapped',
    scope: table,
    ...(known ? { severity: 'info' as const } : {}),
    message: {
      zh: `第 ${row + 1} 行“${label}”印有 ${numbers}${why('zh', '，')}，没有变量接收。`,
      en: `Row ${row + 1}, "${label}", prints ${numbers}${why('en', ', ')}, which no variable takes.`,
    },
    variables: [...near],
  });
}

/** A table of other figures than the report's: who thinks otherwise must be able to see that it was left. */
export function foreignTable(table: number): Finding {
  return makeFinding({
    rule: 'table.unmapped',
    scope: String(table + 1),
    severity: 'info',
    message: {
      zh: `第 ${table + 1} 个表格印有规定的行，但表头是自己的，或注明是其他年度、其他机关的；规定的表格读自另一处，此表没有变量接收。`,
      en: `Table ${table + 1} prints rows of the form under a heading of its own, or as those of another year or body; the form's own table was read elsewhere, and no variable takes this one.`,
    },
  });
}

/** A table of indicators from before there was a form for the whole country (国办发〔2014〕32号: from 2013 on). */
export function localTable(table: number, year: number): Finding {
  return makeFinding({
    rule: 'table.unmapped',
    scope: String(table + 1),
    severity: 'info',
    message: {
      zh: `第 ${table + 1} 个表格印有地方自定的指标；${year} 年度还没有全国统一的统计表，此表没有变量接收。`,
      en: `Table ${table + 1} prints indicators of a local form; for ${year} there was none for the whole country, and no variable takes this one.`,
    },
  });
}

/** Rows of another table in the same lines as the form's. */
export function foreignRows(table: number, { from, to }: Stretch): Finding {
  return makeFinding({
    rule: 'table.unmapped',
    scope: String(table + 1),
    severity: 'info',
    message: {
      zh: `第 ${table + 1} 个表格的第 ${from + 1} 至 ${to} 行有自己的表头，不属于规定的表格，没有变量接收。`,
      en: `Rows ${from + 1} to ${to} of table ${table + 1} stand under a heading of their own and are none of the form's; no variable takes them.`,
    },
  });
}

export function unmappedColumn(table: TableId, label: string, numbers: string): Finding {
  return makeFinding({
    rule: 'table.unmapped',
    scope: table,
    severity: 'info',
    message: {
      zh: `“${label}”一列没有变量接收，印有 ${numbers}。`,
      en: `No variable takes the column "${label}", which prints ${numbers}.`,
    },
  });
}

export function headerMissing(table: TableId, variables: readonly string[]): Finding {
  return makeFinding({
    rule: 'table.header_missing',
    scope: table,
    message: {
      zh: `“${TABLE_TITLES[table].zh}”没有印出可辨认的表头，各列按规定格式的顺序读取。`,
      en: `The table "${TABLE_TITLES[table].en}" prints no readable header: its columns were taken in the form's order.`,
    },
    variables: [...variables],
  });
}

/** A cell of a row that is printed twice: both times what stands in it. */
export interface PrintedAgain {
  readonly variable: string;
  readonly raws: readonly [string, string];
}

/** Cells of a table that are named in full; more are counted. */
const MOST_SHOWN = 6;

const namesOfCells = (cells: readonly PrintedAgain[], differ: boolean, lang: Language): readonly string[] => [
  ...new Set(
    cells.map(({ variable, raws }) => {
      const name = labelVariable(variable, lang);
      return differ ? `${name} ${raws.join(' / ')}` : name;
    }),
  ),
];

/** All rows of a table that are printed twice, in one finding: those whose numbers differ, or those whose agree. */
export function printedTwice(table: TableId, cells: readonly PrintedAgain[], differ: boolean): Finding {
  const shown = (lang: Language): string => {
    const each = namesOfCells(cells, differ, lang);
    const more = each.length - MOST_SHOWN;
    const named = each.slice(0, MOST_SHOWN).join(lang === 'zh' ? '、' : ', ');
    return more <= 0 ? named : named + (lang === 'zh' ? ` 等 ${each.length} 格` : ` and ${more} more cells`);
  };
  return makeFinding({
    rule: 'table.duplicate',
    scope: table,
    severity: differ ? 'warning' : 'info',
    message: differ
      ? {
          zh: `同一行印了两次，数字不同，无法确定以哪个为准：${shown('zh')}。`,
          en: `The same row is printed twice with different numbers, and which one counts is not certain: ${shown('en')}.`,
        }
      : {
          zh: `同一行印了两次，数字相同：${shown('zh')}。`,
          en: `The same row is printed twice with the same numbers: ${shown('en')}.`,
        },
    variables: [...new Set(cells.map(({ variable }) => variable))],
  });
}

/** `agree` when the one row is in each column the sum of its parts. */
export function statedInTwoWays(table: TableId, variables: readonly string[], agree: boolean): Finding {
  return makeFinding({
    rule: 'table.duplicate',
    scope: table,
    severity: agree ? 'info' : 'warning',
    message: agree
      ? {
          zh: '同一项目既印为一行又印为其各分行，前者各列都是后者之和。',
          en: 'An item is printed both as one row and as its parts, and the one row is their sum in each column.',
        }
      : {
          zh: '同一项目既印为一行又印为其各分行，无法确定合并的一行是小计还是错位的分行。',
          en: 'An item is printed both as one row and as its parts: the one row may be their sum or a part out of place.',
        },
    variables: [...variables],
  });
}
