import { LOCAL_NAME } from '../../model/person.ts';
import { listAccounts } from '../../store/people/accounts.ts';
import type { Reviewer } from '../../store/review/take-next.ts';
import type { PageRequest } from '../route.ts';
import { mayUse } from '../security/access.ts';

/** Who asks, when, and which share of the findings is asked of two: none where there are no two to be asked. */
export function reviewerOf({
  store,
  person,
  now,
  doubleShare,
}: Pick<PageRequest, 'store' | 'person' | 'now' | 'doubleShare'>): Reviewer {
  const alone = person.name === LOCAL_NAME || countDeciders(store) < 2;
  return { person: person.name, nowMs: now.getTime(), doubleShare: alone ? 0 : doubleShare };
}

const countDeciders = (store: PageRequest['store']): number =>
  listAccounts(store).filter((account) => !account.disabled_at && mayUse(account, 'auditor')).length;
