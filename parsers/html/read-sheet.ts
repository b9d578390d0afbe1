import { AtRule, type ChildNode, type Container, CssSyntaxError, parse, type Root, type Rule } from 'postcss';

/** A rule of a style sheet: one selector, what it declares, and how it ranks among others (CSS Cascade 4, 6.4). */
export interface SheetRule {
  readonly selector: string;
  readonly declarations: string;
  readonly specificity: number;
}

/** Declarations that can take a character away from the number beside it, or that undo such a one. */
const PROPERTIES = new Set([
  'background',
  'background-color',
  'background-image',
  'bottom',
  'clip',
  'color',
  'direction',
  'display',
  'font-size',
  'height',
  'left',
  'mso-text-raise',
  'opacity',
  'overflow',
  'position',
  'right',
  'text-decoration',
  'text-decoration-line',
  'text-indent',
  'top',
  'unicode-bidi',
  'vertical-align',
  'visibility',
  'width',
]);
/** A sheet without any of these shows all text as it stands, and is not taken apart. */
const TELLING =
  /display\s*:\s*(?:none|block)|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0|line-through|vertical-align\s*:\s*(?:super|sub)|mso-text-raise|:\s*-\d{3}|font-size\s*:\s*[0-2](?![\d.])|unicode-bidi|clip\s*:|color\s*:\s*(?:white|#fff|rgb|transparent)/i;
/** How a word processor keeps old browsers from showing the sheet as text. */
const COMMENT_MARKS = /<!--|-->/g;
const LONGEST = 300_000;
/** What is broken is cut out as a browser does, and the rest read again: so often, and so many characters in all. */
const MOST_REPAIRS = 20;
const MOST_PARSED = 2_000_000;

/**
 * The rules of a sheet that say whether and how text is seen on a screen; empty for a sheet that says nothing of it, null
 * for one that is too long to be taken apart and may.
 */
export function readSheet(text: string): readonly SheetRule[] | null {
  if (!TELLING.test(text)) return [];
  if (text.length > LONGEST) return null;
  const rules: SheetRule[] = [];
  parseLeniently(text.replace(COMMENT_MARKS, ' '))?.walkRules((rule) => {
    const declarations = isOnScreen(rule) ? declarationsOf(rule) : '';
    if (declarations === '') return;
    for (const selector of rule.selectors)
      rules.push({ selector, declarations, specificity: specificityOf(selector) });
  });
  return rules;
}

function parseLeniently(text: string): Root | null {
  let sheet = text;
  for (let repairs = 0; repairs <= MOST_REPAIRS && repairs * sheet.length <= MOST_PARSED; repairs++) {
    try {
      return parse(sheet);
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error;
      sheet = repair(sheet, error);
    }
  }
  return null;
}

function repair(sheet: string, { reason, line = 1, column = 1 }: CssSyntaxError): string {
  if (reason === 'Unclosed block') return `${sheet}}`;
  const at = offsetOf(sheet, line, column);
  if (reason === 'Unclosed comment') return sheet.slice(0, at);
  const end = sheet.slice(at + 1).search(/[;}]/);
  return sheet.slice(0, at) + (end === -1 ? '' : sheet.slice(at + 1 + end));
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}

const declarationsOf = ({ nodes }: Rule): string =>
  nodes
    .flatMap((node) =>
      node.type === 'decl' && PROPERTIES.has(node.prop.toLowerCase())
        ? [`${node.prop}:${node.value}${node.important ? '!important' : ''}`]
        : [],
    )
    .join(';');

/** Conditions under which a rule holds for a reader at a desk; a rule within another rule is left out. */
function isOnScreen(rule: Rule): boolean {
  for (let node = rule.parent as Container<ChildNode> | undefined; node; node = node.parent as typeof node) {
    if (node.type === 'root') return true;
    if (!(node instanceof AtRule)) return false;
    const name = node.name.toLowerCase();
    if (name === 'media' ? !isScreen(node.params) : name !== 'supports' && name !== 'layer') return false;
  }
  return true;
}

/** How wide a window is taken to be. */
const WINDOW_PX = 1280;
const FEATURE = /^\(\s*(min|max)-width\s*:\s*(\d+(?:\.\d+)?)px\s*\)$/;

/** Whether a list of media queries (Media Queries 4, 2.1) is true of a window at a desk. */
export const isScreen = (queries: string): boolean =>
  queries
    .toLowerCase()
    .split(',')
    .some((query) =>
      query
        .trim()
        .split(/\s+and\s+/)
        .every((part) => {
          if (/^(?:only\s+)?(?:screen|all)$|^$/.test(part)) return true;
          const [, end, width] = FEATURE.exec(part) ?? [];
          return end === 'min' ? Number(width) <= WINDOW_PX : end === 'max' && Number(width) >= WINDOW_PX;
        }),
    );

/** Identifiers before classes, attributes and states before names (Selectors 3, 9), in one number. */
function specificityOf(selector: string): number {
  const count = (pattern: RegExp): number => Math.min(99, selector.match(pattern)?.length ?? 0);
  return count(/#/g) * 10_000 + count(/\.(?!\d)|\[|(?<!:):(?!:)/g) * 100 + count(/(?:^|[\s>+~])[a-z]/gi);
}
