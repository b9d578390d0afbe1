import { z } from 'zod';
import { listReleases, openReleaseFile, type Release } from '../../export/list-releases.ts';
import type { Language } from '../../model/status.ts';
import { bytesIn } from '../../runs/figures.ts';
import { HttpProblem } from '../answering/http-problem.ts';
import type { Html } from '../html.ts';
import { PLACES } from '../navigation.ts';
import { Scroll } from '../parts/scroll.tsx';
import { TableHead } from '../parts/table-head.tsx';
import { route } from '../route.ts';
import { DOWNLOADS } from '../texts/downloads.ts';

/** Files of the releases, and the lists as they are now. */
export const downloads = route({
  method: 'get',
  path: '/downloads',
  access: 'reader',
  answer: ({ releases: dir, lang }) => {
    const releases = listReleases(dir);
    return {
      title: DOWNLOADS.title[lang],
      data: { releases },
      rows: {
        columns: ['release', 'version', 'path', 'bytes', 'sha256'],
        rows: releases.flatMap(({ name, version, files }) =>
          files.map(({ path, bytes, sha256 }) => [name, version, path, bytes, sha256]),
        ),
      },
      page: (
        <>
          <h1>{DOWNLOADS.title[lang]}</h1>
          <section aria-labelledby="releases">
            <h2 id="releases">{DOWNLOADS.releases[lang]}</h2>
            {releases.length === 0 && (
              <p class="quiet">
                {DOWNLOADS.noReleases[lang]} <code>{dir}</code>
              </p>
            )}
            {releases.map((release) => (
              <ReleasePart release={release} lang={lang} />
            ))}
          </section>
          <Lists lang={lang} />
        </>
      ),
    };
  },
});

/** One file of a release, always as a file to keep: a browser shows none of them. */
export const downloadFile = route({
  method: 'get',
  path: '/downloads/:release/:path{.+}',
  access: 'reader',
  bytes: true,
  params: z.object({ release: z.string(), path: z.string() }),
  answer: ({ releases, params: { release, path } }) => {
    const file = openReleaseFile(releases, release, path);
    if (!file) throw new HttpProblem(404);
    const name = `${release}-${path.split('/').at(-1)}`;
    return {
      bytes: file.stream,
      type: file.mediaType,
      headers: {
        'Content-Length': String(file.bytes),
        'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        ...(file.sha256 === null ? {} : { ETag: `"${file.sha256}"` }),
      },
    };
  },
});

function ReleasePart({ release, lang }: { release: Release; lang: Language }): Html {
  const { name, version, files } = release;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <article class="release">
      <h3>
        {name} <small class="quiet">{version}</small>
      </h3>
      <p class="quiet">{DOWNLOADS.files(files.length, bytesIn(bytes))[lang]}</p>
      <details>
        <summary>{DOWNLOADS.allFiles[lang]}</summary>
        <Scroll name={`${DOWNLOADS.allFiles[lang]} ${name}`}>
          <table class="close">
            <thead>
              <tr>
                <th scope="col">{DOWNLOADS.file[lang]}</th>
                <th scope="col" class="figure">
                  {DOWNLOADS.size[lang]}
                </th>
                <th scope="col">SHA-256</th>
              </tr>
            </thead>
            <tbody>
              {files.map((file) => (
                <tr>
                  <th scope="row">
                    <a href={addressOf(name, file.path)}>{file.path}</a>
                  </th>
                  <td class="figure">{bytesIn(file.bytes)}</td>
                  <td>{file.sha256 && <code title={file.sha256}>{file.sha256.slice(0, 16)}…</code>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </article>
  );
}

const addressOf = (release: string, path: string): string =>
  `/downloads/${[release, ...path.split('/')].map(encodeURIComponent).join('/')}`;

/** The lists that have a CSV. */
const LISTS = ['/findings', '/reports', '/coverage', '/variables', '/rules', '/runs'];

function Lists({ lang }: { lang: Language }): Html {
  return (
    <section aria-labelledby="lists">
      <h2 id="lists">{DOWNLOADS.lists[lang]}</h2>
      <p class="quiet">{DOWNLOADS.listsHint[lang]}</p>
      <table>
        <TableHead names={[DOWNLOADS.list, DOWNLOADS.format]} lang={lang} />
        <tbody>
          {PLACES.filter(([path]) => LISTS.includes(path)).map(([path, name]) => (
            <tr>
              <th scope="row">
                <a href={path}>{name[lang]}</a>
              </th>
              <td>
                <a href={`${path}.csv`}>CSV</a> <a href={`${path}.json`}>JSON</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
