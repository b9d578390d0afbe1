import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import type { PageRequest } from '../route.ts';
import { REVIEW } from '../texts/review.ts';

/** The page beside the finding. */
export function Evidence({
  detail,
  request: { lang },
}: {
  detail: FindingDetail;
  request: PageRequest;
}): Html {
  return (
    <section class="evidence" aria-label={REVIEW.evidence[lang]} id="evidence" tabindex={-1}>
      <p>
        <a href={`/reports/${detail.reportId}`}>{REVIEW.fullReport[lang]}</a>{' '}
        <code title={detail.sha256}>{detail.sha256.slice(0, 12)}</code>
      </p>
    </section>
  );
}
