import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

/** What a room of the house must not import: a path from the root, or the name of a package. */
interface Rule {
  readonly room: RegExp;
  readonly forbids: RegExp;
}

const RULES: Readonly<Record<string, Rule>> = {
  'the core is pure: no network, disk or database': {
    room: /^(?:parsers|src\/(?:model|forms|rules|validators))\//,
    forbids:
      /^(?:node:(?:fs|https?|net|tls|dns|child_process|worker_threads)(?:\/|$)|scrapers\/|src\/(?:archive|store|pipeline|export|cli|web)\/)/,
  },
  'validators know the reading, not who read it': { room: /^src\/validators\//, forbids: /^parsers\// },
  'the model knows nobody': { room: /^src\/model\//, forbids: /^(?:parsers|scrapers|src\/(?!model\/))/ },
  'only the store speaks SQL': { room: /^(?!src\/store\/)/, forbids: /^(?:kysely|better-sqlite3)(?:\/|$)/ },
  // A module of a page asks the server it came from, and no other: Content-Security-Policy.
  'only scrapers fetch': {
    room: /^(?!scrapers\/|src\/web\/client\/)/,
    forbids: /^(?:fetch$|(?:node:(?:https?|net|tls|dns)|undici|nodemailer|playwright(?:-core)?)(?:\/|$))/,
  },
  'only the pipeline and the commands know the order': {
    room: /^(?:scrapers|src\/(?:archive|store|export|places|sources))\//,
    forbids: /^(?:parsers\/|src\/(?:validators|pipeline|cli|web)\/)/,
  },
  'review is pure: what is decided is worked out without database and clock': {
    room: /^src\/review\//,
    forbids: /^(?:node:|parsers\/|scrapers\/|src\/(?!model\/|forms\/|rules\/|review\/))/,
  },
  'what a browser runs imports only what is pure': {
    room: /^src\/web\/client\//,
    forbids: /^(?!src\/(?:web\/client|review|model)\/|fetch$)./,
  },
  'web pages hold no rule and no parsing': {
    room: /^src\/web\//,
    forbids: /^(?:parsers|scrapers|src\/validators)\//,
  },
};

/** `from 'x'`, `import('x')`, and a call of the global fetch. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]|(?<![\w.])(fetch)\(/;

const files = ['src', 'parsers', 'scrapers']
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => posix.join(folder, name)),
  )
  .filter((file) => /\.tsx?$/.test(file));

const breaches = ({ room, forbids }: Rule): string[] =>
  files
    .filter((file) => room.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, at) => {
          const [, name = '', call = name] = IMPORT.exec(line) ?? [];
          const target = name.startsWith('.') ? posix.join(posix.dirname(file), name) : call;
          return forbids.test(target) ? [`${file}:${at + 1} imports ${target}`] : [];
        }),
    );

test.each(Object.entries(RULES))('%s', (_, rule) => expect(breaches(rule)).toEqual([]));

test('the rules were asked of the whole house', () => expect(files.length).toBeGreaterThan(50));
