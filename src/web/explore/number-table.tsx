import type { Html } from '../html.ts';

/** The numbers of a chart, first column first. */
export function NumberTable({
  columns,
  rows,
}: {
  columns: readonly string[];
  rows: readonly (readonly (string | number | null)[])[];
}): Html {
  return (
    <table class="numbers">
      <thead>
        <tr>
          {columns.map((name, at) => (
            <th scope="col" class={at === 0 ? undefined : 'figure'}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr>
            <th scope="row">{first}</th>
            {rest.map((value) => (
              <td class="figure">
                {typeof value === 'number' ? value.toLocaleString('en') : (value ?? '—')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
