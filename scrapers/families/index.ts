import type { FamilyId } from '../../src/model/source-entry.ts';
import { boda } from './boda.ts';
import type { Family, Page } from './family.ts';
import { generic } from './generic.ts';
import { gkmlpt } from './gkmlpt.ts';
import { jcms } from './jcms.ts';
import { jcmsAnnualReport } from './jcms-annual-report.ts';
import { jpaas } from './jpaas.ts';
import { kaipu } from './kaipu.ts';
import { lonsun } from './lonsun.ts';
import { openness } from './openness.ts';
import { trs } from './trs.ts';
import { ucap } from './ucap.ts';

/** The adapters by their names. */
export const FAMILIES: Readonly<Record<FamilyId, Family>> = {
  trs,
  jcms,
  'jcms-annual-report': jcmsAnnualReport,
  jpaas,
  ucap,
  gkmlpt,
  kaipu,
  boda,
  openness,
  lonsun,
  generic,
};

/** Which system made a page. */
export interface Recognition {
  readonly family: Family;
  /** 0 to 1. */
  readonly score: number;
  readonly runnerUp: { readonly family: Family; readonly score: number };
}

/** The surest of the families, and the next one: close scores are for a person to look at. */
export function recogniseFamily(page: Page): Recognition {
  const [first, second] = Object.values(FAMILIES)
    .map((family) => ({ family, score: family.recognise(page) }))
    .sort((one, other) => other.score - one.score);
  const none = { family: generic, score: 0 };
  return { ...(first ?? none), runnerUp: second ?? none };
}
