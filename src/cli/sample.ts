import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { escapeText } from '../escape.ts';
import type { Extraction } from '../model/extraction.ts';
import type { ImportedDocument } from '../pipeline/import-documents.ts';
import { getExtraction } from '../store/get-extraction.ts';
import { EXIT_CODES, type ExitCode } from './exit-codes.ts';
import { runImport } from './importer.ts';
import { OUTCOME_NAMES } from './names.ts';
import { write } from './output.ts';
import { fitWidth, renderDocument } from './render/document-text.ts';
import { type NextStep, programName, renderNextSteps } from './render/next-steps.ts';
import { choosePaint } from './render/paint.ts';
import { SAMPLE_URL, samplePath } from './sample-path.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';
import { withStore } from './with-store.ts';

/**
 * `gongkai sample`, the main job of the README: the included report from its bytes to stored records, then its
 * three tables, the findings in words, what was stored, and what to do next. Again, it changes nothing.
 */
export async function sample(
  _paths: readonly string[],
  _options: object,
  session: Session,
): Promise<ExitCode> {
  const path = samplePath();
  if (!existsSync(path)) throw new UsageError(TEXTS.sampleMissing(path));
  // The name alone is stored: the record is the same wherever the program lies.
  const name = { file: basename(path), url: SAMPLE_URL };
  const { documents, stoppedBy } = await runImport([{ path, ...name }], session);
  const [document] = documents;
  const reportId = document?.reportId;
  if (document === undefined || reportId === undefined) throw stoppedBy ?? document?.error;
  const extraction = await withStore(session, async (store) => getExtraction(store, reportId));
  if (extraction === undefined) throw new Error(`report ${reportId} was stored and is not there`);

  const { stdout, env, lang } = session;
  const paint = choosePaint(stdout, env);
  const view = { lang, paint, width: fitWidth(stdout.columns) };
  await write(stdout, `${renderDocument(name, extraction, view)}\n`);
  await write(stdout, `${describeStored(document, extraction, session)}\n\n`);
  await write(stdout, renderNextSteps(nextSteps(session), lang, paint));
  return EXIT_CODES.done;
}

function describeStored({ outcome }: ImportedDocument, extraction: Extraction, session: Session): string {
  const { lang, stdout, env, database, archive } = session;
  const title = choosePaint(stdout, env)('bold', TEXTS.storedTitle(OUTCOME_NAMES[outcome][lang])[lang]);
  const counts = TEXTS.storedCounts(extraction.cells.length, extraction.findings.length)[lang];
  const places = TEXTS.storedIn(escapeText(database), escapeText(archive))[lang];
  return [title, ...[counts, ...places.split('\n')].map((line) => `  ${line}`)].join('\n');
}

function nextSteps({ env }: Session): NextStep[] {
  const program = programName(env);
  return [
    [`${program} findings`, TEXTS.nextFindings],
    [`${program} reports`, TEXTS.nextReports],
    [`${program} extract <file>`, TEXTS.nextOwnFile],
    [`${program} --help`, TEXTS.nextHelp],
  ];
}
