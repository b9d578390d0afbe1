import { LOCAL_NAME } from '../../model/person.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';
import type { Person } from '../security/access.ts';
import { COMMON } from '../texts/common.ts';

/** Not who works alone on this machine, nor somebody unknown. */
export const isLoggedIn = ({ name }: Person): boolean => name !== '' && name !== LOCAL_NAME;

/** Who is logged in, and the way out. */
export function Identity({ person: { name }, lang }: { person: Person; lang: Language }): Html {
  return (
    <form class="identity" method="post" action="/logout">
      <a href="/account" title={COMMON.account[lang]}>
        {name}
      </a>
      <button type="submit">{COMMON.logOut[lang]}</button>
    </form>
  );
}
