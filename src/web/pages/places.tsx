import { z } from 'zod';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { searchPlaces } from '../../places/search-places.ts';
import { PlaceSearch } from '../explore/place-search.tsx';
import { Scroll } from '../parts/scroll.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { route } from '../route.ts';
import { EXPLORE } from '../texts/explore.ts';

const MOST = 60;
const Query = z.object({ q: z.string().trim().max(40).default('') });

/** Places by name, pinyin or code. */
export const places = route({
  method: 'get',
  path: '/places',
  access: 'reader',
  query: Query,
  answer: ({ query: { q }, lang }) => {
    const found = searchPlaces(loadGazetteer(), q, MOST);
    return {
      title: EXPLORE.places[lang],
      data: { q, places: found },
      rows: {
        columns: ['code', 'name', 'path', 'pinyin', 'last_year'],
        rows: found.map(({ code, name, path, pinyin, lastYear }) => [code, name, path, pinyin, lastYear]),
      },
      page: (
        <>
          <h1>{EXPLORE.places[lang]}</h1>
          <PlaceSearch lang={lang} q={q} />
          {q !== '' && found.length === 0 && <p class="none">{EXPLORE.noPlace(q)[lang]}</p>}
          {found.length > 0 && (
            <Scroll name={EXPLORE.places[lang]}>
              <table class="whole-lines close">
                <TableHead
                  names={[EXPLORE.place, EXPLORE.code, EXPLORE.liesIn, EXPLORE.pinyin, EXPLORE.inForce]}
                  lang={lang}
                />
                <tbody>
                  {found.map(({ code, name, path, pinyin, lastYear }) => (
                    <tr>
                      <th scope="row" lang="zh-CN">
                        <a href={`/divisions/${code}`}>{name}</a>
                      </th>
                      <td>{code}</td>
                      <td class="quiet" lang="zh-CN">
                        {path}
                      </td>
                      <td class="quiet">{pinyin}</td>
                      <td class="quiet">{lastYear !== null && EXPLORE.upTo(lastYear)[lang]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
          )}
        </>
      ),
    };
  },
});
