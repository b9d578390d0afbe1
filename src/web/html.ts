import type { HtmlEscapedString } from 'hono/utils/html';

/** What JSX makes: markup whose values are escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;
