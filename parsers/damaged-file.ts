import type { Cell } from '../src/model/cell.ts';
import type { Finding } from '../src/model/finding.ts';
import { makeFinding } from '../src/rules/make-finding.ts';
import type { PrintedDocument } from './document.ts';

/**
 * Numbers of a file that was damaged on its way: digits may have become other digits, and nothing shows it. They stay,
 * for most of them are as they were, and all of them are told of.
 */
export function damagedFile(
  { damagedParts: parts = 0 }: PrintedDocument,
  cells: readonly Cell[] = [],
): readonly Finding[] {
  if (parts === 0) return [];
  const finding = makeFinding({
    rule: 'document.damaged',
    scope: 'document',
    message: {
      zh: `文件有 ${parts} 处数据与自带的校验和不符（传输或保存时损坏）：读到的数字可能已经变成别的数字。`,
      en: `In ${parts} ${parts === 1 ? 'place' : 'places'} the data of the file are not what their own checksum says (damaged in transfer or storage): any number read may have become another one.`,
    },
    variables: cells.filter(({ source }) => source !== null).map(({ variable }) => variable),
  });
  return [finding];
}
