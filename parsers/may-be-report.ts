import { decodeText } from './decode.ts';

/** 信息公开 as it may stand in bytes: UTF-8, GB 18030, UTF-16 both ways, and 信 as a character reference. */
const NEEDLES: readonly Buffer[] = [
  Buffer.from('信息公开'),
  Buffer.from('d0c5cfa2b9abbfaa', 'hex'),
  Buffer.from('信息公开', 'utf16le'),
  Buffer.from('信息公开', 'utf16le').swap16(),
  ...['&#20449;', '&#x4fe1;', '&#x4FE1;', '&#X4FE1;'].map((reference) => Buffer.from(reference)),
];

const NAME = /年度?[^。]{0,20}报告|年报/;
/** What the articles of the regulation make a report speak of (条例 2007 §32, 2019 §50), in the words of its headings. */
const TOPICS: readonly RegExp[] = [
  /总体情况|基本情况|概述/,
  /主动公开/,
  /依申请公开|信息公开申请/,
  /行政复议|行政诉讼/,
  /问题|不足/,
  /结转|答复|不予公开/,
  /收费|减免|费用/,
];
const FEWEST_TOPICS = 3;

/**
 * A cheap look before a page is parsed: its text when it may be a yearly report, else null. It lets through what
 * speaks of the same things (guides, news); the parser decides about those.
 */
export function mayBeReport(bytes: Uint8Array): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!NEEDLES.some((needle) => buffer.includes(needle))) return null;
  const { text } = decodeText(bytes);
  const plain = text.replace(/&#(\d{1,7});|&#x([0-9a-f]{1,6});/gi, characterOf).replace(/<[^>]*>|\s+/g, '');
  return NAME.test(plain) && speaksOfTopics(plain) ? text : null;
}

/** Whether a text speaks of most of what a report must tell of. */
export const speaksOfTopics = (text: string): boolean =>
  TOPICS.filter((topic) => topic.test(text)).length >= FEWEST_TOPICS;

function characterOf(_: string, decimal: string | undefined, hexadecimal: string | undefined): string {
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
