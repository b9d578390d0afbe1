import type { CommanderError, Help, HelpConfiguration, Option } from 'commander';
import type { Message } from '../model/finding.ts';
import type { Language } from '../model/status.ts';
import { EXIT_CODES } from './exit-codes.ts';
import type { Failure } from './explain-error.ts';
import { TEXTS } from './texts.ts';

const TITLES: Readonly<Record<string, Message>> = {
  'Usage:': TEXTS.helpUsage,
  'Arguments:': TEXTS.helpArguments,
  'Options:': TEXTS.helpOptions,
  'Global Options:': TEXTS.helpGlobalOptions,
  'Commands:': TEXTS.helpCommands,
};

/** Commander's help in the language asked for. */
export function helpIn(lang: Language): HelpConfiguration {
  return {
    showGlobalOptions: true,
    styleTitle: (title) => TITLES[title]?.[lang] ?? title,
    optionDescription: (option) => describeOption(option, lang),
    subcommandTerm: (command) => command.name(),
  } satisfies Partial<Help>;
}

function describeOption(option: Option, lang: Language): string {
  const facts = [
    option.argChoices ? TEXTS.helpChoices(option.argChoices.join(', '))[lang] : null,
    option.defaultValue === undefined ? null : TEXTS.helpDefault(String(option.defaultValue))[lang],
    option.envVar ? TEXTS.helpEnvironment(option.envVar)[lang] : null,
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return option.description;
  return lang === 'zh'
    ? `${option.description}（${facts.join('；')}）`
    : `${option.description} (${facts.join('; ')})`;
}

/** The words for what commander refuses, from its code and the names it quotes. */
const REFUSALS: Readonly<Record<string, (quoted: readonly string[], message: string) => Message>> = {
  'commander.unknownOption': ([name = ''], message) => TEXTS.unknownOption(name, suggestionIn(message)),
  'commander.unknownCommand': ([name = ''], message) => TEXTS.unknownCommand(name, suggestionIn(message)),
  'commander.missingArgument': ([name = '']) => TEXTS.missingArgument(name),
  'commander.optionMissingArgument': ([name = '']) => TEXTS.missingOptionValue(name),
  'commander.excessArguments': () => TEXTS.tooManyArguments,
  'commander.invalidArgument': ([flags = '', value = '', variable], message) =>
    TEXTS.invalidValue(
      variable ?? flags.split(' ')[0] ?? flags,
      value,
      /Allowed choices are (.*)\.$/.exec(message)?.[1] ?? '',
    ),
};

const suggestionIn = (message: string): string =>
  /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1] ?? '';

/** Help and version end well and have been printed; everything else commander throws is wrong usage. */
export function explainUsage(error: CommanderError): Failure {
  if (error.exitCode === 0) return { exitCode: EXIT_CODES.done, text: null };
  if (error.code === 'commander.help') return { exitCode: EXIT_CODES.usage, text: null };
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const message = error.message.replace(/^error: /, '');
  const text = REFUSALS[error.code]?.(quoted, message) ?? { zh: message, en: message };
  return { exitCode: EXIT_CODES.usage, text };
}
