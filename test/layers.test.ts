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

interface Import {
  readonly line: number;
  /** A path from the root, or the name of a package. */
  readonly target: string;
}

const importsOf = (file: string): Import[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, at) => {
      const [, name = '', call = name] = IMPORT.exec(text) ?? [];
      const target = name.startsWith('.') ? posix.join(posix.dirname(file), name) : call;
      return target === '' ? [] : [{ line: at + 1, target }];
    });

const imports = new Map(files.map((file) => [file, importsOf(file)]));

const breaches = ({ room, forbids }: Rule): string[] =>
  [...imports]
    .filter(([file]) => room.test(file))
    .flatMap(([file, its]) =>
      its
        .filter(({ target }) => forbids.test(target))
        .map(({ line, target }) => `${file}:${line} imports ${target}`),
    );

test.each(Object.entries(RULES))('%s', (_, rule) => expect(breaches(rule)).toEqual([]));

/** Each way back to a file on the way, as the files from it to it. Types count: what two files need stands by itself. */
function circlesIn(graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const done = new Set<string>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' > '));
    if (way.includes(file) || done.has(file)) return;
    for (const { target } of graph.get(file) ?? []) walk(target, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) walk(file, []);
  return circles;
}

test('no file imports in a circle', () => expect(circlesIn(imports)).toEqual([]));

test('a circle is seen wherever it is entered', () => {
  const to = (...targets: string[]): Import[] => targets.map((target) => ({ line: 1, target }));
  const graph = new Map([
    ['a', to('b', 'kysely')],
    ['b', to('c', 'd')],
    ['c', to('b')],
    ['d', []],
  ]);
  expect(circlesIn(graph)).toEqual(['b > c > b']);
  expect(circlesIn(new Map([...graph, ['c', to('d')]]))).toEqual([]);
});

test('the rules were asked of the whole house', () => {
  expect(files.length).toBeGreaterThan(50);
  expect([...imports.values()].flat().length).toBeGreaterThan(files.length);
});
