import type { Form, FormBlock } from '../src/forms/form.ts';
import { FORMS } from '../src/forms/index.ts';
import type { ReadRow } from './tables/read-row.ts';

/** Which edition of the form a report prints, how much of the evidence speaks for it, and in words. */
export interface FormMatch {
  readonly form: Form | null;
  readonly score: number;
  readonly reason: string;
}

interface Vote {
  readonly form: Form;
  readonly weight: number;
  readonly because: string;
}

/**
 * The edition by what is printed, never by the year: reports went on using the form of 2019, and hybrids mix
 * items of both (wild.md 18). Only when nothing printed tells the editions apart does the year decide, with score 0.
 */
export function matchForm(rows: readonly ReadRow[], year: number | null): FormMatch {
  const votes = [...votesOfBlocks(rows), ...votesOfRows(rows)];
  if (rows.length === 0) return { form: null, score: 0, reason: 'no table of any edition was found' };
  if (votes.length === 0) return formOfYear(year);
  const all = votes.reduce((sum, vote) => sum + vote.weight, 0);
  const ranked = FORMS.map((form) => {
    const own = votes.filter((vote) => vote.form === form);
    return {
      form,
      weight: own.reduce((sum, vote) => sum + vote.weight, 0),
      because: own.map((vote) => vote.because),
    };
  }).sort((a, b) => b.weight - a.weight);
  const [best, second] = ranked;
  if (!best) return formOfYear(year);
  const against = second && second.weight > 0 ? `; ${second.because.join(', ')} as in ${second.form.id}` : '';
  return {
    form: best.form,
    score: best.weight / all,
    reason: `${best.because.join(', ')} as in ${best.form.id}${against}`,
  };
}

const printsBlock = (form: Form, block: FormBlock): boolean =>
  form.blocks.some((known) => known.id === block.id && known.columns === block.columns);

function votesOfBlocks(rows: readonly ReadRow[]): readonly Vote[] {
  const blocks = new Set(
    rows.filter((read) => !read.assumed || read.block.table === 'disclosure').map((read) => read.block),
  );
  return [...blocks].flatMap((block) => {
    const printing = FORMS.filter((form) => printsBlock(form, block));
    return printing.length === 1 && printing[0] ? [{ form: printing[0], weight: 2, because: block.id }] : [];
  });
}

/** Rows that only one edition has, as the three rows of (六)其他处理. */
function votesOfRows(rows: readonly ReadRow[]): readonly Vote[] {
  const printed = new Set(
    rows.filter((read) => read.block.table === 'applications').map((read) => read.row.id),
  );
  return [...printed].flatMap((id) => {
    const printing = FORMS.filter((form) =>
      form.blocks.some((block) => block.rows.some((row) => row.id === id)),
    );
    return printing.length === 1 && printing[0] ? [{ form: printing[0], weight: 1, because: id }] : [];
  });
}

/** The edition that a year's reports were to print; score 0, since nothing printed says so. */
export function formOfYear(year: number | null): FormMatch {
  const form =
    FORMS.find(({ years: [first, last] }) => year !== null && first <= year && year <= (last ?? year)) ??
    null;
  return {
    form,
    score: 0,
    reason: form
      ? `nothing printed tells the editions apart; ${year} is a year of ${form.id}`
      : 'nothing printed tells the editions apart',
  };
}
