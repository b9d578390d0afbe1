import type { Cell } from '../src/model/cell.ts';
import type { Finding } from '../src/model/finding.ts';

/**
 * Numbers that cross a page may belong to a cell that was read without them; where each cell of the form prints a number
 * of its own they are a watermark's (内部资料 2024), and no warning.
 */
export function quietWatermarks(
  findings: readonly Finding[],
  cells: readonly Cell[],
  gaps: readonly Finding[],
): readonly Finding[] {
  const isWhole =
    cells.length > 0 &&
    gaps.length === 0 &&
    cells.every(({ status }) => status === 'reported' || status === 'absent');
  if (!isWhole) return findings;
  return findings.map((finding) =>
    finding.rule === 'document.floating_text' ? { ...finding, severity: 'info' } : finding,
  );
}
