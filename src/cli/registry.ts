import { existsSync } from 'node:fs';
import { escapeText } from '../escape.ts';
import { loadGazetteer } from '../places/load-gazetteer.ts';
import { type LoadedSources, loadSources } from '../sources/load-sources.ts';
import { problemLine, type SourceProblem } from '../sources/source-problem.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';
import { UsageError } from './usage-error.ts';

export interface RegistryOptions {
  readonly sources: string;
}

/** The registry of a folder. Throws UsageError when there is none: an empty one would check clean. */
export function openRegistry({ sources: dir }: RegistryOptions): LoadedSources {
  if (!existsSync(dir)) throw new UsageError(TEXTS.noSources(dir));
  const loaded = loadSources(dir, loadGazetteer());
  if (loaded.files === 0 && loaded.problems.length === 0) throw new UsageError(TEXTS.noSources(dir));
  return loaded;
}

/** A line a problem on standard error, whatever the log level: they are why the command fails. */
export function tellProblems(problems: readonly SourceProblem[], { stderr, lang }: Session): void {
  for (const problem of problems) stderr.write(`${escapeText(problemLine(problem, lang))}\n`);
  if (problems.length === 0) return;
  const files = new Set(problems.map(({ file }) => file)).size;
  stderr.write(`${TEXTS.sourcesFaulty(problems.length, files)[lang]}\n`);
}
