import type { FamilyId } from '../../src/model/source-entry.ts';
import { bodaSite } from './boda.ts';
import { genericSite } from './generic.ts';
import { gkmlptSite } from './gkmlpt.ts';
import { jcmsSite } from './jcms.ts';
import { jcmsAnnualReportSite } from './jcms-annual-report.ts';
import { jpaasSite } from './jpaas.ts';
import { kaipuSite } from './kaipu.ts';
import { lonsunSite } from './lonsun.ts';
import { opennessSite } from './openness.ts';
import type { SiteOrder, SitePlan } from './site-plan.ts';
import { trsSite } from './trs.ts';
import { ucapSite } from './ucap.ts';

const BUILDERS: Readonly<Record<FamilyId, (order: SiteOrder) => SitePlan>> = {
  trs: (order) => trsSite(order),
  jcms: (order) => jcmsSite(order),
  'jcms-annual-report': (order) => jcmsAnnualReportSite(order),
  jpaas: (order) => jpaasSite(order),
  ucap: (order) => ucapSite(order),
  gkmlpt: (order) => gkmlptSite(order),
  kaipu: (order) => kaipuSite(order),
  boda: (order) => bodaSite(order),
  openness: (order) => opennessSite(order),
  lonsun: (order) => lonsunSite(order),
  generic: (order) => genericSite(order),
};

/** A site of a publishing system; how its installation differs from others is drawn from the order's seed. */
export const buildSite = (family: FamilyId, order: SiteOrder): SitePlan => BUILDERS[family](order);
