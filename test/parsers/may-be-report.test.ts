import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayBeReport } from '../../parsers/may-be-report.ts';

const report = readFileSync('test/fixtures/generated/html-plain-2021-11.html').toString();
const references = (text: string, base: 10 | 16) =>
  text.replace(/[\u4e00-\u9fff]/g, (character) => {
    const code = character.charCodeAt(0);
    return base === 10 ? `&#${code};` : `&#x${code.toString(16)};`;
  });

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(report)],
  ['GBK', readFileSync('test/fixtures/generated/html-gbk-as-utf8-31.html')],
  ['UTF-16', Buffer.from(`\ufeff${report}`, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(`\ufeff${report}`, 'utf16le').swap16()],
  ['decimal character references', Buffer.from(references(report, 10))],
  ['hexadecimal character references', Buffer.from(references(report, 16))],
  ['flattened text', readFileSync('data/sample/shuangliao-2021.txt')],
])('a report in %s may be one; its text is given', (_, bytes) => {
  expect(mayBeReport(bytes)?.length).toBeGreaterThan(500);
});

test.each([
  ['no bytes', ''],
  ['another page', '<html>主动公开 依申请公开 行政复议 年度报告</html>'],
  ['a list of reports', '<li>2021年政府信息公开工作年度报告<li>2020年政府信息公开工作年度报告'],
  ['a menu', '<a>政府信息公开年报</a><a>依申请公开</a><a>政府信息公开指南</a>'],
])('%s is none', (_, text) => expect(mayBeReport(Buffer.from(text))).toBeNull());
