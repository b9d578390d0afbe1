import type { Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import type { Html } from '../html.ts';

/** The head of a table whose columns are plain words. */
export const TableHead = ({ names, lang }: { names: readonly Message[]; lang: Language }): Html => (
  <thead>
    <tr>
      {names.map((name) => (
        <th scope="col">{name[lang]}</th>
      ))}
    </tr>
  </thead>
);
