import type { PlotOptions } from '@observablehq/plot';

type Library = typeof import('@observablehq/plot');

export interface Drawing {
  readonly Plot: Library;
  /** The chart as the markup of an SVG: the same bytes for the same options. */
  readonly draw: (options: PlotOptions) => string;
}

let loading: Promise<Drawing> | undefined;

/**
 * Observable Plot, which draws on the server into a document of linkedom. Loaded when the first chart is drawn: it
 * takes half a second, and most requests draw none. Colours are custom properties of the style sheet, so that light and
 * dark need no second drawing.
 */
export function loadPlot(): Promise<Drawing> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Drawing> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<html><body></body></html>');
  const draw = (options: PlotOptions): string => {
    const drawn = Plot.plot({ ...options, document: document as never, className: 'plot' });
    // Content-Security-Policy allows no inline style: what it says stands in our style sheet.
    for (const style of drawn.querySelectorAll('style')) style.remove();
    return drawn.outerHTML;
  };
  return { Plot, draw };
}
