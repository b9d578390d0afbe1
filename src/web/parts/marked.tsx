import type { Html } from '../html.ts';

/** Words in which names of cells and rules stand between backticks, as in the documentation: those are code. */
export const Marked = ({ text }: { readonly text: string }): Html => (
  <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part))}</>
);
