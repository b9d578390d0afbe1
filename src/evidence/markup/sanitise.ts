import sanitizeHtml from 'sanitize-html';

/** The one attribute of ours in a copy: what lights a cell, and what stands for a thing that was left out. */
export const MARK = 'data-evidence';

const COLOUR = /^(?:#[\da-f]{3,8}|[a-z]{3,22}|rgba?\([\d\s.,%]{1,40}\))$/i;
const LENGTH = /^-?\d{0,6}(?:\.\d{1,6})?(?:px|pt|pc|em|rem|ex|%|cm|mm|in)?$/i;
const LENGTHS = /^(?:-?\d{0,6}(?:\.\d{1,6})?(?:px|pt|pc|em|rem|ex|%|cm|mm|in)?|auto|\s){1,8}$/i;
const WORD = /^[a-z-]{2,24}$/i;
/** Width, style and colour of a border in any order; no brackets but those of a colour. */
const BORDER = /^(?:[a-z\d#.%\s-]|rgba?\([\d\s.,%]{1,40}\)){1,80}$/i;

const allOf = (names: readonly string[], pattern: RegExp) =>
  Object.fromEntries(names.map((name) => [name, [pattern]]));

/**
 * What decides how a report's tables look, and what is hidden or struck. Nothing that loads, moves or covers: no
 * address, no position, no animation.
 */
const STYLES: Record<string, RegExp[]> = {
  ...allOf(['color', 'background-color', 'background'], COLOUR),
  ...allOf(['width', 'height', 'min-width', 'max-width', 'min-height'], LENGTHS),
  ...allOf(['font-size', 'line-height', 'letter-spacing', 'text-indent'], LENGTH),
  ...allOf(['margin', 'margin-left', 'margin-right', 'margin-top', 'margin-bottom'], LENGTHS),
  ...allOf(['padding', 'padding-left', 'padding-right', 'padding-top', 'padding-bottom'], LENGTHS),
  ...allOf(['border', 'border-left', 'border-right', 'border-top', 'border-bottom'], BORDER),
  ...allOf(['border-width', 'border-style', 'border-color', 'border-spacing'], BORDER),
  ...allOf(['text-align', 'vertical-align', 'font-style', 'border-collapse', 'white-space'], WORD),
  ...allOf(['text-decoration', 'text-decoration-line', 'writing-mode', 'table-layout', 'word-break'], WORD),
  'font-weight': [/^(?:\d{3}|[a-z]{4,7})$/],
  display: [/^(?:none|block|inline|inline-block|table|table-row|table-cell)$/],
  visibility: [/^(?:hidden|visible)$/],
  float: [/^(?:left|right|none)$/],
};

/** Words and tables. No element with a language of its own (svg, math, style), none whose text is read otherwise. */
const TAGS = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption'],
  ...['center', 'cite', 'code', 'col', 'colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'fieldset'],
  ...[
    'figcaption',
    'figure',
    'font',
    'footer',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'hr',
    'i',
    'img',
  ],
  ...['ins', 'legend', 'li', 'main', 'mark', 'nav', 'ol', 'p', 'pre', 'q', 's', 'section', 'small', 'span'],
  ...[
    'strike',
    'strong',
    'sub',
    'sup',
    'table',
    'tbody',
    'td',
    'tfoot',
    'th',
    'thead',
    'tr',
    'tt',
    'u',
    'ul',
  ],
];

/** Pictures that were pasted into the page and hold pixels alone; everything else would be fetched, or run. */
const PASTED_PICTURE = /^data:image\/(?:png|jpe?g|gif|bmp|webp);base64,[a-z\d+/=\s]*$/i;

/** Content that is no text of the page goes with its element. */
const WITH_CONTENT = [
  ...[
    'script',
    'style',
    'textarea',
    'option',
    'noscript',
    'noembed',
    'noframes',
    'iframe',
    'xmp',
    'template',
  ],
  ...['svg', 'math', 'object', 'embed', 'audio', 'video', 'canvas', 'select', 'title', 'plaintext', 'head'],
];

/**
 * Markup without anything that runs, loads, sends, leads away or covers. The list says what may stay; everything else
 * goes (requirement C-41).
 */
export function sanitise(markup: string): string {
  return sanitizeHtml(markup, {
    allowedTags: TAGS,
    allowedAttributes: {
      '*': ['style', 'align', 'valign', 'width', 'height', 'bgcolor', 'dir', 'lang', 'hidden', MARK, 'id'],
      td: ['colspan', 'rowspan', 'nowrap'],
      th: ['colspan', 'rowspan', 'nowrap'],
      table: ['border', 'cellpadding', 'cellspacing'],
      col: ['span'],
      colgroup: ['span'],
      font: ['color', 'size'],
      ol: ['start', 'type'],
      img: ['src', 'alt'],
    },
    allowedStyles: { '*': STYLES },
    allowedSchemes: [],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nonTextTags: WITH_CONTENT,
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !PASTED_PICTURE.test(attribs['src'] ?? ''),
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: ownMarksOnly(attribs) }) },
  });
}

const MARKS = /^(?:chosen|beside|picture|frame|grid)$/;

/** The page must not light a cell itself, nor be what an address with # leads to. */
function ownMarksOnly({ id, [MARK]: mark, ...attribs }: Record<string, string>): Record<string, string> {
  return {
    ...attribs,
    ...(id === LIT_ID ? { id } : {}),
    ...(mark !== undefined && MARKS.test(mark) ? { [MARK]: mark } : {}),
  };
}

/** Where the frame's address leads: the chosen cell. */
export const LIT_ID = 'lit';
