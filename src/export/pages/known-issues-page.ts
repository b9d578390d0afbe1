import { isRule, RULES } from '../../rules/index.ts';
import { code, page, table } from './markdown.ts';
import type { PageInput } from './page-input.ts';

/** What is known to be wrong or missing, in both languages, and how often each rule found something. */
export function knownIssuesPage({ plan: { counts, statistics }, data: { knownIssues } }: PageInput): string {
  const unknownYear = statistics.years['none']?.reports ?? 0;
  return page(
    '# Known issues · 已知问题',
    ...knownIssues.map(({ title, text }) => `## ${title.en} · ${title.zh}\n\n${text.en}\n\n${text.zh}`),
    '## In figures · 数字',
    `Reports in force: ${counts.reports}; of them with no known year: ${unknownYear}.\n现行报告 ${counts.reports} 份，其中年度不明 ${unknownYear} 份。`,
    'Findings of reports in force, by rule, and what the rule demands.\n现行报告的问题，按规则统计，并说明规则的要求。',
    table(
      ['rule · 规则', 'findings · 问题数', '要求', 'demands'],
      Object.entries(statistics.rules).map(([rule, count]) => [
        ...[code(rule), String(count)],
        ...(isRule(rule) ? [RULES[rule].demands.zh, RULES[rule].demands.en] : ['', '']),
      ]),
    ),
  );
}
