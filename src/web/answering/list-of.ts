import { z } from 'zod';

/** One value, or several of the same name as addresses and forms have them: a list. */
export const someOf = <Item extends z.ZodType>(item: Item) =>
  z
    .union([item, z.array(item)])
    .transform((value): z.output<Item>[] => (Array.isArray(value) ? value : [value]));

/** The same, or nothing. */
export const listOf = <Item extends z.ZodType>(item: Item) => someOf(item).optional();
