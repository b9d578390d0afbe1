import type { FamilyId } from '../../src/model/source-entry.ts';
import { PLACES } from '../generate/places.ts';
import { buildSite } from './build-site.ts';
import type { CountryHost } from './country.ts';
import { noticeBoard } from './notice-board.ts';
import { reportDocument } from './report-document.ts';
import type { Site } from './web.ts';

/** An article in a script of its page, an article on its list's page, and one of the largest systems. */
const FAMILIES: readonly FamilyId[] = ['trs', 'gkmlpt', 'jcms'];

/** A web that is crawled in seconds and has what makes a crawl hard: for tests that crawl it hundreds of times. */
export function smallCountry(): {
  readonly sites: readonly Site[];
  readonly sources: readonly CountryHost['source'][];
  readonly reports: readonly string[];
} {
  const places = PLACES.filter(({ level, from, until }) => level === 'county' && !from && !until);
  const plans = FAMILIES.map((family, at) => {
    const { name, code, level } = places[at]!;
    const order = { host: `www.place${code}.gov.cn`, place: name, division: code, seed: at };
    const plan = buildSite(family, { ...order, years: [2022], townships: ['红旗镇'] });
    return { ...plan, source: { ...plan.source, level, id: code } };
  });
  const board = noticeBoard({ host: 'www.board.gov.cn', years: [2021] });
  const link = '<p><a href="/uploadfile/nb.docx">附件：双辽市2022年政府信息公开工作年度报告.docx</a></p>';
  board.publish(2022, 1, link);
  board.pages.set('/uploadfile/nb.docx', {
    body: reportDocument({
      agency: '双辽市',
      place: '双辽市',
      division: '220382',
      year: 2022,
      seed: 1,
    }).docx(),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });
  board.pages.set('/robots.txt', { body: 'User-agent: *\nDisallow: /admin/\n', type: 'text/plain' });
  const own = [2021, 2022].map((year) => board.urlOf(`/zwgk/zfxxgknb/content_${year}01.html`));
  return {
    sites: [...plans.map(({ site }) => site), board.site],
    sources: [...plans.map(({ source }) => source), board.source],
    reports: [...plans.flatMap(({ reports }) => reports.map(({ url }) => url)), ...own],
  };
}
