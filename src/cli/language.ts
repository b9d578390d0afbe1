import type { Language } from '../model/status.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Chinese where the locale is Chinese, English elsewhere. LC_ALL beats LC_MESSAGES beats LANG (POSIX, 8.2). */
export function languageOfLocale(env: Environment): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/**
 * The language that is asked for, looked up before the arguments are parsed: the help and the error about a
 * wrong argument must already be in it. An unknown language is left for the argument parser to refuse.
 */
export function chooseLanguage(argv: readonly string[], env: Environment): Language {
  const asked = languageArgument(argv) ?? env['GONGKAI_LANG'];
  return asked === 'zh' || asked === 'en' ? asked : languageOfLocale(env);
}

function languageArgument(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end < 0 ? argv : argv.slice(0, end);
  for (const [index, argument] of options.entries()) {
    if (argument === '--lang') return options[index + 1];
    if (argument.startsWith('--lang=')) return argument.slice('--lang='.length);
  }
  return undefined;
}
