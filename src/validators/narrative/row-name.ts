import { findDerivedVariable } from '../../forms/derived.ts';
import { findVariable } from '../../forms/index.ts';
import type { Message } from '../../model/finding.ts';

/** （一）, 1., 一、 before a label of the form; (1), 1. in English. */
const ORDINAL_ZH = /^(?:（.{1,2}）|[一二三四五六七八九]、|\d\.)/;
const ORDINAL_EN = /^(?:\(\d\)|\d\.)\s*/;

/** What the form calls the row of a variable, without ordinal and note: 予以公开; the procedure for counts of challenges. */
export function rowName(variable: string): Message | undefined {
  const found = findVariable(variable);
  const group = found?.block.columnGroups.find(({ id }) => id === found.column.group);
  const label = found?.row.zh === '' ? group : (found?.row ?? findDerivedVariable(variable)?.row);
  return (
    label && {
      zh: label.zh.replace(ORDINAL_ZH, '').replace(/（.*/, ''),
      en: label.en.replace(ORDINAL_EN, ''),
    }
  );
}
