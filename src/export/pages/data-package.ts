import type { Written } from '../formats/output-file.ts';
import { type Column, columnsIn, type Format, type ReleaseTable } from '../release-table.ts';
import type { PageInput } from './page-input.ts';

interface WrittenFile extends Omit<Written, 'synced'> {
  /** With forward slashes, from the release's folder. */
  readonly path: string;
}

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  parquet: 'application/vnd.apache.parquet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  sqlite: 'application/vnd.sqlite3',
  dta: 'application/x-stata-dta',
  md: 'text/markdown',
  svg: 'image/svg+xml',
  png: 'image/png',
  xml: 'application/xml',
  json: 'application/json',
  cff: 'application/yaml',
  py: 'text/x-python',
  R: 'text/x-r',
  do: 'text/plain',
};

/** Data Package v2 (https://datapackage.org/standard/data-package/): every file with its digest, CSV with its schema. */
export function dataPackage({ plan, data: { licence } }: PageInput, files: readonly WrittenFile[]): string {
  const { version, snapshot, facts } = plan;
  const tables = new Map([...facts.keys()].map((table) => [`csv/${table.name}.csv`, table]));
  const descriptor = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'gongkai',
    id: `sha256:${snapshot}`,
    title: 'Yearly government information disclosure reports of Chinese public bodies',
    description: 'Numbers as printed, each with the document and the place it was read from.',
    version,
    licenses: [{ name: licence.id, path: licence.url, title: licence.title }],
    // A path must not begin with a dot in the standard: `.zenodo.json` is for one archive, and no data.
    resources: files
      .filter(({ path }) => !path.startsWith('.'))
      .map((file) => resource(file, tables.get(file.path))),
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}

function resource({ path, bytes, sha256 }: WrittenFile, table: ReleaseTable | undefined): object {
  const format = path.slice(path.lastIndexOf('.') + 1);
  return {
    // Names are of a closed alphabet in the standard: small letters, digits, - _ . and no slash.
    name: path.toLowerCase().replaceAll('/', '.'),
    path,
    format,
    mediatype: MEDIA[format] ?? 'text/plain',
    bytes,
    hash: `sha256:${sha256}`,
    ...(table
      ? { type: 'table', title: table.title.en, encoding: 'utf-8', dialect: DIALECT, schema: schemaOf(table) }
      : {}),
  };
}

const DIALECT = { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true };

const FIELD_TYPES = { text: 'string', integer: 'integer', number: 'number' } as const;
const CSV: Format = 'csv';

function schemaOf(table: ReleaseTable): object {
  const columns = columnsIn(table, CSV);
  return {
    fields: columns.map(fieldOf),
    missingValues: [''],
    // A key with an empty field is none in the standard: places that are not known, changes from nothing.
    ...(table.key.every((name) => REQUIRED.has(name)) ? { primaryKey: table.key } : {}),
    ...(columns.some(({ name }) => name === 'report_id') && table.name !== 'reports'
      ? {
          foreignKeys: [
            { fields: ['report_id'], reference: { resource: 'csv.reports.csv', fields: ['report_id'] } },
          ],
        }
      : {}),
  };
}

const REQUIRED = new Set(['report_id', 'variable', 'position', 'code', 'name', 'first_year']);

function fieldOf({ name, type, label, categories, required }: Column): object {
  return {
    name,
    type: FIELD_TYPES[type],
    title: label.en,
    description: label.zh,
    ...(categories ? { categories } : {}),
    ...(required ? { constraints: { required } } : {}),
  };
}
