import { z } from 'zod';
import { loadGazetteer } from '../../places/load-gazetteer.ts';
import { searchPlaces } from '../../places/search-places.ts';
import { PlaceSearch } from '../explore/place-search.tsx';
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
          <ul class="found-places">
            {found.map(({ code, name, path, pinyin, lastYear }) => (
              <li>
                <a href={`/divisions/${code}`} lang="zh-CN">
                  {name}
                </a>{' '}
                <span class="quiet" lang="zh-CN">
                  {path}
                </span>{' '}
                <span class="quiet">
                  {pinyin} · {code}
                  {lastYear !== null && ` · –${lastYear}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      ),
    };
  },
});
