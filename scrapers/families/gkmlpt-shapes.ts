import { z } from 'zod';
import { speaksOfReports } from '../discover-reports.ts';
import { foldTitle } from '../fold-title.ts';
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

/** A category of the catalogue: its number, and where it leads instead of having articles. */
export interface Category {
  readonly id: string;
  readonly jump: string;
}

/** The categories of yearly reports and all below them, in the tree of categories whatever its shape. */
export function findReportNodes(tree: unknown): readonly Category[] {
  const found: Category[] = [];
  const stack = [{ node: tree, isWithin: false }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node } = top;
    if (Array.isArray(node)) {
      for (const one of node.toReversed()) stack.push({ node: one, isWithin: top.isWithin });
    } else if (typeof node === 'object' && node !== null) {
      const { id, name, jump_url, children } = node as Record<string, unknown>;
      const isWithin = top.isWithin || (typeof name === 'string' && isReportCategory(name));
      if (isWithin && /^\d+$/.test(String(id))) {
        found.push({ id: String(id), jump: typeof jump_url === 'string' ? jump_url : '' });
      }
      if (Array.isArray(children)) stack.push({ node: children, isWithin });
    }
  }
  return found;
}

const isReportCategory = (name: string): boolean =>
  speaksOfReports(name) || /^(?:信息公开)?(?:年度报告|年报)$/.test(foldTitle(name));

const CHINA_OFFSET_S = 8 * 3600;

/** A day as text, or as seconds of the epoch, which the system prints in Chinese time. */
export function dayOf(value: string | number | null | undefined): string | null {
  const seconds = Number(value);
  if (value !== '' && value != null && seconds > 1e9 && seconds < 4e9) {
    return new Date((seconds + CHINA_OFFSET_S) * 1000).toISOString().slice(0, 10);
  }
  return isoDate(String(value ?? ''));
}
