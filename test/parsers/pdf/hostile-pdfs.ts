import { makePdf, showText } from './make-pdf.ts';

const SECRET = 'ab'.repeat(32);
const encrypted = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<${SECRET}>/U<${SECRET}>/P -4>>`;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const file = (content: string): Uint8Array => new Uint8Array(Buffer.from(content, 'latin1'));
/** A sound page. */
export const ONE_PAGE = makePdf([{ content: showText('政府信息公开工作年度报告自然人27', 60, 700) }]);

/** A cross-reference table that names itself as the one before it. */
const looped = file(
  text(ONE_PAGE).replace(/trailer\n<</, (head) => `${head}/Prev ${text(ONE_PAGE).indexOf('xref\n0')}`),
);
/** Forms that draw each other, ten of the next each: 10^8 drawings. */
const nested = makePdf([
  {
    content: '/F0 Do',
    forms: Object.fromEntries(
      Array.from({ length: 8 }, (_, depth) => [
        `F${depth}`,
        { matrix: '1 0 0 1 0 0', content: `/F${depth + 1} Do `.repeat(10) },
      ]),
    ),
  },
]);
const itself = file(text(nested).replace(/\/XObject<<[^>]*>>/g, '/XObject<</F0 1 0 R>>'));
const huge = makePdf([
  {
    content: `q 595 0 0 842 0 0 cm BI /W 60000 /H 60000 /BPC 8 /CS /RGB ID x\nEI Q\n${showText('自然人', 60, 700)}`,
  },
]);
const paths = makePdf([{ content: '0 0 m 10 10 l S\n'.repeat(400_000) }]);

/** Pages that are of another generation than their parent names: pdf.js rejects promises that nobody waits for. */
function otherGeneration(): Uint8Array {
  const two = text(makePdf([{ content: '' }, { content: showText('自然人27', 60, 700) }]));
  const pages = (/\/Kids\[([^\]]*)/.exec(two)?.[1] ?? '').split(' 0 R').map(Number);
  let entry = 0;
  const entries = two.replace(/(?<=\d{10} )00000(?= n)/g, (generation) =>
    pages.includes(++entry) ? '00007' : generation,
  );
  return file(
    entries.replace(/\n(\d+) 0 obj/g, (head, number) =>
      pages.includes(Number(number)) ? `\n${number} 7 obj` : head,
    ),
  );
}

/** Files that hang, burst or break a reader, by what is wrong with them. */
export const HOSTILE_PDFS: readonly (readonly [string, Uint8Array])[] = [
  ['encrypted with a password', makePdf([{ content: '' }], encrypted)],
  ['a loop of cross-reference tables', looped],
  ['10,000 pages', makePdf(Array.from({ length: 10_000 }, () => ({ content: '' })))],
  ['nested forms', nested],
  ['a form that draws itself', itself],
  ['a picture of 10 GB', huge],
  ['400,000 paths', paths],
  ['cut in the middle', ONE_PAGE.slice(0, ONE_PAGE.length >> 1)],
  ['pages of another generation', otherGeneration()],
  ['no pages', file(text(makePdf([])))],
  [
    'pages that are their own parent',
    file(text(ONE_PAGE).replace(/\/Kids\[\d+/, (kids) => kids.replace(/\d+/, '1'))),
  ],
];
