import { Argument, Command, Option } from 'commander';
import type { Message } from '../model/finding.ts';
import { ROLES } from '../model/person.ts';
import { FAMILY_IDS } from '../model/source-entry.ts';
import { FORM_IDS, LANGUAGES, type Language, SEVERITIES } from '../model/status.ts';
import type { ExitCode } from './exit-codes.ts';
import { helpIn } from './help.ts';
import { readVersion } from './package-root.ts';
import { type GlobalOptions, type Io, LOG_LEVELS, type Session } from './session.ts';
import { TEXTS } from './texts.ts';

export const EXTRACT_FORMATS = ['table', 'json', 'jsonl', 'csv'] as const;
export const LIST_FORMATS = ['table', 'json', 'csv'] as const;

/** What a command's module gives: the paths, the options of its own, the session; back comes the exit code. */
type Run<Options> = (paths: readonly string[], options: Options, session: Session) => Promise<ExitCode>;

interface CommandTexts {
  readonly summary: Message;
  readonly description: Message;
  readonly example: Message;
}

/**
 * Names the commands and their options (contracts.md, section 1). A command's module is loaded when that
 * command runs, so that help and version cost nothing but commander.
 */
export function buildProgram(io: Io, lang: Language, finish: (code: ExitCode) => void): Command {
  const program = new Command('gongkai')
    .description(TEXTS.programDescription[lang])
    .configureHelp(helpIn(lang))
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getErrHelpWidth: () => io.stderr.columns ?? 100,
    })
    .exitOverride()
    .helpOption('-h, --help', TEXTS.optionHelp[lang])
    .helpCommand('help [command]', TEXTS.helpCommand[lang])
    .version(readVersion(), '-V, --version', TEXTS.optionVersion[lang])
    .addHelpText('after', `\n${TEXTS.programAfter[lang]}`);
  for (const option of globalOptions(io, lang)) program.addOption(option);

  const describe = (command: Command, texts: CommandTexts) =>
    command
      .summary(texts.summary[lang])
      .description(texts.description[lang])
      .addHelpText('after', `\n${texts.example[lang]}`)
      .helpOption('-h, --help', TEXTS.optionHelp[lang]);
  /** A command that only holds others: alone it shows its help. */
  const group = (name: string, texts: CommandTexts) =>
    describe(program.command(name), texts).helpCommand('help [command]', TEXTS.helpCommand[lang]);
  const addTo = <Options>(
    parent: Command,
    name: string,
    texts: CommandTexts,
    options: Option[],
    load: () => Promise<Run<Options>>,
  ) => {
    const command = describe(parent.command(name), texts);
    for (const option of options) command.addOption(option);
    command.action(async () => {
      const session = { ...io, ...program.opts<GlobalOptions>() };
      const run = await load();
      finish(await run(command.args, command.opts() as Options, session));
    });
    return command;
  };
  const add = <Options>(
    name: string,
    texts: CommandTexts,
    options: Option[],
    load: () => Promise<Run<Options>>,
  ) => addTo(program, name, texts, options, load);

  const url = new Option('--url <url>', TEXTS.optionUrl[lang]);
  const division = new Option('--division <code>', TEXTS.optionDivision[lang]);
  const year = new Option('--year <year>', TEXTS.optionYear[lang]);
  const sourcesDir = fromEnvironment(
    io,
    new Option('--sources <dir>', TEXTS.optionSources[lang]).default('data/sources'),
    'GONGKAI_SOURCES',
  );
  const fetching = [
    new Option('--connect-to <target>', TEXTS.optionConnectTo[lang]).argParser(
      (value: string, before: readonly string[] = []) => [...before, value],
    ),
    new Option('--delay <seconds>', TEXTS.optionDelay[lang]),
  ];
  const listFormat = new Option('--format <format>', TEXTS.optionListFormat[lang]).choices(LIST_FORMATS);

  add('sample', textsOf('sample'), [], async () => (await import('./sample.ts')).sample);
  add(
    'extract',
    textsOf('extract'),
    [
      new Option('--format <format>', TEXTS.optionExtractFormat[lang]).choices(EXTRACT_FORMATS),
      url,
      new Option('--attachment <file...>', TEXTS.optionAttachment[lang]),
      ...fetching,
    ],
    async () => (await import('./commands/extract.ts')).extract,
  ).argument('<paths...>', TEXTS.argumentInputs[lang]);
  add(
    'import',
    textsOf('import'),
    [url],
    async () => (await import('./commands/import.ts')).importPaths,
  ).argument('<paths...>', TEXTS.argumentPaths[lang]);
  add(
    'reports',
    textsOf('reports'),
    [division, year, new Option('--form <form>', TEXTS.optionForm[lang]).choices(FORM_IDS), listFormat],
    async () => (await import('./commands/reports.ts')).reports,
  );
  add(
    'findings',
    textsOf('findings'),
    [
      new Option('--rule <rule>', TEXTS.optionRule[lang]),
      new Option('--severity <severity>', TEXTS.optionSeverity[lang]).choices(SEVERITIES),
      division,
      year,
      listFormat,
    ],
    async () => (await import('./commands/findings.ts')).findings,
  );
  add(
    'export',
    textsOf('export'),
    [
      new Option('--to <dir>', TEXTS.optionTo[lang]),
      new Option('--formats <list>', TEXTS.optionFormats[lang]).default('csv,parquet,xlsx,sqlite,stata'),
      new Option('--since <dir>', TEXTS.optionSince[lang]),
      new Option('--gates <file>', TEXTS.optionGates[lang]),
      new Option('--doi <doi>', TEXTS.optionDoi[lang]),
      sourcesDir,
    ],
    async () => (await import('./commands/export.ts')).exportCommand,
  );
  add(
    'verify-cell',
    textsOf('verifyCell'),
    [],
    async () => (await import('./commands/verify-cell.ts')).verifyCellCommand,
  )
    .argument('<report>', TEXTS.argumentReport[lang])
    .argument('<variable>', TEXTS.argumentVariable[lang]);
  add(
    'backup',
    textsOf('backup'),
    [
      new Option('--to <file>', TEXTS.optionBackupTo[lang]),
      new Option('--verify <file>', TEXTS.optionVerify[lang]),
      new Option('--cells <number>', TEXTS.optionBackupCells[lang]).default('20'),
      new Option('--seed <number>', TEXTS.optionSeed[lang]),
    ],
    async () => (await import('./commands/backup.ts')).backup,
  );
  add(
    'gc',
    textsOf('gc'),
    [
      new Option('--older-than <time>', TEXTS.optionOlderThan[lang]).default('90d'),
      new Option('--grace <time>', TEXTS.optionGrace[lang]).default('7d'),
      new Option('--dry-run', TEXTS.optionGcDryRun[lang]),
    ],
    async () => (await import('./commands/gc.ts')).gc,
  );
  const nightly = [
    new Option('--source <id>', TEXTS.optionSource[lang]),
    division,
    new Option('--year <year>', TEXTS.optionCrawlYear[lang]),
    new Option('--budget <time>', TEXTS.optionBudget[lang]),
    fromEnvironment(io, new Option('--canary <urls>', TEXTS.optionCanary[lang]), 'GONGKAI_CANARY'),
    fromEnvironment(io, new Option('--min-free <space>', TEXTS.optionMinFree[lang]), 'GONGKAI_MIN_FREE'),
    fromEnvironment(io, new Option('--webhook <url>', TEXTS.optionWebhook[lang]), 'GONGKAI_WEBHOOK'),
    fromEnvironment(io, new Option('--mail-to <addresses>', TEXTS.optionMailTo[lang]), 'GONGKAI_MAIL_TO'),
    fromEnvironment(io, new Option('--heartbeat <url>', TEXTS.optionHeartbeat[lang]), 'GONGKAI_HEARTBEAT'),
    sourcesDir,
    ...fetching,
  ];
  add('run', textsOf('run'), nightly, async () => (await import('./commands/run.ts')).run);
  add('crawl', textsOf('crawl'), nightly, async () => (await import('./commands/run.ts')).crawl);
  add(
    'schedule',
    textsOf('schedule'),
    [new Option('--at <pattern>', TEXTS.optionAt[lang]).default('30 2 * * *'), ...nightly],
    async () => (await import('./commands/schedule.ts')).schedule,
  );
  add('reparse', textsOf('reparse'), [], async () => (await import('./commands/reparse.ts')).reparse);
  add(
    'status',
    textsOf('status'),
    [
      new Option('--max-age <time>', TEXTS.optionMaxAge[lang]),
      new Option('--format <format>', TEXTS.optionStatusFormat[lang]).choices(['text', 'json']),
    ],
    async () => (await import('./commands/status.ts')).status,
  );
  const sources = group('sources', textsOf('sources'));
  addTo(
    sources,
    'list',
    textsOf('sourcesList'),
    [
      division,
      new Option('--family <family>', TEXTS.optionFamily[lang]).choices(FAMILY_IDS),
      listFormat,
      sourcesDir,
    ],
    async () => (await import('./commands/sources-list.ts')).sourcesList,
  );
  addTo(
    sources,
    'check',
    textsOf('sourcesCheck'),
    [new Option('--offline', TEXTS.optionOffline[lang]), listFormat, sourcesDir, ...fetching],
    async () => (await import('./commands/sources-check.ts')).sourcesCheck,
  ).argument('[ids...]', TEXTS.argumentSources[lang]);
  addTo(
    sources,
    'add',
    textsOf('sourcesAdd'),
    [
      new Option('--id <id>', TEXTS.optionSourceId[lang]),
      new Option('--dry-run', TEXTS.optionDryRun[lang]),
      sourcesDir,
      ...fetching,
    ],
    async () => (await import('./commands/sources-add.ts')).sourcesAdd,
  ).argument('<url>', TEXTS.argumentUrl[lang]);
  add(
    'review',
    textsOf('review'),
    [
      new Option('--host <host>', TEXTS.optionHost[lang]).default('127.0.0.1'),
      new Option('--port <port>', TEXTS.optionPort[lang]).default('8420'),
      new Option('--behind-proxy', TEXTS.optionBehindProxy[lang]),
      fromEnvironment(
        io,
        new Option('--releases <dir>', TEXTS.optionReleases[lang]).default('data/local/releases'),
        'GONGKAI_RELEASES',
      ),
      new Option('--idle <time>', TEXTS.optionIdle[lang]).default('30min'),
      new Option('--session <time>', TEXTS.optionSession[lang]).default('12h'),
      new Option('--double-review <percent>', TEXTS.optionDoubleReview[lang]).default('10'),
    ],
    async () => (await import('./commands/review.ts')).review,
  );
  const users = group('users', textsOf('users'));
  const person = TEXTS.argumentPerson[lang];
  const role = TEXTS.optionRole[lang];
  addTo(
    users,
    'add',
    textsOf('usersAdd'),
    [new Option('--role <role>', role).choices(ROLES).default('reader')],
    async () => (await import('./commands/users.ts')).usersAdd,
  ).argument('<name>', person);
  addTo(users, 'list', textsOf('usersList'), [listFormat], async () => {
    return (await import('./commands/users.ts')).usersList;
  });
  addTo(users, 'passwd', textsOf('usersPasswd'), [], async () => {
    return (await import('./commands/users.ts')).usersPasswd;
  }).argument('<name>', person);
  addTo(users, 'role', textsOf('usersRole'), [], async () => (await import('./commands/users.ts')).usersRole)
    .argument('<name>', person)
    .addArgument(new Argument('<role>', role).choices(ROLES));
  addTo(users, 'disable', textsOf('usersDisable'), [], async () => {
    return (await import('./commands/users.ts')).usersDisable;
  }).argument('<name>', person);
  addTo(users, 'enable', textsOf('usersEnable'), [], async () => {
    return (await import('./commands/users.ts')).usersEnable;
  }).argument('<name>', person);
  const audit = group('audit', textsOf('audit'));
  addTo(
    audit,
    'verify',
    textsOf('auditVerify'),
    [new Option('--anchor <file...>', TEXTS.optionAnchor[lang])],
    async () => (await import('./commands/audit-verify.ts')).auditVerify,
  );
  const corrections = group('corrections', textsOf('corrections'));
  addTo(
    corrections,
    'export',
    textsOf('correctionsExport'),
    [new Option('--to <dir>', TEXTS.optionCorrectionsTo[lang])],
    async () => (await import('./commands/corrections-export.ts')).correctionsExport,
  );
  add('doctor', textsOf('doctor'), [], async () => (await import('./commands/doctor.ts')).doctor);
  return program;
}

