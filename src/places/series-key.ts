import { agencyKey } from '../model/agency.ts';
import { type Gazetteer, type Unit, unitOfCode } from './gazetteer.ts';
import { loadGazetteer } from './load-gazetteer.ts';

/** What tells the reports of one body over the years from those of others in the same place. */
export interface AgencyOfYear {
  readonly division: string | null;
  readonly agency: string | null;
  readonly place: string | null;
  readonly year: number | null;
}

/** Names under which the body as a whole reports; its office may report for it, or for itself alone. */
const OFFICE = /(?<=政府)(?:办公室|办公厅)$/;

/**
 * Under what a body's reports of all years are found: the office of a government falls together with the government,
 * since one year's report may be headed by the one and the next by the other. Only an equal `agencyKey` says for sure
 * that two of them are of one body. A place that only got another name or code (县改市) is the same place; one that came
 * of a merge or split is another. null: who reports about which year is not known.
 */
export function seriesKey(
  { division, agency, place, year }: AgencyOfYear,
  gazetteer: Gazetteer = loadGazetteer(),
): string | null {
  if (!division || !agency || year === null) return null;
  return `${placeKey(gazetteer, division, year)}|${agencyKey(agency, place).replace(OFFICE, '')}`;
}

/**
 * The last code that a place had; with its first code and year where another place had that code too (500110: 万盛区, then
 * 綦江区). Unknown codes stay as they are.
 */
function placeKey(gazetteer: Gazetteer, code: string, year: number): string {
  const unit = unitOfCode(gazetteer, code, year);
  const last = unit?.rows.at(-1)?.code;
  if (!unit || last === undefined) return code;
  const bearers = (gazetteer.unitsByCode.get(last) ?? []).filter(({ rows }) => rows.at(-1)?.code === last);
  return bearers.length > 1 ? `${last}.${beginningOf(unit)}` : last;
}

const beginningOf = ({ rows: [first] }: Unit): string => `${first?.code}.${first?.firstYear}`;
