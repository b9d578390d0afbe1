import { z } from 'zod';
import type { Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';

/** For a condition of our own (`refine`): what is said, in the language of who asks, when it does not hold. */
export const orTell = (told: Message) => ({ params: { told } });

type Words = z.core.$ZodErrorMap;

const withOurs =
  (lang: Language, others: Words): Words =>
  (issue) => {
    const told = issue.code === 'custom' ? (issue.params?.['told'] as Message | undefined) : undefined;
    return told?.[lang] ?? others(issue);
  };

/** What a schema says of a value that does not pass. */
export const WORDS_OF: Readonly<Record<Language, Words>> = {
  zh: withOurs('zh', z.locales.zhCN().localeError),
  en: withOurs('en', z.locales.en().localeError),
};
