import type { FetchRequest } from '../../src/model/exchange.ts';
import type { Page, ReportLink } from './family.ts';
import { readLinks, resolveUrl } from './links.ts';
import { scriptHeaders } from './read-entries.ts';

/** One `<datastore>`: rows of a list as pieces of markup, and where the next rows come from. */
export interface DataStore {
  readonly entries: readonly ReportLink[];
  /** Address of the next rows; null when these are the last, or the page asks by a form. */
  readonly next: string | null;
}

/** The stores of a list's page, where they stand in scripts, or of an answer, in their order. */
export function readStores(page: Page): readonly DataStore[] {
  return page.text
    .split('<datastore>')
    .slice(1)
    .map((store) => {
      const rows = piecesOf(store, 'record').join('\n');
      const next = piecesOf(store, 'nextgroup')[0];
      return {
        entries: readLinks({ url: page.url, text: rows }),
        next: next === undefined ? null : (readLinks({ url: page.url, text: next })[0]?.url ?? null),
      };
    });
}

/** What stands in `<name><![CDATA[…]]></name>`. */
function piecesOf(store: string, name: string): readonly string[] {
  return store
    .split(`<${name}><![CDATA[`)
    .slice(1)
    .flatMap((piece) => {
      const end = piece.indexOf(']]>');
      return end === -1 ? [] : [piece.slice(0, end)];
    });
}

/** Settings that a list's page hands to the script that turns its pages. */
const SETTING = /['"]?\b(\w{2,30})['"]?\s*:\s*['"]?([^'",{}\s]{1,200})/g;
const SETTINGS_LENGTH = 3000;
const MOST_REQUESTS = 100;
/** Pages of the list that one request fetches, as the system's own script does. */
const PAGES_A_REQUEST = 3;

/** What `$('#unit').jpage({…})` says; empty when the page has no such call. */
export function listSettings(text: string): ReadonlyMap<string, string> {
  const at = text.search(/\.jpage\s*\(/);
  if (at === -1) return new Map();
  return new Map(
    [...text.slice(at, at + SETTINGS_LENGTH).matchAll(SETTING)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value,
    ]),
  );
}

/** Fields of the form, in the order in which the system's script sends them. */
const FIELDS = [
  'col',
  'appid',
  'webid',
  'path',
  'columnid',
  'sourceContentType',
  'unitid',
  'webname',
  'permissiontype',
];

/**
 * The forms that fetch the rows behind those in the page, for installations whose page names no address of the next
 * rows. `startrecord` counts from 1 and is included, like `endrecord`.
 * @param shown How many rows the page has.
 */
export function rowForms({ url, text }: Page, shown: number): readonly FetchRequest[] {
  const settings = listSettings(text);
  const total = Number(settings.get('totalrecord'));
  const perPage = Number(settings.get('perpage'));
  const proxy = resolveUrl(settings.get('proxyurl') ?? '/module/web/jpage/dataproxy.jsp', url);
  const isKnown = settings.has('columnid') && settings.has('unitid') && total > shown && perPage > 0;
  if (!isKnown || proxy === null) return [];
  const step = perPage * PAGES_A_REQUEST;
  const body = new URLSearchParams(
    FIELDS.flatMap((name) => {
      const value = settings.get(name.toLowerCase());
      return value === undefined ? [] : [[name, value] as [string, string]];
    }),
  ).toString();
  const count = Math.min(Math.ceil((total - shown) / step), MOST_REQUESTS);
  return Array.from({ length: count }, (_, at) => {
    const start = shown + at * step + 1;
    const end = Math.min(start + step - 1, total);
    return {
      url: `${proxy}?startrecord=${start}&endrecord=${end}&perpage=${perPage}`,
      method: 'POST' as const,
      headers: { ...scriptHeaders(url), 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      body,
    };
  });
}
