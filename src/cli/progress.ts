import type { Message } from '../model/finding.ts';
import type { Language } from '../model/status.ts';
import type { Session } from './session.ts';
import { TEXTS } from './texts.ts';

const LINE_EVERY_MS = 1000;

/** How far a batch is; `advance` once for each file, `stop` at the end, also after an error. */
export interface Progress {
  advance(): void;
  stop(): void;
}

/** What is counted, in words, and whether results are written while it goes on. */
interface Counted {
  readonly bar: Message;
  readonly line: (done: number, total: number, percent: number) => Message;
  readonly writesMeanwhile: boolean;
}

const FILES: Counted = { bar: TEXTS.progressBar, line: TEXTS.progressLine, writesMeanwhile: true };
/** The report of a run is written at its end, hours later: until then the bar is all there is to see. */
export const SOURCES: Counted = {
  ...{ bar: TEXTS.sourcesBar, line: TEXTS.sourcesLine, writesMeanwhile: false },
};

const SILENT: Progress = { advance: () => {}, stop: () => {} };

/**
 * Progress on standard error: none for one file, a bar on a terminal, elsewhere a line at most every second.
 * When the results go to the same terminal they are the progress, and a bar would be torn by them.
 */
export async function startProgress(
  total: number,
  session: Session,
  counted: Counted = FILES,
): Promise<Progress> {
  const { stdout, stderr, lang, logLevel } = session;
  if (total < 2 || !['debug', 'info'].includes(logLevel)) return SILENT;
  if (!stderr.isTTY) return lineProgress(total, (line) => stderr.write(line), lang, Date.now, counted);
  return stdout.isTTY && counted.writesMeanwhile ? SILENT : barProgress(total, session, counted);
}

async function barProgress(
  total: number,
  { stderr, lang }: Session,
  { bar: words }: Counted,
): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress');
  const format = `${words[lang]} {bar} {value}/{total}`;
  const options = { format, stream: stderr, clearOnComplete: true };
  const bar = new cliProgress.SingleBar(options, cliProgress.Presets.shades_classic);
  bar.start(total, 0);
  return { advance: () => bar.increment(), stop: () => bar.stop() };
}

/** @param now milliseconds of any clock */
export function lineProgress(
  total: number,
  writeLine: (line: string) => void,
  lang: Language,
  now: () => number,
  { line }: Counted = FILES,
): Progress {
  let done = 0;
  let last = now();
  return {
    advance() {
      done += 1;
      if (now() - last < LINE_EVERY_MS || done === total) return;
      last = now();
      writeLine(`${line(done, total, Math.floor((done / total) * 100))[lang]}\n`);
    },
    stop() {},
  };
}

/** How far the reading of WARC files is: how many records there are is only known at the end. */
export function recordProgress(
  { stderr, lang, logLevel }: Session,
  now: () => number = Date.now,
): (progress: { readonly records: number; readonly reports: number }) => void {
  if (!['debug', 'info'].includes(logLevel)) return () => {};
  let last = now();
  return ({ records, reports }) => {
    if (now() - last < LINE_EVERY_MS) return;
    last = now();
    stderr.write(`${TEXTS.recordProgress(records, reports)[lang]}\n`);
  };
}
