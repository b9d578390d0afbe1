import type { Message } from '../../model/finding.ts';
import type { Language } from '../../model/status.ts';
import { TEXTS } from '../texts.ts';
import type { Paint } from './paint.ts';

export type NextStep = readonly [command: string, why: Message];

/** How the program is called from here: through npm when npm has called it. */
export function programName(env: Readonly<Record<string, string | undefined>>): string {
  return env['npm_lifecycle_event'] ? 'npx gongkai' : 'gongkai';
}

/** What to do next: commands to copy, each with its reason. */
export function renderNextSteps(steps: readonly NextStep[], lang: Language, paint: Paint): string {
  const longest = Math.max(...steps.map(([command]) => command.length));
  const lines = steps.map(([command, why]) => `  ${paint('cyan', command.padEnd(longest))}  ${why[lang]}`);
  return `${paint('bold', TEXTS.nextTitle[lang])}\n${lines.join('\n')}\n`;
}