type CommandName =
  | 'sample'
  | 'extract'
  | 'import'
  | 'reports'
  | 'findings'
  | 'export'
  | 'verifyCell'
  | 'run'
  | 'crawl'
  | 'schedule'
  | 'reparse'
  | 'status'
  | 'sources'
  | 'sourcesList'
  | 'sourcesCheck'
  | 'sourcesAdd'
  | 'backup'
  | 'gc'
  | 'review'
  | 'users'
  | 'usersAdd'
  | 'usersList'
  | 'usersPasswd'
  | 'usersRole'
  | 'usersDisable'
  | 'usersEnable'
  | 'audit'
  | 'auditVerify'
  | 'corrections'
  | 'correctionsExport'
  | 'doctor';

function textsOf(name: CommandName): CommandTexts {
  return {
    summary: TEXTS[`${name}Summary`],
    description: TEXTS[`${name}Description`],
    example: TEXTS[`${name}Example`],
  };
}

/** An environment variable that is set to nothing counts as not set. */
function fromEnvironment(io: Io, option: Option, variable: string): Option {
  return io.env[variable] === '' ? option : option.env(variable);
}

function globalOptions(io: Io, lang: Language): readonly Option[] {
  const named = (flags: string, description: Message, variable: string): Option =>
    fromEnvironment(io, new Option(flags, description[lang]), variable);
  return [
    named('--database <file>', TEXTS.optionDatabase, 'GONGKAI_DATABASE').default('data/local/gongkai.sqlite'),
    named('--archive <dir>', TEXTS.optionArchive, 'GONGKAI_ARCHIVE').default('data/local/archive'),
    named('--log-level <level>', TEXTS.optionLogLevel, 'GONGKAI_LOG_LEVEL')
      .choices(LOG_LEVELS)
      .default('info'),
    named('--lang <lang>', TEXTS.optionLang, 'GONGKAI_LANG').choices(LANGUAGES).default(lang),
  ];
}
