import { createHash } from 'node:crypto';
import { pipeline, Transform } from 'node:stream';
import { request } from 'undici';
import { z } from 'zod';
import type { Deposit, Upload } from './plan-upload.ts';

/** A draft at Zenodo, as far as it is used (https://developers.zenodo.org/#depositions). */
const Draft = z.object({
  id: z.number(),
  conceptrecid: z.coerce.string().optional(),
  submitted: z.boolean(),
  metadata: z.object({ prereserve_doi: z.object({ doi: z.string(), recid: z.number() }).optional() }),
  links: z.object({ bucket: z.string().optional(), latest_draft: z.string().optional() }),
  files: z.array(z.object({ id: z.string(), filename: z.string() })).optional(),
});
type Draft = z.infer<typeof Draft>;

export interface Zenodo {
  readonly server: string;
  /** Goes into one header and nowhere else: into no address, message or log. */
  readonly token: string;
  readonly say: (line: string) => void;
}

export interface Reserved {
  readonly id: number;
  readonly doi: string;
  /** Of all versions. */
  readonly concept: string | null;
}

/** Makes an empty draft, or one of a new version of what was deposited before, and tells the DOI that it will have. */
export async function reserve(zenodo: Zenodo, newVersionOf: number | undefined): Promise<Reserved> {
  const depositions = '/api/deposit/depositions';
  let draft: Draft;
  if (newVersionOf === undefined) draft = Draft.parse(await send(zenodo, 'POST', depositions, {}));
  else {
    const before = Draft.parse(
      await send(zenodo, 'POST', `${depositions}/${newVersionOf}/actions/newversion`),
    );
    if (before.links.latest_draft === undefined) throw new Error(`deposit ${newVersionOf} has no new draft`);
    draft = Draft.parse(await send(zenodo, 'GET', new URL(before.links.latest_draft).pathname));
  }
  const { id, conceptrecid, metadata } = draft;
  const reserved = metadata.prereserve_doi;
  if (!reserved) throw new Error(`deposit ${id} has no DOI reserved`);
  const concept =
    conceptrecid === undefined ? null : reserved.doi.replace(String(reserved.recid), conceptrecid);
  return { id, doi: reserved.doi, concept };
}

/** Puts a release into its draft, which a person then looks at and publishes: that cannot be taken back. */
export async function upload(zenodo: Zenodo, id: number, { uploads, metadata, doi }: Deposit): Promise<void> {
  const path = `/api/deposit/depositions/${id}`;
  const draft = Draft.parse(await send(zenodo, 'GET', path));
  const reserved = draft.metadata.prereserve_doi?.doi;
  if (draft.submitted) throw new Error(`deposit ${id} is published: reserve a new version`);
  if (doi === null || doi !== reserved)
    throw new Error(
      `CITATION.cff says ${doi ?? 'no DOI'}, deposit ${id} has ${reserved ?? 'none'}: export with --doi`,
    );
  if (draft.links.bucket === undefined) throw new Error(`deposit ${id} takes no files`);
  const bucket = new URL(draft.links.bucket).pathname;
  // A new version begins with the files of the one before.
  for (const { id: file } of draft.files ?? []) await send(zenodo, 'DELETE', `${path}/files/${file}`);
  for (const each of uploads) await putFile(zenodo, `${bucket}/${encodeURIComponent(each.name)}`, each);
  await send(zenodo, 'PUT', path, { metadata });
}

async function putFile(zenodo: Zenodo, path: string, { name, bytes, open }: Upload): Promise<void> {
  const hash = createHash('md5');
  const digesting = new Transform({
    transform(piece: Buffer, _encoding, done) {
      hash.update(piece);
      done(null, piece);
    },
  });
  const body = pipeline(open(), digesting, () => {});
  const answer = await send(zenodo, 'PUT', path, body, { 'content-length': String(bytes) });
  const { checksum } = z.object({ checksum: z.string() }).parse(answer);
  if (checksum !== `md5:${hash.digest('hex')}`) throw new Error(`${name} did not arrive as it was sent`);
}

/** @param body - a stream as it is, anything else as JSON */
async function send(
  { server, token, say }: Zenodo,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  say(`${method} ${path}`);
  const isStream = body instanceof Transform;
  const { statusCode, body: answer } = await request(new URL(path, server), {
    method,
    // A whole release takes its time; its server says 'no' at once.
    ...{ headersTimeout: 600_000, bodyTimeout: 600_000 },
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined
        ? {}
        : { 'content-type': isStream ? 'application/octet-stream' : 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isStream ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (statusCode < 200 || statusCode > 299)
    throw new Error(`${method} ${path}: ${statusCode} ${text.slice(0, 500).replaceAll(token, '…')}`);
  return text === '' ? null : JSON.parse(text);
}
