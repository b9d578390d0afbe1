import { expect, test } from 'vitest';
import { attachmentLinks } from '../../src/pipeline/attachment-links.ts';

test('links to documents are found, whatever the quotes, and made whole', () => {
  const markup = `<a href="P0.pdf?a=1&amp;b=2">1</a><A HREF='../年报.DOC'>2</A><a href=/x/y.xlsx>3</a>
    <a href="page.html">4</a><a href="http://[bad/a.pdf">5</a><a href="javascript:open('a.pdf')">6</a>`;
  expect(attachmentLinks(markup, 'http://a.gov.cn/x/1.html')).toEqual([
    'http://a.gov.cn/x/P0.pdf?a=1&b=2',
    'http://a.gov.cn/%E5%B9%B4%E6%8A%A5.DOC',
    'http://a.gov.cn/x/y.xlsx',
  ]);
});
