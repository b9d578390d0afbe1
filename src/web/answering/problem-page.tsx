import type { Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import { Notice } from '../parts/notice.tsx';
import type { PageAnswer } from '../route.ts';
import { COMMON } from '../texts/common.ts';
import type { HttpProblem } from './http-problem.ts';

const TITLES: Readonly<Record<number, Message>> = {
  400: COMMON.badRequest,
  401: COMMON.loginNeeded,
  403: COMMON.forbidden,
  404: COMMON.notFound,
  406: COMMON.noCsv,
  413: COMMON.tooLarge,
  421: COMMON.otherHost,
  429: COMMON.tooMany,
  503: COMMON.tooMany,
  504: COMMON.tookTooLong,
};

const HINTS: Readonly<Record<number, Message>> = {
  404: COMMON.notFoundHint,
  500: COMMON.failedHint,
  504: COMMON.tookTooLongHint,
};

/** What is said when a request cannot be answered as it was asked. */
export function problemPage({ status, message }: HttpProblem, lang: Language): PageAnswer {
  const title = (TITLES[status] ?? COMMON.failed)[lang];
  const lines = [...(message === '' ? [] : [message]), ...(HINTS[status] ? [HINTS[status][lang]] : [])];
  return {
    status,
    title,
    ...(status === 429 || status === 503 ? { headers: { 'Retry-After': '1' } } : {}),
    page: <Notice title={title} lines={lines} lang={lang} />,
    data: { error: { status, title, detail: message } },
  };
}
