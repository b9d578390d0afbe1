import { formById } from '../../forms/index.ts';
import type { Extraction } from '../../model/extraction.ts';
import type { Suggestion } from '../../model/finding.ts';
import { equationsOf } from '../identities.ts';
import { evidenceIn } from '../index.ts';
import type { Evidence } from '../localise/evidence.ts';
import { localise } from '../localise/suggest.ts';

/**
 * The suggestions of a report's contradictions once more, with what its neighbouring years say of its cells.
 *
 * @returns `rule scope` of an equation that fails → its suggestions, the likeliest first
 */
export function rerankSuggestions(
  record: Pick<Extraction, 'report' | 'cells' | 'claims' | 'findings'>,
  years: Pick<Evidence, 'carried' | 'followed'>,
): ReadonlyMap<string, readonly Suggestion[]> {
  const form = formById(record.report.form);
  if (!form) return new Map();
  const cells = new Map(record.cells.map((cell) => [cell.variable, cell]));
  const localised = localise(equationsOf(form, cells), { ...evidenceIn(record), ...years });
  return new Map(
    localised.flatMap(({ failing, suggestions }) =>
      failing.map(({ rule, scope }) => [`${rule} ${scope}`, suggestions] as const),
    ),
  );
}
