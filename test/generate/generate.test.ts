import { describe, expect, test } from 'vitest';
import { ANOMALIES, applyAnomaly } from './anomalies.ts';
import { generateCase, RECIPES } from './corpus.ts';
import { encodeText } from './encode.ts';
import { brokenRelations, makeFigures, SIZES } from './figures.ts';
import { variablesOf } from './form.ts';
import { chineseNumeral } from './numerals.ts';
import { PLACES, placesIn } from './places.ts';
import { createRandom } from './random.ts';
import { placeCells, printedCells, type Table, tableWidth } from './table.ts';

const LAYOUTS = ['2019', '2021', 'hybrid'] as const;
const OTHERS = ['one row', 'three rows'] as const;

/** What a browser would decode, whatever the page declares. */
const decode = (bytes: Uint8Array, name: string): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    expect(name).toMatch(/gb|mixture/);
    return new TextDecoder('gb18030').decode(bytes);
  }
};

const NAMED: Readonly<Record<string, string>> = { nbsp: '\u00a0', amp: '&', lt: '<', gt: '>', quot: '"' };

const withoutEntities = (text: string): string =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (_, name) => NAMED[name] ?? '');

/** A frame whose page stands in its attribute shows that page. */
const visibleText = (html: string): string =>
  withoutEntities(
    html
      .replace(/<iframe srcdoc="([^"]*)"><\/iframe>/g, (_, page) => withoutEntities(page))
      .replace(/<!--.*?-->|<script.*?<\/script>|<style.*?<\/style>/gs, '')
      .replace(/<[^>]*>/g, ''),
  );

const squeezed = (text: string): string => text.replace(/[\s\u200b\ufeff|｜]|\u200d/g, '');

describe('figures', () => {
  test('obey every relation of the form', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const random = createRandom(seed);
      const other = random.pick(OTHERS);
      const layout = random.pick(LAYOUTS);
      const shape = { layout, other, size: random.pick(SIZES), naturalOnly: random.chance(0.3) };
      const figures = makeFigures(random, shape);
      expect(brokenRelations(figures, other)).toEqual([]);
      expect([...figures.keys()].sort()).toEqual([...variablesOf(layout, other)].sort());
      const counts = [...figures].filter(([variable]) => !variable.endsWith('amount_10k_yuan'));
      expect(counts.filter(([, value]) => !Number.isInteger(value))).toEqual([]);
      const changes = /items_change$/;
      expect([...figures].filter(([variable, value]) => value < 0 && !changes.test(variable))).toEqual([]);
    }
  });

  test.each(ANOMALIES)('%s breaks a relation and leaves no negative count', (anomaly) => {
    for (let seed = 0; seed < 60; seed += 1) {
      const random = createRandom(seed);
      const other = random.pick(OTHERS);
      const shape = { layout: '2021', other, size: random.pick(SIZES), naturalOnly: false } as const;
      const changed = applyAnomaly(makeFigures(random, shape), anomaly, random, other);
      const broken = brokenRelations(changed, other);
      expect(broken.length).toBeGreaterThan(0);
      const named = anomaly.startsWith('balance') ? 'applications.balance' : '';
      for (const { rule } of broken) expect(rule.startsWith(named)).toBe(true);
      for (const value of changed.values()) expect(value).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('documents', () => {
  test('recipes have different names', () => {
    expect(new Set(RECIPES.map((recipe) => recipe.name)).size).toBe(RECIPES.length);
  });

  test.each(RECIPES.map((recipe) => [recipe.name, recipe] as const))(
    '%s prints its truth',
    (name, recipe) => {
      const known = new Set(
        LAYOUTS.flatMap((layout) => OTHERS.flatMap((other) => variablesOf(layout, other))),
      );
      for (const seed of [1, 2]) {
        const { truth, bytes, tables } = generateCase(recipe, seed);
        expect(Buffer.compare(generateCase(recipe, seed).bytes, bytes)).toBe(0);
        for (const variable of Object.keys(truth.values)) expect(known).toContain(variable);
        for (const variable of truth.blank) expect(truth.values).toHaveProperty([variable]);
        const text = decode(bytes, name);
        const visible = squeezed(recipe.kind === 'html' ? visibleText(text) : text);
        expectPrintedInOrder(visible, tables, truth.blank);
      }
    },
  );
});

/** Every printed figure stands in the document, in the order of the tables. */
const expectPrintedInOrder = (visible: string, tables: readonly Table[], blank: readonly string[]): void => {
  const empty = new Set(blank);
  // the narrative comes first and is full of numbers
  let at = tables.length === 0 ? 0 : visible.indexOf('第二十条第');
  if (tables.length > 0 && at < 0) at = Math.max(0, visible.search(/本年制?发|本年新/));
  for (const [variable, text] of printedCells(tables)) {
    if (empty.has(variable)) continue;
    const found = visible.indexOf(squeezed(text), at);
    expect(
      found,
      `${variable} (${text}) is not printed after ${visible.slice(at, at + 40)}`,
    ).toBeGreaterThanOrEqual(at);
    at = found + squeezed(text).length;
  }
};

describe('places', () => {
  test('have one code a name in any year', () => {
    for (let year = 2019; year <= 2025; year += 1) {
      const places = placesIn(year);
      expect(new Set(places.map((place) => place.name)).size).toBe(places.length);
      expect(new Set(places.map((place) => place.code)).size).toBe(places.length);
    }
    for (const { code } of PLACES) expect(code).toMatch(/^\d{6}$/);
  });
});

describe('helpers', () => {
  test('chinese numerals are written as people write them', () => {
    const written = [0, 5, 10, 12, 20, 27, 100, 105, 110, 115, 1000, 1024].map(chineseNumeral);
    expect(written).toEqual([
      ...[
        '零',
        '五',
        '十',
        '十二',
        '二十',
        '二十七',
        '一百',
        '一百零五',
        '一百一十',
        '一百一十五',
        '一千',
        '一千零二十四',
      ],
    ]);
  });

  test('gb18030 bytes decode to what was encoded', () => {
    const text = '双辽市2021年“三安全一稳定”（六）其他处理：１２ 件 12.5';
    expect(new TextDecoder('gb18030').decode(encodeText(text, 'gb18030'))).toBe(text);
  });

  test('cells are placed as a browser places them', () => {
    const cell = (colspan: number, rowspan: number) =>
      ({ text: 'x', kind: 'label', colspan, rowspan }) as const;
    const rows = [[cell(2, 2), cell(1, 1)], [cell(1, 1)], [cell(1, 1), cell(2, 1)]];
    expect(placeCells(rows).map(({ row, column }) => [row, column])).toEqual([
      [0, 0],
      [0, 2],
      [1, 2],
      [2, 0],
      [2, 1],
    ]);
    expect(tableWidth({ id: 'disclosure', rows, headerRows: 0 })).toBe(3);
  });
});
