import { html } from 'hono/html';
import { plain } from '../plain.ts';

/** Markup whose values were escaped when they were put in. */
export type Html = ReturnType<typeof html>;

/** A number with thin groups of three: 12 345. */
export const figure = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '\u202f');

/** An address as a link, if it is one that a browser may be sent to. */
export const link = (url: string): Html =>
  /^https?:\/\//i.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer">${plain(url)}</a>`
    : html`${plain(url)}`;
