import { escapeText } from '../../escape.ts';
import { formById } from '../../forms/index.ts';
import type { Report } from '../../model/report.ts';
import type { Language } from '../../model/status.ts';
import { LEVEL_NAMES } from '../names.ts';
import { TEXTS } from '../texts.ts';

/** Who reports about what, in one line. What is not known is said, not left out. */
export function describeReport(report: Report, lang: Language): string {
  const { agency, place, division, level, year, form, period, published } = report;
  const facts = [
    agency === null ? TEXTS.unknownAgency[lang] : escapeText(agency),
    place === null ? TEXTS.unknownPlace[lang] : escapeText(place) + (division === null ? '' : ` ${division}`),
    level === null ? null : LEVEL_NAMES[level][lang],
    year === null ? TEXTS.unknownYear[lang] : TEXTS.aboutYear(year)[lang],
    form === null ? null : (formById(form)?.name[lang] ?? form),
    period === null ? null : TEXTS.period(period[0], period[1])[lang],
    published === null ? null : TEXTS.published(published)[lang],
  ];
  return facts.filter((fact) => fact !== null).join(' · ');
}
