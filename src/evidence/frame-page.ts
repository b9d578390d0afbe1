import type { Language } from '../model/status.ts';
import type { ShownEvidence, Zoom } from './evidence.ts';
import { escapeMarkup } from './markup/escape-markup.ts';
import { EVIDENCE_WORDS } from './words.ts';

/**
 * Always dark on light: the copy shows a printed page. What is lit is told by its border too, for those who see no
 * colours; the border lies inside the cell, which it covers exactly. In a cell a number is never broken over lines, as
 * `anywhere` would do in a narrow column: the table is then wider than the frame, which scrolls.
 */
export const EVIDENCE_STYLE = `
:root { color-scheme: light; }
html { background: #fff; color: #1b1b1b; }
body { margin: 0; padding: 12px 14px 40vh; font: 14px/1.6 "Noto Sans CJK SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "WenQuanYi Micro Hei", sans-serif; overflow-wrap: anywhere; }
table { border-collapse: collapse; max-width: 100%; }
main:focus-visible { outline: 3px solid #1f52a8; outline-offset: 4px; }
td, th { padding: 3px 6px; overflow-wrap: break-word; }
table[data-evidence=grid], table[data-evidence=grid] td, table[data-evidence=grid] th { border: 1px solid #8a8a8a; }
table.grid { margin: 12px 0; }
img { max-width: 100%; height: auto; }
[data-evidence=picture], [data-evidence=frame] { display: inline-block; box-sizing: border-box; padding: 0 .4em; border: 1px dashed #999; color: #5f5f5f; font-size: 12px; }
div[data-evidence=frame] { display: block; }
[data-evidence=chosen], [data-evidence=beside] { scroll-margin: 38vh 30vw; }
[data-evidence=chosen] { background: #ffe98f !important; outline: 3px solid #c0152f !important; outline-offset: -3px !important; color: #1b1b1b !important; }
[data-evidence=beside] { background: #e3ecff !important; outline: 2px dashed #1f52a8 !important; outline-offset: -2px !important; color: #1b1b1b !important; }
pre { margin: 0; white-space: pre-wrap; font: inherit; line-height: 2; }
pre mark[data-evidence=chosen] { outline: none !important; box-shadow: inset 0 -3px #c0152f; }
pre mark[data-evidence=beside] { outline: none !important; box-shadow: inset 0 -1px #1f52a8; }
pre mark:empty { padding: 0 .35em; }
.sheet { position: relative; margin: 0 auto; line-height: 0; box-shadow: 0 0 0 1px #cfcfcf, 0 2px 10px rgb(0 0 0 / .12); }
.sheet img { display: block; width: 100%; max-width: none; }
.sheet i { position: absolute; box-sizing: border-box; mix-blend-mode: multiply; }
.sheet i[data-evidence=chosen] { border: 3px solid #c0152f; outline: none !important; background: #ffe98f !important; }
.sheet i[data-evidence=beside] { border: 2px dashed #1f52a8; outline: none !important; background: #e3ecff !important; }
.note { margin: 0 0 12px; padding: 6px 10px; border-left: 4px solid #b36b00; background: #fff7e8; font-size: 13px; }
`;

/**
 * The whole document of a frame around what is shown in it; `notes` stand above it. It takes the focus: a keyboard could
 * not scroll a frame with nothing to stop at.
 */
export function framePage(
  { body, scaled }: Pick<ShownEvidence, 'body' | 'scaled'>,
  {
    zoom,
    lang,
    notes = [],
  }: { readonly zoom: Zoom; readonly lang: Language; readonly notes?: readonly string[] },
): string {
  const scale = scaled || zoom === 100 ? '' : `main { zoom: ${zoom / 100}; }`;
  const said = notes.map((note) => `<p class="note">${escapeMarkup(note)}</p>`).join('');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${EVIDENCE_WORDS[lang].title}</title><style>${EVIDENCE_STYLE}${scale}</style></head>
<body lang="${lang === 'zh' ? 'zh-CN' : 'en'}">${said}<main lang="zh-CN" tabindex="0">${body}</main></body></html>`;
}
