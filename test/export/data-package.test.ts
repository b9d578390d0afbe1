import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { STATUS_WORDS } from '../../src/export/pages/codebook-page.ts';
import { tempDir } from '../store/temp-store.ts';
import { exportFrom, MIXED, makeDatabase } from './make-release.ts';
import { readCsv } from './read-csv.ts';

/**
 * What Data Package v2 demands of the properties that are used (https://datapackage.org/standard/), written from
 * the standard's text. The published JSON schema is asked too where GONGKAI_DATAPACKAGE_SCHEMA names its file: it is
 * public/profiles/2.0/datapackage.json of github.com/frictionlessdata/datapackage.
 */
const SCHEMA = {
  type: 'object',
  required: ['$schema', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    version: { type: 'string' },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path'],
        properties: {
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          path: { type: 'string', pattern: '^(?![./~]|.*\\.\\.)[^\\\\]+$' },
          type: { const: 'table' },
          mediatype: { type: 'string', pattern: '^[^/]+/[^/]+$' },
          encoding: { type: 'string' },
          bytes: { type: 'integer', minimum: 0 },
          hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
          dialect: {
            type: 'object',
            properties: { delimiter: { type: 'string' }, header: { type: 'boolean' } },
          },
          schema: {
            type: 'object',
            required: ['fields'],
            properties: {
              missingValues: { type: 'array', items: { type: 'string' } },
              primaryKey: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
              foreignKeys: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['fields', 'reference'],
                  properties: {
                    reference: {
                      type: 'object',
                      required: ['fields'],
                      properties: { resource: { type: 'string' } },
                    },
                  },
                },
              },
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name', 'type'],
                  properties: {
                    name: { type: 'string' },
                    type: { enum: ['string', 'integer', 'number'] },
                    categories: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
  readonly schema?: {
    readonly fields: readonly {
      readonly name: string;
      readonly type: string;
      readonly categories?: string[];
    }[];
    readonly primaryKey?: readonly string[];
  };
}

test('the data package is one, and its files are what it says', async () => {
  const dir = tempDir();
  const to = join(dir, 'release');
  makeDatabase(join(dir, 'db.sqlite'), MIXED);
  await exportFrom(join(dir, 'db.sqlite'), { to });
  const descriptor = JSON.parse(readFileSync(join(to, 'datapackage.json'), 'utf8')) as {
    resources: Resource[];
  };
  const ajv = new Ajv({ allErrors: true });
  expect(ajv.validate(SCHEMA, descriptor), ajv.errorsText()).toBe(true);
  const published = process.env['GONGKAI_DATAPACKAGE_SCHEMA'];
  if (published) {
    const theirs = new Ajv({ allErrors: true, strict: false, validateFormats: false });
    const schema = JSON.parse(readFileSync(published, 'utf8')) as object;
    expect(theirs.validate(schema, descriptor), theirs.errorsText()).toBe(true);
  }
  expect(new Set(descriptor.resources.map(({ name }) => name)).size).toBe(descriptor.resources.length);
  for (const { path, bytes, hash } of descriptor.resources) {
    expect(statSync(join(to, path)).size, path).toBe(bytes);
    const digest = createHash('sha256')
      .update(readFileSync(join(to, path)))
      .digest('hex');
    expect(`sha256:${digest}`, path).toBe(hash);
  }
  const tables = descriptor.resources.filter(({ schema }) => schema);
  expect(tables.length).toBe(12);
  for (const table of tables) checkRows(table, readCsv(join(to, table.path)));
  checkPages(to);
});

/** Every field is of its type and its categories, and a key is unique and whole. */
function checkRows({ path, schema }: Resource, rows: readonly Record<string, string>[]): void {
  const PATTERNS: Readonly<Record<string, RegExp>> = {
    integer: /^-?\d+$/,
    number: /^-?\d+(\.\d+)?$/,
    string: /^/,
  };
  for (const { name, type, categories } of schema?.fields ?? []) {
    const values = rows.map((row) => row[name] ?? '').filter((value) => value !== '');
    expect(
      values.filter((value) => !PATTERNS[type]?.test(value)),
      `${path} ${name}`,
    ).toEqual([]);
    if (categories)
      expect(
        values.filter((value) => !categories.includes(value)),
        `${path} ${name}`,
      ).toEqual([]);
  }
  if (rows[0]) expect(Object.keys(rows[0])).toEqual(schema?.fields.map(({ name }) => name));
  const key = schema?.primaryKey;
  if (!key) return;
  expect(
    rows.filter((row) => key.some((name) => row[name] === '')),
    path,
  ).toEqual([]);
  expect(new Set(rows.map((row) => key.map((name) => row[name]).join('\0'))).size, path).toBe(rows.length);
}

/** Of every variable, whatever was counted. */
const ALWAYS_TOLD = [
  ...['variable', 'column_name', 'kind', 'table_name', 'label_zh', 'label_en', 'definition', 'unit'],
  ...['number_kind', 'number_type', 'range_min', 'range_max', 'forms', 'valid_from', 'note_zh', 'note_en'],
];

/** What the pages say is what the tables hold. */
function checkPages(to: string): void {
  const read = (name: string) => readFileSync(join(to, name), 'utf8');
  const codebook = read('CODEBOOK.md');
  for (const row of readCsv(join(to, 'csv', 'variables.csv'))) {
    const lacking = ALWAYS_TOLD.filter((field) => row[field] === '');
    expect(lacking, row['variable']).toEqual([]);
    if (row['with_value'] !== '0') {
      expect(Number(row['observed_min'])).toBeGreaterThanOrEqual(Number(row['range_min']));
      expect(Number(row['observed_max'])).toBeLessThanOrEqual(Number(row['range_max']));
      expect(row['by_year']).toMatch(/^\d{4} \d+\/\d+(?:; \d{4} \d+\/\d+)*$/);
    }
    expect(codebook).toContain(
      `- type and range · 类型和范围: ${row['number_type']}, ${row['range_min']} to `,
    );
    expect(codebook).toContain(`### \`${row['variable']}\`\n`);
    expect(codebook).toContain(`column · 列: \`${row['column_name']}\``);
  }
  for (const status of Object.keys(STATUS_WORDS)) expect(codebook).toContain(`| \`${status}\` |`);
  expect(read('CODEBOOK.csv')).toBe(read('csv/variables.csv'));
  for (const page of ['README.md', 'README.zh.md', 'KNOWN_ISSUES.md', 'CHANGES.md'])
    for (const [, link = ''] of read(page).matchAll(/\]\(([^)]+)\)/g))
      expect(existsSync(join(to, link)), link).toBe(true);
  const dated = ['README.md', 'CITATION.cff', 'datapackage.json', 'statistics.json'].filter((page) =>
    new RegExp(`${new Date().getFullYear()}-\\d\\d-\\d\\d`).test(read(page)),
  );
  expect(dated).toEqual([]);
}
