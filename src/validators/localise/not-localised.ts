import type { Finding, Message } from '../../model/finding.ts';
import { makeFinding } from '../../rules/make-finding.ts';
import type { Localisation } from './suggest.ts';

/**
 * A contradiction with what would mend it. Its message names a whole row or column that explains it, or says that too
 * many cells are wrong to tell which.
 */
export function withSuggestions(
  finding: Finding,
  { suggestions, gaveUp, cells, lines }: Localisation,
): Finding {
  const suggested = { ...finding, suggestions: [...suggestions] };
  const { zh, en } = finding.message;
  if (lines.length > 0)
    return {
      ...suggested,
      message: {
        zh: `${zh}；${lines.map((line) => line.zh).join('，或者')}，只改这些格就能消除与它相连的全部矛盾`,
        en: `${en}; ${lines.map((line) => line.en).join(', or ')}: to change these cells mends all that hangs together with it`,
      },
    };
  if (!gaveUp) return suggested;
  return {
    ...suggested,
    message: {
      zh: `${zh}；与它相连的矛盾至少要改 ${cells} 格才能全部消除，指不出是哪几格有误`,
      en: `${en}; to mend all that hangs together with it at least ${cells} cells would have to change: which ones are wrong cannot be told`,
    },
  };
}

/** The search for wrong cells, or what comes before it, was broken off. */
export function notLocalised({ zh, en }: Message): Finding {
  return makeFinding({
    rule: 'document.not_localised',
    scope: 'document',
    message: {
      zh: `数值已读取，勾稽关系已核对，但没有再读一遍核实，也没有查找哪些格可能有误：${zh}。`,
      en: `The values were read and the arithmetic was checked, but they were not confirmed by a second reading, and the cells that could be wrong were not looked for: ${en}.`,
    },
  });
}
