import type { z } from 'zod';
import type { Message } from '../model/finding.ts';

type Issue = z.core.$ZodIssue;

/** What the schema refuses, in both languages, with the field's path in front: `years.from: …`. */
export function explainIssue(issue: Issue): Message {
  const { zh, en } = describe(issue);
  const field = issue.path.map(String).join('.');
  return field === '' ? { zh, en } : { zh: `${field}：${zh}`, en: `${field}: ${en}` };
}

function describe(issue: Issue): Message {
  if (issue.input === undefined && MISSING_CODES.has(issue.code)) return { zh: '缺少', en: 'is missing' };
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return { zh: `没有名为 ${keys} 的字段`, en: `there is no field ${keys}` };
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return { zh: `应为以下之一：${values}`, en: `should be one of ${values}` };
    }
    case 'invalid_format':
      return wrongFormat(issue.format);
    case 'too_small':
      return { zh: `不得小于 ${issue.minimum}`, en: `should be ${issue.minimum} or more` };
    case 'too_big':
      return { zh: `不得大于 ${issue.maximum}`, en: `should be ${issue.maximum} or less` };
    case 'custom': {
      const zh = issue.params?.['zh'];
      return { zh: typeof zh === 'string' ? zh : issue.message, en: issue.message };
    }
    default:
      return { zh: issue.message, en: issue.message };
  }
}

/** A field that is not there fails as a wrong type, or as none of the values of its list. */
const MISSING_CODES: ReadonlySet<string> = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

const TYPES: Readonly<Record<string, Message>> = {
  string: { zh: '文字；数字须加引号', en: 'text; a number needs quotes' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '由字段组成的映射', en: 'a mapping of fields' },
};

function wrongType({ expected }: Extract<Issue, { code: 'invalid_type' }>): Message {
  const type = TYPES[expected] ?? { zh: expected, en: expected };
  return { zh: `应为${type.zh}`, en: `should be ${type.en}` };
}

const FORMATS: Readonly<Record<string, Message>> = {
  url: { zh: '不是 http 或 https 网址', en: 'is no http or https address' },
  date: { zh: '应为 YYYY-MM-DD 形式的日期，或 null', en: 'should be a date as YYYY-MM-DD, or null' },
};

function wrongFormat(format: string): Message {
  return FORMATS[format] ?? { zh: '写法不对', en: 'is not written as it should be' };
}
