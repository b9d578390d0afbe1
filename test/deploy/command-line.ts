import { Cron } from 'croner';
import { parseDurationMs } from '../../src/cli/parse-duration.ts';
import { buildProgram } from '../../src/cli/program.ts';

const io = { stdout: process.stdout, stderr: process.stderr, env: {} };

/** What of a command line the program does not know: the command, its options, times that it cannot read. */
export function faultsOf(args: readonly string[]): string[] {
  const program = buildProgram(io, 'en', () => {});
  const [name = '', ...rest] = args;
  const command = program.commands.find((one) => one.name() === name);
  if (!command) return [`no command ${name}`];
  const known = [...command.options, ...program.options];
  return rest.flatMap((arg, at) => {
    if (!arg.startsWith('--')) return [];
    const option = known.find(({ long }) => long === arg);
    if (!option) return [`${name} has no option ${arg}`];
    return option.required ? faultsOfValue(arg, rest[at + 1]) : [];
  });
}

function faultsOfValue(option: string, value: string | undefined): string[] {
  if (value === undefined || value.startsWith('--')) return [`${option} needs a value`];
  try {
    if (option === '--budget' || option === '--max-age') parseDurationMs(value);
    if (option === '--at') new Cron(value, { paused: true });
    return [];
  } catch (error) {
    return [`${option} ${value}: ${String(error)}`];
  }
}

/** The variables of the environment that the program reads. */
export function knownVariables(): Set<string> {
  const program = buildProgram(io, 'en', () => {});
  const options = [program, ...program.commands].flatMap((command) => command.options);
  const named = options.flatMap(({ envVar }) => (envVar === undefined ? [] : [envVar]));
  // Read without an option of their own.
  const others = ['CHROMIUM', 'CONTACT', 'MAIL_FROM', 'SMTP', 'WEBHOOK_SECRET'].map(
    (name) => `GONGKAI_${name}`,
  );
  return new Set([...named, ...others, 'NODE_ENV']);
}
