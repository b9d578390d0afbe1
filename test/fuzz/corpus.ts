import { readFileSync } from 'node:fs';
import { generateCase, RECIPES } from '../generate/corpus.ts';
import { officeCase } from '../generate/docx-case.ts';

const recipe = (name: string) => {
  const found = RECIPES.find((one) => one.name === name);
  if (!found) throw new RangeError(`no recipe ${name}`);
  return found;
};
const stored = (path: string): Uint8Array => readFileSync(new URL(`../parsers/${path}`, import.meta.url));
const office = (name: string, kind: 'docx' | 'xlsx') => officeCase(recipe(name), 1, kind).bytes;

/** Whole documents that fuzzing cuts and changes, by the parser that reads them. */
export const CORPUS: Readonly<Record<string, () => readonly Uint8Array[]>> = {
  html: () =>
    ['html-plain-2021', 'html-word-2019', 'html-merged-ragged', 'html-utf16', 'html-gb18030-as-gbk'].map(
      (name) => generateCase(recipe(name), 1).bytes,
    ),
  text: () =>
    ['text-l2-2021', 'text-l3p-blanks-shown', 'text-l7-2021', 'text-l9-2019'].map(
      (name) => generateCase(recipe(name), 1).bytes,
    ),
  docx: () => [office('html-plain-2021', 'docx'), office('html-hybrid', 'docx')],
  xlsx: () => [office('html-plain-2021', 'xlsx')],
  xls: () => ['xlsx/fixtures/report-2021.xls', 'xlsx/fixtures/shapes.xls'].map(stored),
  doc: () => ['doc/fixtures/report-2021.doc', 'doc/fixtures/shapes.doc'].map(stored),
};
