import { expect, test } from 'vitest';
import { labelScope } from '../../src/forms/words.ts';

// Two findings of one rule in one report are told apart by nothing else.
test.each([
  ['natural_person', '自然人', 'natural persons'],
  ['total', '总计', 'total'],
  ['granted', '（一）予以公开', '(1) Granted'],
  ['applications.granted.total', '（一）予以公开 · 总计', '(1) Granted · total'],
  ['applications.granted', '（一）予以公开', '(1) Granted'],
  [
    'applications.refused_internal_affairs',
    '（三）不予公开 5.属于三类内部事务信息',
    '(3) Refused 5. Internal affairs, three kinds',
  ],
  ['tables', '各表', 'all tables'],
  ['text', '正文', 'the text'],
  ['series', '历年', 'the series'],
  ['granted total', '（一）予以公开、总计', '(1) Granted, total'],
  ['a b c d e', 'a、b、c 及另外 2 项', 'a, b, c and 2 more'],
])('%s is called %s, %s', (scope, zh, en) => {
  expect([labelScope(scope, 'zh'), labelScope(scope, 'en')]).toEqual([zh, en]);
});
