import { ACTION_NAMES, ACTIONS, DEFAULT_KEYS } from '../../review/shortcuts.ts';
import { TableHead } from '../parts/table-head.tsx';
import { route } from '../route.ts';
import { REVIEW } from '../texts/review.ts';

/** Which key does what: they can be changed and switched off, and are kept in the browser. */
export const keys = route({
  method: 'get',
  path: '/keys',
  access: 'reader',
  answer: ({ lang }) => ({
    title: REVIEW.keysTitle[lang],
    data: { keys: DEFAULT_KEYS },
    rows: { columns: ['action', 'key'], rows: ACTIONS.map((action) => [action, DEFAULT_KEYS[action]]) },
    scripts: ['keys'],
    page: (
      <>
        <h1>{REVIEW.keysTitle[lang]}</h1>
        <p>{REVIEW.keysNote[lang]}</p>
        <noscript>
          <p class="note">{REVIEW.keysScript[lang]}</p>
        </noscript>
        <form class="keys" data-key-settings data-clash={REVIEW.clash[lang]}>
          <label>
            <input type="checkbox" name="on" checked autocomplete="off" /> {REVIEW.keysOn[lang]}
          </label>
          <table>
            <caption class="out-of-sight">{REVIEW.keysTitle[lang]}</caption>
            <TableHead names={[REVIEW.action, REVIEW.key]} lang={lang} />
            <tbody>
              {ACTIONS.map((action) => (
                <tr>
                  <th scope="row">
                    <label for={`key-${action}`}>{ACTION_NAMES[action][lang]}</label>
                  </th>
                  <td>
                    <input
                      id={`key-${action}`}
                      name={action}
                      value={DEFAULT_KEYS[action]}
                      size={6}
                      autocomplete="off"
                    />
                    <span class="clash" />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            <button type="reset">{REVIEW.restore[lang]}</button>{' '}
            <span role="status" data-saved={REVIEW.saved[lang]} />
          </p>
        </form>
      </>
    ),
  }),
});
