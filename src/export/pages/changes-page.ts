import { CHANGE_REASONS } from '../changes.ts';
import { code, page, table } from './markdown.ts';
import type { PageInput } from './page-input.ts';

/** What the reasons in changes.csv mean; leaving one out does not pass the tests. */
export const REASON_WORDS: Readonly<Record<string, string>> = {
  human_correction: 'a person corrected the number, or took a correction back · 人工认定或撤销认定',
  read_anew: 'the same document, read better · 同一原文，重新读取',
  report_read_anew: 'its place, year or edition of the form was read anew · 重新判断地方、年度或格式',
  version_in_force: 'another version of the report came into force · 报告有了新版本',
  withdrawn: 'its site has the report no more, or has it again · 原文从网站撤下或重新登出',
  findings_changed: 'other findings name it · 涉及的问题变了',
  evidence_moved: 'its place or address changed · 出处变了',
  added: 'a report or variable that was not there; also a revised report, beside its former version · 新增',
  removed: 'no longer there · 不再收入',
};

/** What changed since the release before, in figures; every row is in changes.csv. */
export function changesPage({ plan: { before, version, snapshot }, changes }: PageInput): string {
  const title = `# Changes · 变更\n\n${version}, snapshot ${code(snapshot)}`;
  if (before === null)
    return page(
      title,
      'No release before this one was given; `changes.csv` is empty.\n没有给出前一版，`changes.csv` 为空。',
    );
  const rows = CHANGE_REASONS.filter((reason) => changes.has(reason)).map((reason) => [
    code(reason),
    REASON_WORDS[reason] ?? '',
    String(changes.get(reason)),
  ]);
  return page(
    title,
    `Since · 前一版: ${before.version}, snapshot ${code(before.snapshot)}`,
    rows.length === 0
      ? 'No row of `report_values` changed.\n`report_values` 没有任何变化。'
      : table(['reason', 'meaning · 含义', 'rows · 行数'], rows),
    'To make this release from the one before: take its `csv/report_values.csv`, drop the rows whose `report_id` and `variable` stand in `changes.csv`, add those of `add` and `change`, and sort by year, division, report_id and variable, as texts.\n由前一版得到本版：在其 `csv/report_values.csv` 中去掉 `changes.csv` 所列的行，加入 `add` 和 `change` 的行，按 year、division、report_id、variable 的文本顺序排序。',
  );
}
