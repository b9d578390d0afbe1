import { checkAcrossReports } from '../../src/pipeline/across/check-across-reports.ts';
import type { ListedFinding } from '../../src/store/list-findings.ts';
import type { Store } from '../../src/store/store.ts';
import type { Figures, Size } from '../generate/figures.ts';
import { createRandom } from '../generate/random.ts';
import { makeSeries } from '../generate/series.ts';
import { allFindings, loadMade } from './make-report.ts';

export const FIRST_YEAR = 2021;
export const YEARS = 5;
const SIZES: readonly Size[] = ['county', 'tiny', 'county', 'city', 'county'];
export const ACROSS = /^(?:applications\.carry_over|disclosure\.in_force|series\.|peer\.)/;

/** A body and its five years. */
export interface MadeBody {
  readonly division: string;
  readonly place: string;
  readonly agency: string;
  readonly years: readonly Figures[];
}

/** Bodies of two provinces, each with five years that follow from each other. */
export function makeBodies(seed: number, count: number): MadeBody[] {
  return Array.from({ length: count }, (_, index) => {
    const place = `第${index}县`;
    return {
      division: String(index % 2 === 0 ? 220_301 + index : 320_301 + index),
      ...{ place, agency: `${place}人民政府` },
      years: makeSeries(createRandom(seed).fork(`body ${index}`), YEARS, SIZES[index % SIZES.length] as Size),
    };
  });
}

/** Loads every year of every body in an order drawn by the seed, and compares them. */
export function loadBodies(store: Store, bodies: readonly MadeBody[], seed: number): void {
  const reports = bodies.flatMap((body) => body.years.map((figures, at) => ({ body, figures, at })));
  for (const { body, figures, at } of createRandom(seed).shuffle(reports)) {
    const { division, place, agency } = body;
    loadMade(store, { division, place, agency, year: FIRST_YEAR + at, figures });
  }
  checkAcrossReports(store, { corrections: [] });
}

export const acrossFindings = (store: Store): ListedFinding[] => allFindings(store, ACROSS);

/** A fault put into one report, and the rule that ought to tell of it. */
export interface Fault {
  readonly body: number;
  readonly year: number;
  readonly rule: RegExp;
  readonly name: string;
}

const CARRIED_IN = 'applications.carried_in.natural_person';
const IN_FORCE = 'disclosure.normative_documents.in_force';
const FEES = 'disclosure.fees.amount_10k_yuan';
const PENALTIES = 'disclosure.penalties.decisions';

type Change = (figures: Figures, years: readonly Figures[], at: number) => Figures | null;
const set = (figures: Figures, variable: string, value: number): Figures =>
  new Map([...figures, [variable, value]]);
const numberIn = (figures: Figures | undefined, variable: string): number => figures?.get(variable) ?? 0;

/** What goes wrong in real series: a digit, a year's table left standing, yuan for 10,000 yuan, a number ×100. */
const CHANGES: Readonly<Record<string, { readonly rule: RegExp; readonly change: Change }>> = {
  'carried in off by one': {
    rule: /^applications\.carry_over$/,
    change: (figures) => set(figures, CARRIED_IN, numberIn(figures, CARRIED_IN) + 1),
  },
  'documents in force off by three': {
    rule: /^disclosure\.in_force$/,
    change: (figures) => set(figures, IN_FORCE, numberIn(figures, IN_FORCE) + 3),
  },
  'fees in yuan': {
    rule: /^series\.unit$/,
    change: (figures) =>
      numberIn(figures, FEES) > 0 ? set(figures, FEES, numberIn(figures, FEES) * 10_000) : null,
  },
  'decisions ×100': {
    rule: /^series\.jump$/,
    change: (figures) =>
      numberIn(figures, PENALTIES) > 10 ? set(figures, PENALTIES, numberIn(figures, PENALTIES) * 100) : null,
  },
  "last year's tables": {
    rule: /^series\.copied_tables$/,
    change: (_, years, at) => years[at - 1] ?? null,
  },
};

/** The bodies with one fault in every body, kinds in turn, never in the first year; a kind that does not fit leaves it out. */
export function injectFaults(
  bodies: readonly MadeBody[],
  seed: number,
): { bodies: MadeBody[]; faults: Fault[] } {
  const random = createRandom(seed);
  const kinds = Object.entries(CHANGES);
  const faults: Fault[] = [];
  const changed = bodies.map((body, index) => {
    const [name, kind] = kinds[index % kinds.length] as (typeof kinds)[number];
    const at = random.integer(1, YEARS - 1);
    const figures = kind.change(body.years[at] as Figures, body.years, at);
    if (figures === null) return body;
    faults.push({ body: index, year: FIRST_YEAR + at, rule: kind.rule, name });
    return { ...body, years: body.years.map((year, position) => (position === at ? figures : year)) };
  });
  return { bodies: changed, faults };
}
