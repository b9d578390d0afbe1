import type { CheerioAPI } from 'cheerio';
import type { Document, Element } from 'domhandler';
import { DATE_METAS, PRINTED_DATE, TITLE_METAS } from './article-words.ts';
import { selectAll } from './elements.ts';
import { isoDate, textOf } from './links.ts';

/** What a page says of itself. */
export interface Meta {
  /** By name in small letters. */
  readonly values: ReadonlyMap<string, string>;
  /** Labels of the 公开目录 table (索引号, 组配分类, 发布机构…) and of the line below a title, with what they say. */
  readonly labelled: readonly (readonly [label: string, value: string])[];
  /** 组配分类 and column names: what the system files the page under. */
  readonly classes: readonly string[];
}

/** The meta tags of 国办发〔2017〕47号 in whatever order their attributes stand; the first of a name that says something. */
export function readMeta($: CheerioAPI): Meta {
  const values = new Map<string, string>();
  for (const { attribs } of selectAll($, 'meta')) {
    const name = (attribs['name'] ?? attribs['property'] ?? '').toLowerCase();
    const content = (attribs['content'] ?? '').trim();
    if (name !== '' && content !== '' && !values.has(name)) values.set(name, content);
  }
  const labelled = readLabels($);
  const classes = [
    values.get('columnname'),
    values.get('columntype'),
    valueBehind(labelled, /^(?:组配|信息|主题)?分类/),
  ];
  return { values, labelled, classes: classes.filter((name) => name !== undefined) };
}

const LONGEST_HEAD = 1000;

/** What `<title>` says, white space folded; empty without one. */
export function headTitle($: CheerioAPI): string {
  const [title] = selectAll($, 'title');
  return title === undefined ? '' : textOf(title, LONGEST_HEAD);
}

/** Titles that the page gives itself, the most trustworthy first: meta, heading, title without the site's name. */
export function titlesOf($: CheerioAPI, { values, labelled }: Meta): readonly string[] {
  const metas = TITLE_METAS.flatMap((name) => values.get(name) ?? []);
  const headings = selectAll(
    $,
    'h1, h2, .title, .bt, .article-title, .arti_title, [class*="title"], [id*="title"]',
  )
    .slice(0, 30)
    .map((element) => textOf(element, 200));
  const head = headTitle($);
  const named = valueBehind(labelled, /名称|标题/);
  const titles = [
    ...metas,
    named,
    head.split(/[_|]|\s-\s|-(?=[^-]*(?:政府|网|门户))/)[0]?.trim(),
    ...headings,
  ];
  return [...new Set(titles.filter((title) => title !== undefined && title !== ''))] as string[];
}

/** Day of publication: of the meta tags, else of the header table, else of the line below the title. */
export function printedDate($: CheerioAPI, { values, labelled }: Meta): string | null {
  for (const name of DATE_METAS) {
    const date = isoDate(values.get(name) ?? '');
    if (date !== null) return date;
  }
  const date = isoDate(valueBehind(labelled, /日期|时间/) ?? '');
  if (date !== null) return date;
  const text = textOf($.root()[0] as unknown as Document, 20_000);
  return isoDate(PRINTED_DATE.exec(text)?.[1] ?? '');
}

const LABELS =
  /^(?:(?:组配|信息|主题)?分类|(?:信息)?名称|标题|(?:发布|公开|发文|公布)(?:日期|时间))[\]】]?(?=[:：]|$)/;
/** A header stands before the body; later cells are figures. */
const MOST_CELLS = 150;

/** Labels and what they say: the next cell, or the rest of the label's own. */
function readLabels($: CheerioAPI): Meta['labelled'] {
  const cells = selectAll($, 'td, th, dt, li, p, span, b, strong, label').slice(0, MOST_CELLS);
  return cells.flatMap((cell) => {
    const text = textOf(cell, 80).replace(/[\s【[]/g, '');
    const label = LABELS.exec(text)?.[0];
    if (label === undefined) return [];
    const rest = text.slice(label.length).replace(/^[:：]/, '');
    const next = rest === '' ? nextElement(cell) : null;
    const value = next === null ? rest : textOf(next, 120);
    return value === '' ? [] : [[label, value] as const];
  });
}

const valueBehind = (labelled: Meta['labelled'], label: RegExp): string | undefined =>
  labelled.find(([name]) => label.test(name))?.[1];

function nextElement(element: Element): Element | null {
  let node = element.next;
  while (node !== null && !('attribs' in node)) node = node.next;
  return node;
}
