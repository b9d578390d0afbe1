import { agencyKey } from '../../model/agency.ts';
import type { Correction } from '../../model/correction.ts';
import type { Finding } from '../../model/finding.ts';
import {
  printedCell,
  reportsAbout,
  reportsWithCorrectionFindings,
  type SettledCorrection,
  saveCorrections,
} from '../../store/corrections.ts';
import { keyFindings } from '../../store/finding-key.ts';
import { replaceFindings } from '../../store/save-findings.ts';
import type { Store } from '../../store/store.ts';
import { write } from '../../store/write.ts';
import { judgeCorrection } from '../../validators/corrections.ts';

/** A correction as it was settled, with what is to be said of it on its report. */
interface Judged extends SettledCorrection {
  readonly finding: Finding | null;
}

/**
 * Makes the database hold these corrections and no others, each as long as its report prints what it expects. A
 * correction whose report is not at hand is unused. Again with the same ones and the same reports it writes nothing.
 */
export function applyCorrections(
  store: Store,
  corrections: readonly Correction[],
): readonly SettledCorrection[] {
  return write(store, () => {
    const judged = corrections.map((correction) => judge(store, correction));
    saveCorrections(store, judged);
    const told = judged.flatMap(({ reportId, finding }) =>
      reportId === null || finding === null ? [] : [reportId],
    );
    for (const report of new Set([...told, ...reportsWithCorrectionFindings(store)])) {
      saveFindings(
        store,
        report,
        judged.filter(({ reportId }) => reportId === report),
      );
    }
    return judged.map(({ correction, state, reportId, printed }) => ({
      correction,
      state,
      reportId,
      printed,
    }));
  });
}

function judge(store: Store, correction: Correction): Judged {
  const { division, agency, year, variable } = correction;
  const key = (name: string | null, place: string | null): string => agencyKey(name ?? '', place);
  const about = reportsAbout(store, division, year);
  const report =
    about.find((one) => one.agency === agency) ??
    about.find((one) => key(one.agency, one.place) === key(agency, one.place));
  if (!report) return { correction, state: 'unused', reportId: null, printed: null, finding: null };
  const { text, value } = printedCell(store, report.id, variable);
  const standing = judgeCorrection(correction, text, value);
  const finding = standing.state === 'applied' ? null : standing.finding;
  const printed = standing.state === 'failed' ? text : null;
  return { correction, state: standing.state, reportId: report.id, printed, finding };
}

function saveFindings(store: Store, report: number, judged: readonly Judged[]): void {
  const findings = judged.flatMap(({ finding }) => finding ?? []);
  const [first] = judged;
  const identity = first
    ? `${first.correction.division}|${first.correction.agency}|${first.correction.year}`
    : '';
  replaceFindings(store, report, keyFindings(findings, identity, []), 'corrections');
}
