import { LANGUAGES, type Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import { THEMES, type Theme } from '../route.ts';
import { COMMON } from '../texts/common.ts';

const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { zh: '中文', en: 'English' };

/** Language and look, kept in cookies. A button takes the choice where there is no JavaScript. */
export function Preferences({ lang, theme, url }: { lang: Language; theme: Theme; url: URL }): Html {
  return (
    <form
      class="preferences"
      method="post"
      action="/preferences"
      aria-label={COMMON.preferences[lang]}
      data-submit-on-change
    >
      <input type="hidden" name="back" value={url.pathname + url.search} />
      <select name="lang" aria-label={COMMON.language[lang]} autocomplete="off">
        {LANGUAGES.map((one) => (
          <option value={one} selected={one === lang} lang={one === 'zh' ? 'zh-CN' : 'en'}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
      <select name="theme" aria-label={COMMON.theme[lang]} autocomplete="off">
        {THEMES.map((one) => (
          <option value={one} selected={one === theme}>
            {COMMON[one][lang]}
          </option>
        ))}
      </select>
      <button type="submit">{COMMON.apply[lang]}</button>
    </form>
  );
}
