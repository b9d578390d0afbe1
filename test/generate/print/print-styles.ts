/** How a printed report looks: the same for every program that prints it, as far as the program can. */
export type PrintStyle = {
  readonly name: string;
  /** Rules beside those of `printable-html.ts`. */
  readonly css: string;
  /** The cells of thead are repeated by the program on every page. */
  readonly thead?: boolean;
  readonly browserOnly?: boolean;
};

const borders = (border: string): string => `td,th{border:${border}}`;

/** One row a habit of printing; what a row does not say is a thin black line around every cell. */
export const PRINT_STYLES: readonly PrintStyle[] = [
  { name: 'solid', css: '' },
  { name: 'dashed', css: borders('1px dashed #000') },
  { name: 'dotted', css: borders('1px dotted #000') },
  { name: 'double', css: borders('3px double #000') },
  { name: 'hair', css: borders('0.2pt solid #888') },
  { name: 'thick', css: borders('2.25pt solid #000') },
  { name: 'grey', css: borders('1px solid #ddd') },
  {
    name: 'shaded',
    css: `${borders('none')} td{background:#e4ecf7} tr:nth-child(odd) td{background:#f7f0e4} table{border-spacing:1px;border-collapse:separate}`,
    // Office programs shade the lines of the text and not the cell.
    browserOnly: true,
  },
  { name: 'zebra', css: 'tr:nth-child(odd) td{background:#eee}' },
  {
    name: 'openside',
    css: 'table{border-left:none;border-right:none} tr>*:first-child{border-left:none} tr>*:last-child{border-right:none}',
  },
  { name: 'noborder', css: borders('none') },
  { name: 'horizontal', css: 'td,th{border:none;border-bottom:1px solid #000}' },
  { name: 'separate', css: 'table{border-collapse:separate;border-spacing:2px}' },
  { name: 'separate-wide', css: 'table{border-collapse:separate;border-spacing:5px}' },
  { name: 'landscape', css: '@page{size:A4 landscape;margin:15mm}' },
  { name: 'small', css: 'body{font-size:8pt} td{padding:0}' },
  { name: 'large', css: 'td{padding:9pt 2pt}' },
  { name: 'very-large', css: 'body{font-size:13pt} td{padding:14pt 1pt}' },
  { name: 'thead', css: 'td{padding:9pt 2pt}', thead: true },
  { name: 'left', css: 'td{text-align:left;vertical-align:top}' },
  { name: 'right', css: 'td{text-align:right;vertical-align:bottom}' },
  { name: 'spaced', css: 'td{letter-spacing:0.15em}', browserOnly: true },
  { name: 'kept-rows', css: 'tr{break-inside:avoid} td{padding:9pt 2pt}' },
  { name: 'cut-rows', css: 'td{line-height:30pt}' },
  { name: 'vertical', css: 'td[rowspan]{writing-mode:vertical-rl}', browserOnly: true },
  { name: 'oriented', css: '@page{size:A4;page-orientation:rotate-right}', browserOnly: true },
  { name: 'two-columns', css: 'body{column-count:2} table{column-span:all}', browserOnly: true },
  {
    name: 'watermark',
    css: 'body::before{content:"内部资料";position:fixed;top:40%;left:20%;font-size:60pt;color:#ccc;transform:rotate(-40deg)}',
    browserOnly: true,
  },
  { name: 'zoomed', css: 'body{zoom:0.62}', browserOnly: true },
];
