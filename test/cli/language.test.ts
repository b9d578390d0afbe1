import { expect, test } from 'vitest';
import { chooseLanguage, languageOfLocale } from '../../src/cli/language.ts';

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'zh_TW' }, 'zh'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
  [{ LANG: 'C', LC_MESSAGES: 'zh_CN' }, 'zh'],
  [{ LANG: '' }, 'en'],
  [{}, 'en'],
] as const)('locale %j speaks %s', (env, lang) => {
  expect(languageOfLocale(env)).toBe(lang);
});

test('an option beats the environment, which beats the locale', () => {
  const env = { LANG: 'en_GB', GONGKAI_LANG: 'zh' };
  expect(chooseLanguage([], env)).toBe('zh');
  expect(chooseLanguage(['--lang', 'en'], env)).toBe('en');
  expect(chooseLanguage(['extract', '--lang=en'], env)).toBe('en');
  expect(chooseLanguage(['extract', '--', '--lang=en'], env)).toBe('zh');
});
