import type { LitPlace } from '../evidence.ts';
import { escapeMarkup } from '../markup/escape-markup.ts';
import { LIT_ID, MARK } from '../markup/sanitise.ts';
import type { Sheet } from './sheet.ts';
import { type Share, turnBox } from './turn-box.ts';

/**
 * The picture of a page with boxes over the places on it.
 *
 * @param number - of the page
 * @param widthPercent - of the frame
 */
export function copySheet(
  sheet: Sheet,
  {
    number,
    widthPercent,
    alt,
  }: { readonly number: number; readonly widthPercent: number; readonly alt: string },
  places: readonly LitPlace[],
): { readonly markup: string; readonly lit: readonly boolean[] } {
  const lit = places.map(() => false);
  const boxes: string[] = [];
  const chosenFirst = places.findIndex(({ source, chosen }) => chosen && isOn(source, number));
  for (const [index, { source, chosen, label }] of places.entries()) {
    if (!isOn(source, number)) continue;
    lit[index] = true;
    const id = index === chosenFirst ? ` id="${LIT_ID}"` : '';
    const mark = `${MARK}="${chosen ? 'chosen' : 'beside'}"${id}`;
    const style = styleOf(turnBox(source.bbox, sheet.size, sheet.quarter));
    boxes.push(
      `<i role="img" aria-label="${escapeMarkup(label)}" title="${escapeMarkup(label)}" ${mark} style="${style}"></i>`,
    );
  }
  const { width, height } = sheet.pixels;
  const picture = `data:${sheet.type};base64,${Buffer.from(sheet.picture).toString('base64')}`;
  const image = `<img src="${picture}" width="${width}" height="${height}" alt="${escapeMarkup(alt)}">`;
  return { markup: `<div class="sheet" style="width:${widthPercent}%">${image}${boxes.join('')}</div>`, lit };
}

type Printed = Extract<LitPlace['source'], { kind: 'pdf' | 'ocr' }>;

const isOn = (source: LitPlace['source'], page: number): source is Printed =>
  (source.kind === 'pdf' || source.kind === 'ocr') && source.page === page;

const percent = (share: number): string => `${Math.round(share * 1e6) / 1e4}%`;

const styleOf = ({ left, top, width, height }: Share): string =>
  `left:${percent(left)};top:${percent(top)};width:${percent(width)};height:${percent(height)}`;
