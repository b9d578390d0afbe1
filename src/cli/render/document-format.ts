import type { Session } from '../session.ts';
import { TEXTS } from '../texts.ts';
import type { DocumentFormat } from '../write-documents.ts';
import { fitWidth, renderDocument } from './document-text.ts';
import { type NextStep, programName, renderNextSteps } from './next-steps.ts';
import { choosePaint } from './paint.ts';

function nextSteps(program: string): NextStep[] {
  return [
    [`${program} import <file>`, TEXTS.nextImport],
    [`${program} extract <file> --format json`, TEXTS.nextJson],
    [`${program} --help`, TEXTS.nextHelp],
  ];
}

/** Documents for a reader, a line between two of them, and at the end what to do next. */
export function documentText({
  stdout,
  env,
  lang,
}: Pick<Session, 'stdout' | 'env' | 'lang'>): DocumentFormat {
  const paint = choosePaint(stdout, env);
  const width = fitWidth(stdout.columns);
  return {
    before: '',
    between: `\n${paint('dim', '═'.repeat(width))}\n\n`,
    after: `\n${renderNextSteps(nextSteps(programName(env)), lang, paint)}`,
    write: ({ name, result }) => renderDocument(name, result, { lang, paint, width }),
  };
}
