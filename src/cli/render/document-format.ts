import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import type { DocumentFormat, NamedResult } from '../write-documents.ts';
import { fitWidth, renderDocument } from './document-text.ts';
import { type NextStep, programName, renderNextSteps } from './next-steps.ts';
import { choosePaint } from './paint.ts';

const help = (program: string): NextStep => [`${program} --help`, TEXTS.nextHelp];

const nextSteps = (program: string): NextStep[] => [
  [`${program} import <file>`, TEXTS.nextImport],
  [`${program} extract <file> --format json`, TEXTS.nextJson],
  help(program),
];

/** Something of the document was read, so that it is worth keeping. */
const isRead = ({ result }: NamedResult): boolean =>
  result.cells.length > 0 || result.claims.length > 0 || result.report.title !== null;

/** Documents for a reader, a line between two of them, and at the end what to do next. */
export function documentText({
  stdout,
  env,
  lang,
}: Pick<Session, 'stdout' | 'env' | 'lang'>): DocumentFormat {
  const paint = choosePaint(stdout, env);
  const width = fitWidth(stdout.columns);
  const program = programName(env);
  let anyRead = false;
  return {
    before: '',
    between: `\n${paint('dim', '═'.repeat(width))}\n\n`,
    // Only at the end it is known whether there is anything to store.
    get after() {
      return `\n${renderNextSteps(anyRead ? nextSteps(program) : [help(program)], lang, paint)}`;
    },
    write: (document) => {
      anyRead ||= isRead(document);
      return renderDocument(document.name, document.result, { lang, paint, width });
    },
  };
}
