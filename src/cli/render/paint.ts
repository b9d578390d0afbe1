import { styleText } from 'node:util';
import type { Output } from '../session.ts';

type Style = Parameters<typeof styleText>[0];

/** Colours a text, or gives it back as it is where there are no colours. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

/** Colours only on a terminal and without NO_COLOR (https://no-color.org). */
export function choosePaint(output: Output, env: Readonly<Record<string, string | undefined>>): Paint {
  if (!output.isTTY || env['NO_COLOR'] || env['TERM'] === 'dumb') return plain;
  return (style, text) => (text === '' ? text : styleText(style, text, { validateStream: false }));
}
