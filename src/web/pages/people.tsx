import { ROLES } from '../../model/person.ts';
import { chinaTime } from '../../runs/figures.ts';
import { listAccounts } from '../../store/people/accounts.ts';
import { Scroll } from '../parts/scroll.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { route } from '../route.ts';
import { PEOPLE, ROLE_NAMES, ROLE_RIGHTS } from '../texts/people.ts';

/** Who has an account. */
export const people = route({
  method: 'get',
  path: '/people',
  access: 'admin',
  answer: ({ store, lang }) => {
    const accounts = listAccounts(store);
    return {
      title: PEOPLE.people[lang],
      data: { people: accounts.map(({ id: _, ...account }) => account) },
      rows: {
        columns: ['name', 'role', 'created_at', 'disabled_at'],
        rows: accounts.map(({ name, role, created_at, disabled_at }) => [
          name,
          role,
          created_at,
          disabled_at,
        ]),
      },
      page: (
        <>
          <h1>{PEOPLE.people[lang]}</h1>
          <p class="quiet">{PEOPLE.peopleHint[lang]}</p>
          {accounts.length === 0 ? (
            <p class="none">{PEOPLE.nobodyYet[lang]}</p>
          ) : (
            <Scroll name={PEOPLE.people[lang]}>
              <table class="whole-lines">
                <TableHead names={[PEOPLE.name, PEOPLE.role, PEOPLE.createdAt, PEOPLE.state]} lang={lang} />
                <tbody>
                  {accounts.map(({ name, role, created_at, disabled_at }) => (
                    <tr>
                      <th scope="row">{name}</th>
                      <td>{ROLE_NAMES[role][lang]}</td>
                      <td>{chinaTime(created_at)}</td>
                      <td>{PEOPLE[disabled_at === null ? 'active' : 'disabled'][lang]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
          <h2>{PEOPLE.whatRolesMay[lang]}</h2>
          <dl class="facts">
            {ROLES.map((role) => (
              <div>
                <dt>{ROLE_NAMES[role][lang]}</dt>
                <dd>{ROLE_RIGHTS[role][lang]}</dd>
              </div>
            ))}
          </dl>
        </>
      ),
    };
  },
});
