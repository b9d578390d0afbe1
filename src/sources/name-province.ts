import type { Message } from '../model/finding.ts';
import type { Gazetteer } from '../places/gazetteer.ts';
import { provinceFolder } from './province-folders.ts';

/** Names provinces by the first two digits of their code: 吉林省, in English its pinyin; an unknown code stays as it is. */
export function nameProvince({ unitsByCode }: Gazetteer): (code: string) => Message {
  return (code) => {
    const zh = unitsByCode.get(`${code}0000`)?.at(-1)?.rows.at(-1)?.name ?? code;
    const pinyin = provinceFolder(code) ?? code;
    return { zh, en: pinyin.replace(/^[a-z]/, (first) => first.toUpperCase()) };
  };
}
