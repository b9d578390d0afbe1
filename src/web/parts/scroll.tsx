import type { Child } from 'hono/jsx';
import type { Html } from '../html.ts';

/** What may be wider than the page scrolls by itself, by keyboard too: it can be reached, and says what it is. */
export const Scroll = ({ name, children }: { name: string; children?: Child }): Html => (
  <section class="scroll" tabindex={0} aria-label={name}>
    {children}
  </section>
);
