import type { Child } from 'hono/jsx';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import type { Place } from '../navigation.ts';
import type { Theme } from '../route.ts';
import type { Person } from '../security/access.ts';
import { COMMON } from '../texts/common.ts';
import { Brand } from './brand.tsx';
import { Identity, isLoggedIn } from './identity.tsx';
import { Preferences } from './preferences.tsx';
import { ShortForm } from './short-form.tsx';

export interface LayoutProps {
  readonly title: string;
  readonly lang: Language;
  readonly theme: Theme;
  readonly url: URL;
  readonly person: Person;
  readonly places: readonly Place[];
  readonly styleSheet: string;
  readonly scripts: readonly string[];
  readonly wide: boolean;
  /** Where the same page is as data. */
  readonly formats: Readonly<Partial<Record<'json' | 'csv', string>>>;
  readonly children: Child;
}

/** The frame of every page. Nothing in it is inline: Content-Security-Policy allows no such script or style. */
export function Layout({
  title,
  lang,
  theme,
  url,
  person,
  places,
  styleSheet,
  scripts,
  wide,
  formats,
  children,
}: LayoutProps): Html {
  return (
    <html lang={lang === 'zh' ? 'zh-CN' : 'en'} data-theme={theme}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
        <title>{`${title} · ${COMMON.product[lang]}`}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={styleSheet} />
        {scripts.map((script) => (
          <script type="module" src={script} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {COMMON.skip[lang]}
        </a>
        <header class="top">
          <Brand lang={lang} />
          <nav aria-label={COMMON.navigation[lang]}>
            <ul>
              {places.map(([path, name]) => (
                <li>
                  <a href={path} aria-current={isHere(path, url) ? 'page' : undefined}>
                    {name[lang]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {isLoggedIn(person) && <Identity person={person} lang={lang} />}
          <Preferences lang={lang} theme={theme} url={url} />
        </header>
        <main id="main" class={wide ? 'wide' : undefined} tabindex={-1}>
          {children}
        </main>
        <footer class="bottom">
          {Object.keys(formats).length > 0 && (
            <p>
              {COMMON.alsoAs[lang]}{' '}
              {Object.entries(formats).map(([name, address]) => (
                <>
                  <a href={address}>{name.toUpperCase()}</a>{' '}
                </>
              ))}
            </p>
          )}
          <ShortForm url={url} lang={lang} />
        </footer>
        {/* There from the beginning: what comes with its words is not read out. */}
        <div id="announce" role="status" />
      </body>
    </html>
  );
}

const isHere = (path: string, { pathname }: URL): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
