import { expect, test } from 'vitest';
import { cropBody } from '../../src/evidence/crop-body.ts';

const mark = (text: string) => `<mark data-evidence="beside">${text}</mark>`;

test('of a page only the tables are kept in which something is lit, each once', () => {
  const lit =
    '<table><tr><td data-evidence="chosen" id="lit">1</td><td data-evidence="beside">2</td></tr></table>';
  const crop = cropBody(`<p>before</p><table><tr><td>9</td></tr></table>${lit}<p>behind</p>`);
  expect(crop).toContain('id="lit"');
  expect(crop).not.toMatch(/before|behind|9/);
  expect(crop?.match(/<table/g)).toHaveLength(1);
});

test('of a text the lines around what is lit are kept, and left out ones leave a sign', () => {
  const lines = Array.from({ length: 60 }, (_, at) =>
    at === 20 || at === 50 ? mark(`line ${at}`) : `line ${at}`,
  );
  const crop = cropBody(`<pre>${lines.join('\n')}</pre>`) ?? '';
  expect(crop.match(/line \d+/g)).toEqual(
    [...Array(13).keys()]
      .map((at) => `line ${at + 14}`)
      .concat([...Array(13).keys()].map((at) => `line ${at + 44}`)),
  );
  expect(crop.match(/…/g)).toHaveLength(3);
});

test('where nothing is lit there is no cutting', () => expect(cropBody('<p>1</p>')).toBeNull());
