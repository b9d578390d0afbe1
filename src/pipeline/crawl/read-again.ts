import { FIXITY_PARTS, type Fixity } from '../../archive/check-fixity.ts';
import type { RunReport } from '../../model/run-report.ts';

type NightFixity = NonNullable<RunReport['fixity']>;

/**
 * Reads the next thirtieth of the archive again (requirement C-14). Damage that an earlier night found stays told of
 * until its own share comes again: tonight's says nothing of it.
 *
 * @param before - of the last whole night; undefined: none was
 */
export function readAgain(check: (part: number) => Fixity, before: NightFixity | undefined): NightFixity {
  const part = before === undefined ? 0 : (before.part + 1) % FIXITY_PARTS;
  const { checked, bytes, damages } = check(part);
  const earlier = (before?.damages ?? []).filter((damage) => damage.part !== part);
  return { part, checked, bytes, damages: [...earlier, ...damages.map((damage) => ({ ...damage, part }))] };
}
