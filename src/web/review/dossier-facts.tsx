import type { Language } from '../../model/status.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import type { Html } from '../html.ts';
import { REVIEW } from '../texts/review.ts';

/** What a printed finding is found again by, and what it was made of; on the screen it stands elsewhere or is a link. */
export const DossierFacts = ({ detail, lang }: { detail: FindingDetail; lang: Language }): Html => (
  <dl class="dossier-facts">
    {(
      [
        [REVIEW.finding[lang], detail.key],
        [REVIEW.document[lang], `SHA-256 ${detail.sha256}`],
        [REVIEW.parserVersion[lang], detail.parserVersion],
        [REVIEW.ruleVersion[lang], `${detail.rule} ${detail.ruleVersion}`],
      ] as const
    ).map(([name, value]) => (
      <div>
        <dt>{name}</dt>
        <dd>
          <code>{value}</code>
        </dd>
      </div>
    ))}
  </dl>
);
