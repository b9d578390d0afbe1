import type { Arrangement } from './blocks.ts';
import { type HtmlChanges, htmlOptions, type ReportChanges, reportOptions, textOptions } from './defaults.ts';
import type { Plan } from './document.ts';
import type { Random } from './random.ts';
import type { Report } from './report.ts';
import type { TextOptions } from './text.ts';

export type DocumentKind = 'html' | 'text';

export type Recipe = {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly plan: (random: Random) => Plan;
};

/** A fixed value, or one drawn for each document. */
type Drawn<T> = T | ((random: Random) => T);
type Arrange = Partial<Arrangement> | ((report: Report, random: Random) => Partial<Arrangement>);

const draw = <T extends object>(drawn: Drawn<T> | undefined, random: Random): T | undefined =>
  typeof drawn === 'function' ? drawn(random) : drawn;

const arrangeBy = (arrange: Arrange | undefined): Plan['arrange'] =>
  typeof arrange === 'function' ? arrange : () => arrange ?? {};

export const htmlRecipe = (
  name: string,
  parts: {
    readonly report?: Drawn<ReportChanges>;
    readonly html?: Drawn<HtmlChanges>;
    readonly arrange?: Arrange;
  },
): Recipe => ({
  name: `html-${name}`,
  kind: 'html',
  plan: (random) => ({
    report: reportOptions(draw(parts.report, random.fork('report')) ?? {}, random.fork('report options')),
    arrange: arrangeBy(parts.arrange),
    output: {
      kind: 'html',
      options: htmlOptions(draw(parts.html, random.fork('html')) ?? {}, random.fork('html options')),
    },
  }),
});

type TextChanges = Partial<TextOptions> & Pick<TextOptions, 'layout'>;

export const textRecipe = (
  name: string,
  parts: {
    readonly report?: Drawn<ReportChanges>;
    readonly text: Drawn<TextChanges>;
    readonly arrange?: Arrange;
  },
): Recipe => ({
  name: `text-${name}`,
  kind: 'text',
  plan: (random) => {
    const changes = typeof parts.text === 'function' ? parts.text(random.fork('text')) : parts.text;
    return {
      report: reportOptions(draw(parts.report, random.fork('report')) ?? {}, random.fork('report options')),
      arrange: arrangeBy(parts.arrange),
      output: { kind: 'text', options: textOptions(changes, random.fork('text options')) },
    };
  },
});
