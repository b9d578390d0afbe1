import type { Finding, Message } from '../../src/model/finding.ts';
import { makeFinding } from '../../src/rules/make-finding.ts';
import type { Doubt, Oddity } from '../read-number.ts';

const ODDITIES: Readonly<Record<Oddity, Message>> = {
  leading_zero: { zh: '数字以 0 开头', en: 'leading zero' },
  full_width: { zh: '全角数字', en: 'full-width digits' },
  spaces: { zh: '数字之间有空格或换行', en: 'blanks or line breaks inside the digits' },
  lines: { zh: '数字分在几行或几段', en: 'digits in several lines or paragraphs' },
  note: { zh: '数字前后附有说明或划去的字', en: 'a note or struck text beside the number' },
  unit_word: { zh: '数字后带有单位', en: 'a unit behind the number' },
  approximate: { zh: '是约数', en: 'an approximate number' },
  fraction: { zh: '件数不应有小数', en: 'a count with a fraction' },
  thousands: { zh: '带千位分隔符', en: 'thousands separators' },
  sign: { zh: '件数不应带正负号', en: 'a count with a sign' },
  words: { zh: '用文字书写', en: 'written in words' },
};

/** A habit of typesetting that cannot change the number. */
const HARMLESS: ReadonlySet<Oddity> = new Set(['thousands', 'full_width']);

export function malformedCell(
  variable: string,
  raw: string,
  value: number,
  oddities: readonly Oddity[],
): Finding {
  const why = (language: 'zh' | 'en') => oddities.map((oddity) => ODDITIES[oddity][language]);
  return makeFinding({
    rule: 'cell.malformed',
    scope: variable,
    severity: oddities.every((oddity) => HARMLESS.has(oddity)) ? 'info' : 'warning',
    message: {
      zh: `印为“${raw}”，读作 ${value}（${why('zh').join('，')}）。`,
      en: `Printed "${raw}", read as ${value} (${why('en').join(', ')}).`,
    },
    variables: [variable],
  });
}

export function convertedCell(variable: string, raw: string, value: number, unit: string): Finding {
  return makeFinding({
    rule: 'cell.unit',
    scope: variable,
    message: {
      zh: `印为“${raw}”，单位是${unit}，换算为表格单位得 ${value}。`,
      en: `Printed "${raw}" in ${unit}; converted to the form's unit it is ${value}.`,
    },
    variables: [variable],
  });
}

/** No unit is printed, the form's was taken, and what that makes of the number is unlikely. */
export function unprintedUnit(variable: string, raw: string): Finding {
  return makeFinding({
    rule: 'cell.unit',
    scope: variable,
    severity: 'question',
    message: {
      zh: `印为“${raw}”，没有印出单位，按表格规定的万元读取；数额如此之大，可能以元为单位。`,
      en: `Printed "${raw}" without a unit, taken in the form's (10,000 yuan); as large as that it may be in yuan.`,
    },
    variables: [variable],
  });
}

/** The row prints a unit that is neither the form's nor one that can be converted into it. */
export function otherUnit(variable: string, printed: string, unit: string): Finding {
  return makeFinding({
    rule: 'cell.unit',
    scope: variable,
    severity: 'question',
    message: {
      zh: `单位印为“${printed}”，表格规定的单位是“${unit}”，数字按所印照录。`,
      en: `The unit is printed as "${printed}", the form's is "${unit}"; the number is kept as printed.`,
    },
    variables: [variable],
  });
}

export function unreadableCell(variable: string, raw: string): Finding {
  return makeFinding({
    rule: 'cell.unreadable',
    scope: variable,
    message: {
      zh: `单元格里印的是“${raw}”，不是数字。`,
      en: `The cell prints "${raw}", which is no number.`,
    },
    variables: [variable],
  });
}

export function implausibleCell(variable: string, raw: string, most: number): Finding {
  return makeFinding({
    rule: 'cell.implausible',
    scope: variable,
    message: {
      zh: `印为“${raw}”，超过可能的最大数（${most}）。`,
      en: `Printed "${raw}", beyond the most that is possible (${most}).`,
    },
    variables: [variable],
  });
}

const DOUBTS: Readonly<Record<Doubt | 'shared', Message>> = {
  shared: {
    zh: '这一格与下面各行的合并在一起',
    en: 'its cell is merged with those of the rows below',
  },
  separator: {
    zh: '数字之间的逗号不是千位分隔符，可能是两个数，也可能是小数点',
    en: 'a comma between the digits is no thousands separator: there may be two numbers, or it may be a decimal point',
  },
  reversed: {
    zh: '文字被设为自右向左显示，读者看到的次序与文件中的相反',
    en: 'the text is set to be shown from right to left: a reader sees another order than the file has',
  },
};

const ambiguous = (scope: string, variables: readonly string[], message: Message): Finding =>
  makeFinding({ rule: 'cell.ambiguous', scope, message, variables: [...variables] });

export function ambiguousCell(variable: string, raw: string, doubt: Doubt | 'shared'): Finding {
  return ambiguous(variable, [variable], {
    zh: `单元格里印的是“${raw}”，无法确定是哪个数：${DOUBTS[doubt].zh}。`,
    en: `The cell prints "${raw}", and which number that is is not certain: ${DOUBTS[doubt].en}.`,
  });
}

/** A row of a document whose digits are other ones than are seen. */
export function otherDigits(scope: string, variables: readonly string[], raw: string): Finding {
  return ambiguous(scope, variables, {
    zh: `这一行读作“${raw}”，但各行的序号都成了别的数字：字体把数字对应到了别的字符，读到的数字不可信。`,
    en: `The row reads "${raw}", but the rows are numbered by other digits than the form's: the font maps digits to other characters, and no number is certain.`,
  });
}

export function ambiguousRow(
  scope: string,
  variables: readonly string[],
  raw: string,
  why: Message,
): Finding {
  return ambiguous(scope, variables, {
    zh: `这一行印有“${raw}”，但无法确定各数属于哪一列：${why.zh}。`,
    en: `The row prints "${raw}", but which column each number belongs to is not certain: ${why.en}.`,
  });
}

/** A row whose label only resembles that of the form's row in its place. */
export function otherwiseNamed(
  scope: string,
  variables: readonly string[],
  raw: string,
  [printed, known]: readonly [string, string],
): Finding {
  return ambiguous(scope, variables, {
    zh: `印有“${raw}”的一行名为“${printed}”，与格式的“${known}”只是相近，无法确定是否就是该项。`,
    en: `The row that prints "${raw}" is called "${printed}", which only resembles the form's "${known}": whether it is that item is not certain.`,
  });
}

/** A row of one of two tables that contradict each other in the rows that both print. */
export function contestedRow(scope: string, variables: readonly string[], raw: string): Finding {
  return ambiguous(scope, variables, {
    zh: `印有“${raw}”的一行只在两张互相不符的表格之一中印出，无法确定是不是本报告的。`,
    en: `The row that prints "${raw}" stands in one of two tables that contradict each other: whether it is this report's is not certain.`,
  });
}

/** Numbers of a column whose label is another than the form's in its place. */
export function otherColumn(
  scope: string,
  variables: readonly string[],
  [printed, known]: readonly [string, string],
): Finding {
  return ambiguous(scope, variables, {
    zh: `格式中“${known}”一列的位置上印的是“${printed}”，无法确定这一列是不是该项。`,
    en: `Where the form has the column "${known}" the table prints "${printed}": whether it is that column is not certain.`,
  });
}
