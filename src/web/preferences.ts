import { z } from 'zod';
import { LANGUAGES, type Language } from '../model/status.ts';
import { route, THEMES, type Theme } from './route.ts';

const LANG_COOKIE = 'gongkai_lang';
const THEME_COOKIE = 'gongkai_theme';
const YEAR_SECONDS = 365 * 24 * 3600;

export interface Preferences {
  readonly lang: Language;
  readonly theme: Theme;
}

const Lang = z.enum(LANGUAGES);

/** `?lang=` first, so that a link keeps its language; then the cookie, then what the browser asks for, then Chinese. */
export function readPreferences(
  url: URL,
  cookies: Readonly<Record<string, string>>,
  accepted = '',
): Preferences {
  const asked = [url.searchParams.get('lang'), cookies[LANG_COOKIE], ...accepted.split(',').map(languageOf)];
  const lang = asked.flatMap((one) => Lang.safeParse(one).data ?? [])[0] ?? 'zh';
  return { lang, theme: z.enum(THEMES).catch('auto').parse(cookies[THEME_COOKIE]) };
}

const languageOf = (range: string): string => range.trim().slice(0, 2).toLowerCase();

/** A path of our own: `//host` and `/\host` would lead elsewhere. */
export const LocalPath = z.string().regex(/^\/(?![/\\])[^\s\\]*$/);

export const preferences = route({
  method: 'post',
  path: '/preferences',
  access: 'public',
  body: z.object({ lang: Lang, theme: z.enum(THEMES), back: LocalPath.catch('/') }),
  answer: ({ body: { lang, theme, back }, url }) => {
    const to = new URL(back, url);
    to.searchParams.delete('lang');
    return {
      redirect: to.pathname + to.search,
      cookies: [cookie(LANG_COOKIE, lang), cookie(THEME_COOKIE, theme)],
    };
  },
});

const cookie = (name: string, value: string): string =>
  `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax; HttpOnly`;
