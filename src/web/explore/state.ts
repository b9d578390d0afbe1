import { z } from 'zod';

/** A field of a form that is left empty is not given. */
export const orNone = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === '' ? undefined : value), item.optional());

export const wholeNumber = z.coerce.number().int().nonnegative();
export const placePrefix = z.string().regex(/^(?:\d\d){1,3}$/);

export type State = Readonly<Record<string, unknown>>;
type Change = Readonly<Record<string, string | number | readonly (string | number)[] | null>>;

/**
 * An address with the state of a page, some parts of it changed; null takes one out. A change leads to the first page
 * unless it is the page that changes. The same state is the same address, whatever the order it came in.
 */
export function addressOf(path: string, state: State, change: Change = {}): string {
  const whole: Record<string, unknown> = { ...state };
  if (Object.keys(change).length > 0) delete whole['page'];
  Object.assign(whole, change);
  const search = new URLSearchParams();
  for (const name of Object.keys(whole).toSorted()) {
    const value = whole[name];
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== null && one !== undefined) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** As many as an address of a filter may have of one value more, or one less. */
export function toggled(
  list: readonly (string | number)[] = [],
  value: string | number,
): (string | number)[] | null {
  const next = list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  return next.length === 0 ? null : next;
}

/** Only what was given: an optional part that is undefined is none. */
export const given = <T extends object>(parts: T): { [Key in keyof T]: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
