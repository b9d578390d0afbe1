import type { Rule } from './rule.ts';

const SEE_PAGE = { zh: '对照原文', en: 'look at the page' };
const shared = { forms: ['2019', '2021'], counted: 'found', fault: 'publisher' } as const;

/** In the public contract, not evaluated by this release: a rule that is built moves to the table of its room. */
export const RESERVED_RULES = {
  'document.duplicate': {
    title: { zh: '重复的文件', en: 'duplicate document' },
    why: { zh: '同一份报告只计一次', en: 'a report counts once' },
    demands: { zh: '不与另一份文件相同', en: 'it is not the same as another document' },
    scope: 'document',
    severities: ['info'],
    judge: SEE_PAGE,
    ...shared,
  },
} as const satisfies Record<string, Rule>;
