import type { ListedReport } from '../store/release/list-stored.ts';
import type { ReportPages } from '../store/release/report-pages.ts';
import { versionsOf } from './vintages.ts';

/**
 * Reports that were had and that their publisher's site has no more: every page that gave one is gone, and so is every
 * page of another version of what the body reports about the year. (A report that only moved is not withdrawn.) What was
 * read of them stays: this says where the original can be found, not whether its numbers hold.
 *
 * @returns number of the report in the database → day (UTC) on which the site last had it
 */
export function findWithdrawn(
  listed: readonly ListedReport[],
  pages: readonly ReportPages[],
): ReadonlyMap<number, string> {
  const pagesOf = new Map(pages.map((each) => [each.report, each]));
  const withdrawn = new Map<number, string>();
  if (pages.length === 0) return withdrawn;
  const grouped = versionsOf(listed);
  const inGroup = new Set(grouped.flat().map(({ id }) => id));
  const alone = listed.filter(({ id }) => !inGroup.has(id)).map((report) => [report]);
  for (const versions of [...grouped, ...alone]) {
    const known = versions.flatMap(({ id }) => pagesOf.get(id) ?? []);
    if (known.length === 0 || known.some(({ gone }) => gone === 0)) continue;
    const days = known.map(({ lastSeen }) => lastSeen?.slice(0, 10) ?? '').sort();
    for (const { id } of versions) withdrawn.set(id, days.at(-1) ?? '');
  }
  return withdrawn;
}
