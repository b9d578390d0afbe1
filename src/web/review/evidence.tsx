import { getExtraction } from '../../store/get-extraction.ts';
import type { FindingDetail } from '../../store/review/get-finding.ts';
import { EvidencePane } from '../evidence/pane.tsx';
import type { Html } from '../html.ts';
import type { PageRequest } from '../route.ts';
import { addressWith, type FindingQuery } from './finding-query.ts';

interface EvidenceProps {
  readonly detail: FindingDetail;
  readonly request: PageRequest<FindingQuery>;
}

/** The page that the finding was read from, its cells lit. */
export function Evidence({ detail, request }: EvidenceProps): Html {
  const { query, lang } = request;
  const { cell, part, page, zoom, turn } = query;
  return (
    <div class="at-side">
      <EvidencePane
        {...{ report: detail.reportId, kind: detail.kind, lang }}
        query={{ cell, part, page, zoom, turn, finding: detail.id }}
        page={pageOf(request, detail)}
        here={(changed) => addressWith(detail.id, query, changed)}
      />
    </div>
  );
}

/** The page of a PDF on which the chosen cell is, or the first one of the finding. */
function pageOf({ store, query }: PageRequest<FindingQuery>, detail: FindingDetail): number | null {
  if (detail.kind !== 'pdf') return null;
  const names = query.cell === undefined ? detail.variables : [query.cell];
  const cells = getExtraction(store, detail.reportId)?.cells ?? [];
  const pages = cells.flatMap(({ variable, source }) =>
    names.includes(variable) && source && 'page' in source ? [source.page] : [],
  );
  return pages[0] ?? 1;
}
