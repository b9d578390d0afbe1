import type { Figures } from './figures.ts';
import { APPLICANT_IDS, applicationVariable, COLUMN_IDS, type OtherHandling, resultRowIds } from './form.ts';
import type { Random } from './random.ts';

/** Which cells a publisher leaves without a number. */
export const BLANK_MODES = [
  'none',
  'zeros',
  'some zeros',
  'all zeros',
  'organisations',
  'detail totals',
  'detail totals and zeros',
  'regulations',
] as const;
export type BlankMode = (typeof BLANK_MODES)[number];

/** Ways to write a number that is none of a form's. The value is what it reads as. */
export const MALFORMED_KINDS = [
  'double zero',
  'full width',
  'unit',
  'full width unit',
  'note',
  'thousands',
] as const;
export type MalformedKind = (typeof MALFORMED_KINDS)[number];

export type Finding = { readonly rule: string; readonly scope: string };

export type PrintStyle = {
  readonly blank: BlankMode;
  /** What stands in a blank cell; '' for nothing. One of them is drawn for each cell. */
  readonly blankTexts: readonly string[];
  readonly malformed: readonly MalformedKind[];
  readonly signs: SignStyle;
  /** 元 instead of 万元: the value is a ten-thousandth of what is printed. */
  readonly yuan: 'none' | 'in cell' | 'in header';
};

export const SIGN_STYLES = ['ascii', 'bare', 'words', 'short words', 'full width'] as const;
export type SignStyle = (typeof SIGN_STYLES)[number];

export type Printed = {
  readonly texts: ReadonlyMap<string, string>;
  readonly blank: ReadonlySet<string>;
  readonly findings: readonly Finding[];
};

const SIGNED: Record<SignStyle, (value: number) => string> = {
  ascii: (value) => (value > 0 ? `+${value}` : String(value)),
  bare: (value) => String(value),
  words: (value) => (value === 0 ? '0' : `${value > 0 ? '增加' : '减少'}${Math.abs(value)}`),
  'short words': (value) => (value === 0 ? '0' : `${value > 0 ? '增' : '减'}${Math.abs(value)}`),
  'full width': (value) => (value === 0 ? '0' : `${value > 0 ? '＋' : '－'}${Math.abs(value)}`),
};

const inMode = (
  mode: BlankMode,
  variable: string,
  value: number,
  other: OtherHandling,
  random: Random,
): boolean => {
  const counted = variable.startsWith('applications.') || variable.startsWith('challenges.');
  const detailTotals = new Set(resultRowIds(other).map((row) => applicationVariable(row, 'total')));
  const test: Record<BlankMode, () => boolean> = {
    none: () => false,
    zeros: () => counted && value === 0,
    'some zeros': () => counted && value === 0 && random.chance(0.5),
    'all zeros': () => value === 0,
    organisations: () =>
      variable.startsWith('applications.') &&
      APPLICANT_IDS.slice(1).some((column) => variable.endsWith(`.${column}`)),
    'detail totals': () => detailTotals.has(variable),
    'detail totals and zeros': () => detailTotals.has(variable) || (counted && value === 0),
    regulations: () => variable.startsWith('disclosure.regulations.') && value === 0,
  };
  return test[mode]();
};

const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

type Malform = {
  readonly fits: (variable: string, value: number) => boolean;
  readonly write: (value: number, random: Random) => string;
};

const isCount = (variable: string): boolean =>
  !variable.endsWith('amount_10k_yuan') && !variable.endsWith('items_change');
const isDocuments = (variable: string): boolean => variable.startsWith('disclosure.normative_documents.');

const MALFORMS: Record<MalformedKind, Malform> = {
  'double zero': { fits: (variable, value) => isCount(variable) && value === 0, write: () => '00' },
  'full width': { fits: (variable) => isCount(variable), write: (value) => fullWidth(String(value)) },
  unit: {
    fits: (variable) => isCount(variable),
    write: (value, random) => `${value}${random.pick(['件', '次', ' 件'])}`,
  },
  'full width unit': {
    fits: (variable) => isCount(variable),
    write: (value) => `${fullWidth(String(value))} 件`,
  },
  note: {
    fits: (variable, value) => isDocuments(variable) && value > 3,
    write: (value, random) => {
      const part = random.integer(1, value - 1);
      return random.pick([
        `${value}（其中修订${part}件）`,
        `${value}（含自然失效${part}件）`,
        `${value}(其中修订${part}件)`,
      ]);
    },
  },
  thousands: {
    fits: (variable, value) => isCount(variable) && value >= 1000,
    write: (value) => grouped(value),
  },
};

const plainText = (variable: string, value: number, style: PrintStyle): string => {
  if (variable.endsWith('items_change')) return SIGNED[style.signs](value);
  if (!variable.endsWith('amount_10k_yuan') || style.yuan === 'none') return String(value);
  const yuan = Math.round(value * 10000);
  return style.yuan === 'in cell' ? `${yuan}元` : String(yuan);
};

/** Writes the figures as one publisher would. */
export const printFigures = (
  figures: Figures,
  style: PrintStyle,
  other: OtherHandling,
  random: Random,
): Printed => {
  const texts = new Map<string, string>();
  const blank = new Set<string>();
  const findings: Finding[] = [];
  for (const [variable, value] of figures) {
    if (inMode(style.blank, variable, value, other, random)) {
      blank.add(variable);
      texts.set(variable, random.pick(style.blankTexts));
    } else {
      texts.set(variable, plainText(variable, value, style));
      if (style.yuan !== 'none' && value !== 0 && variable.endsWith('amount_10k_yuan'))
        findings.push({ rule: 'cell.unit', scope: variable });
    }
  }
  for (const kind of style.malformed) {
    const taken = new Set(findings.map((finding) => finding.scope));
    const fitting = [...figures].filter(
      ([variable, value]) =>
        !blank.has(variable) && !taken.has(variable) && MALFORMS[kind].fits(variable, value),
    );
    if (fitting.length === 0) continue;
    const [variable, value] = random.pick(fitting);
    texts.set(variable, MALFORMS[kind].write(value, random));
    findings.push({ rule: 'cell.malformed', scope: variable });
  }
  return { texts, blank, findings };
};

/** The printed 小计 of the five kinds of organisation in a row. */
export const subtotalOf = (figures: Figures, row: string): number =>
  COLUMN_IDS.slice(1, -1).reduce(
    (sum, column) => sum + (figures.get(applicationVariable(row, column)) ?? 0),
    0,
  );
