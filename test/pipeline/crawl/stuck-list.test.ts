import { expect, test } from 'vitest';
import { jpaasSite } from '../../sites/jpaas.ts';
import type { Site } from '../../sites/web.ts';
import { nightBed } from './night-bed.ts';

const ORDER = { host: 'www.place220382.gov.cn', place: '双辽市', division: '220382', seed: 1 };
const YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023];

/** A gateway that answers the first page whatever is asked. */
const stuck = ({ host, answer }: Site): Site => ({
  host,
  answer: (request) => answer({ ...request, path: request.path.replace(/pageNo%22%3A\d+/, 'pageNo%22%3A1') }),
});

test.each([true, false])(
  'a list that does not turn its pages is told of (first rows in its page: %s)',
  async (firstRows) => {
    const plan = jpaasSite({ ...ORDER, years: YEARS, departments: ['双辽市教育局'] }, { firstRows });
    const source = { ...plan.source, id: '220382', level: 'county' as const };
    const good = await nightBed([plan.site], [source]);
    expect((await good.run({ command: 'crawl', parser: null })).sources[0]).toMatchObject({
      cause: null,
      outcome: 'done',
    });
    const bed = await nightBed([stuck(plan.site)], [{ ...source, assertions: { min: 1, max: 99 } }]);
    const report = await bed.run({ command: 'crawl', parser: null });
    expect(report.sources[0]).toMatchObject({ outcome: 'partly', cause: 'stuck_list' });
    expect(report.alarms).toMatchObject([{ kind: 'stuck_list', about: '220382' }]);
  },
);
