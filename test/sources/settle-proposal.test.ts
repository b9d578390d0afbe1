import { expect, test } from 'vitest';
import { checkSource } from '../../src/sources/check-source.ts';
import { settleProposal } from '../../src/sources/settle-proposal.ts';
import { entry } from './entry.ts';
import { type PaperPage, paperReach } from './paper-web.ts';

const [GOOD, BAD] = ['http://a.example/good/', 'http://a.example/bad/'];
const PAGE = 'http://a.example/1';

async function settle(pages: Readonly<Record<string, PaperPage>>) {
  const source = entry({ lists: [GOOD, BAD], pages: [PAGE] });
  const reach = paperReach(pages);
  return settleProposal(source, await checkSource(source, reach), reach.now);
}

test('lists that gave nothing go, and pages that a list leads to', async () => {
  const reports = Object.fromEntries(
    Array.from({ length: 13 }, (_, at) => [`http://a.example/${at}`, `双辽市${2010 + at}年年度报告`]),
  );
  expect(await settle({ [GOOD]: { reports }, [BAD]: {}, [PAGE]: { report: '2011年' } })).toMatchObject({
    lists: [GOOD],
    pages: [],
    years: { from: 2010 },
    assertions: { min: 6, max: 26 },
    checked: '2023-05-01',
  });
});

test('a page that no list leads to stays beside the list', async () => {
  const reports = { 'http://a.example/2': '2020年' };
  const settled = await settle({ [GOOD]: { reports }, [PAGE]: { report: '2021年' } });
  expect(settled).toMatchObject({ lists: [GOOD], pages: [PAGE], assertions: { min: 1, max: 20 } });
});

test('a page alone is expected for its own year only', async () => {
  expect(await settle({ [PAGE]: { report: '双辽市2021年报告' } })).toMatchObject({
    lists: [],
    pages: [PAGE],
    years: { from: 2021, to: 2021 },
    assertions: { min: 1, max: 1 },
  });
});

test('when nothing is found the proposal stays as it is, never fetched', async () => {
  expect(await settle({})).toEqual(entry({ lists: [GOOD, BAD], pages: [PAGE] }));
});
