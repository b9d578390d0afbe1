import { z } from 'zod';
import { isoDate } from './links.ts';

const text = z.string().nullish().catch(null);
/** An entry of a list. */
export const Article = z.object({
  title: z.string(),
  url: text,
  post_url: text,
  display_publish_time: z.union([z.string(), z.number()]).nullish().catch(null),
  created_at: text,
});
/** A page of a list. */
export const Answer = z.object({
  total: z.coerce.number().nullish().catch(null),
  classify: z
    .object({ post_count: z.coerce.number().nullish().catch(null) })
    .nullish()
    .catch(null),
  articles: z.array(z.unknown()),
});
/** The article that a page holds in its script. */
export const Detail = z.object({
  title: text,
  content: text,
  attachment: z.array(z.object({ name: text, url: text, file_name: text, file_url: text })).catch([]),
  display_publish_time: z.union([z.string(), z.number()]).nullish().catch(null),
});

/** A category. */
export interface Node {
  readonly id: string;
  readonly name: string;
  readonly jump: string;
}

/** All nodes of the tree of categories, whatever its shape; with a stack of its own. */
export function flatten(tree: unknown): readonly Node[] {
  const found: Node[] = [];
  const stack: unknown[] = [tree];
  for (let node = stack.pop(); stack.length > 0 || node !== undefined; node = stack.pop()) {
    if (Array.isArray(node)) for (const one of node.toReversed()) stack.push(one);
    else if (typeof node === 'object' && node !== null) {
      const { id, name, jump_url, children } = node as Record<string, unknown>;
      if (typeof name === 'string' && /^\d+$/.test(String(id))) {
        found.push({ id: String(id), name, jump: typeof jump_url === 'string' ? jump_url : '' });
      }
      if (Array.isArray(children)) stack.push(children);
    }
  }
  return found;
}

const CHINA_OFFSET_S = 8 * 3600;

/** A day as text, or as seconds of the epoch, which the system prints in Chinese time. */
export function dayOf(value: string | number | null | undefined): string | null {
  const seconds = Number(value);
  if (value !== '' && value != null && seconds > 1e9 && seconds < 4e9) {
    return new Date((seconds + CHINA_OFFSET_S) * 1000).toISOString().slice(0, 10);
  }
  return isoDate(String(value ?? ''));
}
