import { load } from 'cheerio';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../parsers/normalise-label.ts';
import { openDocument } from '../../parsers/open-document.ts';
import { generateCase, RECIPES } from '../generate/corpus.ts';
import { encodeHtml, encodeText } from '../generate/encode.ts';
import { extractBytes } from '../golden/extract-fixture.ts';

/** GONGKAI_RUNS=1000 tries more. */
const RUNS = Number(process.env['GONGKAI_RUNS'] ?? 60);

type Change = (markup: string) => string;

/** What editors and publishing systems do to a page without changing what it says. */
const HTML_CHANGES: Readonly<Record<string, Change>> = {
  'white space between tags': (markup) =>
    markup.replace(/(<\/?(?:tr|td|th|tbody|table)\b[^>]*>)/gi, '\n\t $1 \n'),
  'comments in cells': (markup) => markup.replace(/(<t[dh]\b[^>]*>)/gi, '$1<!-- 12 -->'),
  attributes: (markup) => markup.replace(/<(td|tr|table)\b/gi, '<$1 data-n="12" onclick="f(3)"'),
  'spans of one': (markup) => markup.replace(/<(t[dh])(?![^>]*colspan)\b/gi, '<$1 colspan="1"'),
  'tags in upper case': (markup) =>
    markup.replace(/<\/?(?:td|tr|table|p|span)\b/gi, (tag) => tag.toUpperCase()),
  'no closing tags of cells and rows': (markup) => markup.replace(/<\/(?:td|th|tr)>/gi, ''),
  'spans around all text of cells': (markup) =>
    markup.replace(/(<t[dh]\b[^>]*>)([^<]+)(?=<\/t[dh]>)/gi, '$1<span lang="EN-US"><span>$2</span></span>'),
  'bold labels': (markup) =>
    markup.replace(/(<t[dh]\b[^>]*>)([^<\d]+)(?=<\/t[dh]>)/gi, '$1<p><strong>$2</strong></p>'),
  'hidden marks': (markup) =>
    markup.replace(/(<t[dh]\b[^>]*>)/gi, '$1\u200b<span style="display:none">9</span>'),
  'a table of links before': (markup) =>
    markup.replace(/<body[^>]*>/i, (body) => `${body}<table><tr><td>首页<td>机构<td>27</table>`),
  'a table of links behind': (markup) =>
    markup.replace(/<\/body>/i, '<table><tr><td>分享<td>打印<td>27</table></body>'),
  'a script that writes tables': (markup) =>
    markup.replace(/<\/body>/i, "<script>document.write('<table><tr><td>规章</td></tr>');</script></body>"),
};

const ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': (text) => encodeHtml(text, 'utf-8'),
  'utf-8 with a mark': (text) => encodeHtml(text, 'utf-8 bom'),
  gb18030: (text) => encodeHtml(text, 'gb18030'),
  'utf-16le with a mark': (text) => encodeHtml(text, 'utf-16le bom'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
};

const TEXT_CHANGES: Readonly<Record<string, Change>> = {
  CRLF: (text) => text.replace(/\n/g, '\r\n'),
  'blanks at line ends': (text) => text.replace(/\n/g, ' \u3000\n'),
  'full-width bars': (text) => text.replace(/\|/g, '｜'),
  'a mark at the start': (text) => `\ufeff${text}`,
  'no-break spaces before bars': (text) => text.replace(/ \|/g, '\u00a0|'),
  'zero-width characters': (text) => text.replace(/ \|/g, '\u200b |'),
};

const recipes = (kind: 'html' | 'text', prefix: RegExp) =>
  Object.fromEntries(
    RECIPES.filter((recipe) => recipe.kind === kind && prefix.test(recipe.name)).map((recipe) => [
      recipe.name,
      recipe,
    ]),
  );
const PAGES = recipes(
  'html',
  /^html-(?:plain|ragged|lost-spans|split|merged|blank|malformed|anomaly|hybrid|subtotal)/,
);
const TEXTS = recipes('text', /^text-l(?:2|3|3p|4|5|8|9)-/);

/** By names: a counterexample then names the document that it was found on. */
function documentOf(name: string, seed: number): Uint8Array {
  const recipe = { ...PAGES, ...TEXTS }[name];
  if (!recipe) throw new Error(`no recipe ${name}`);
  return generateCase(recipe, seed).bytes;
}

/** What a document says, without the places it says it at. */
async function said(bytes: Uint8Array): Promise<unknown> {
  const { report, cells, findings } = await extractBytes(bytes);
  return {
    report,
    cells: cells.map(({ variable, value, status, imputed }) => ({ variable, value, status, imputed })),
    findings: findings.map(({ rule, scope, severity }) => `${severity} ${rule} ${scope}`).sort(),
  };
}

test('what editors do to a page changes nothing it says', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(PAGES)),
      fc.integer({ min: 1, max: 500 }),
      fc.subarray(Object.keys(HTML_CHANGES), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...Object.keys(ENCODINGS)),
      async (name, seed, changes, encoding) => {
        const bytes = documentOf(name, seed);
        const markup = new TextDecoder().decode(bytes);
        const changed = changes.reduce((text, change) => HTML_CHANGES[change]?.(text) ?? text, markup);
        expect(await said(ENCODINGS[encoding]?.(changed) ?? bytes)).toEqual(await said(bytes));
      },
    ),
    { numRuns: RUNS },
  ),
);

test('what editors do to a text changes nothing it says', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(TEXTS)),
      fc.integer({ min: 1, max: 500 }),
      fc.subarray(Object.keys(TEXT_CHANGES), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('utf-8', 'gb18030', 'utf-16le', 'utf-16be'),
      async (name, seed, changes, encoding) => {
        const bytes = documentOf(name, seed);
        const text = new TextDecoder().decode(bytes);
        const changed = changes.reduce((own, change) => TEXT_CHANGES[change]?.(own) ?? own, text);
        const encoded =
          encoding === 'gb18030' ? encodeText(changed, 'gb18030') : ENCODINGS[encoding]?.(changed);
        expect(await said(encoded ?? bytes)).toEqual(await said(bytes));
      },
    ),
    { numRuns: RUNS },
  ),
);

test('claims and cells stand where they say', { timeout: 120_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys({ ...PAGES, ...TEXTS })),
      fc.integer({ min: 1, max: 500 }),
      async (name, seed) => {
        const bytes = documentOf(name, seed);
        const { text } = await openDocument(bytes);
        const $ = name in PAGES ? load(new TextDecoder().decode(bytes)) : null;
        const { cells, claims } = await extractBytes(bytes);
        for (const claim of claims) expect(text.slice(claim.start, claim.end)).toBe(claim.text);
        for (const { variable, source, raw, status } of cells) {
          if (source === null || raw === null || status === 'ambiguous') continue;
          if (source.kind === 'text')
            expect(cleanText(text.slice(source.start, source.end)), variable).toBe(raw);
          if (source.kind === 'html') {
            const found = $?.(source.path);
            expect(found, variable).toHaveLength(1);
            expect(cleanText(found?.text() ?? ''), variable).toBe(raw);
          }
        }
      },
    ),
    { numRuns: RUNS },
  ),
);
