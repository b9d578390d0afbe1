import type { Message } from '../../model/finding.ts';
import { STATA_MISSING } from '../formats/stata.ts';
import { type Column, columnsIn, type ReleaseTable } from '../release-table.ts';
import type { ReleaseVariable } from '../release-variable.ts';
import { PANEL_STATUSES } from '../tables/panel.ts';
import { STATUS_WORDS } from './codebook-page.ts';
import type { PageInput } from './page-input.ts';

const NAMESPACE = 'ddi:codebook:2_5';
const SCHEMA = 'http://www.ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd';
const TITLE: Message = {
  zh: 'gongkai：政府信息公开工作年度报告数据集',
  en: 'gongkai: yearly government information disclosure reports of Chinese public bodies',
};
const ABSTRACT: Message = {
  zh: '各级行政机关在政府信息公开工作年度报告中印刷的数字，逐个附原文和位置。',
  en: 'Numbers that Chinese public bodies print in their yearly reports on government information disclosure, each with the document and the place it was read from.',
};

/**
 * `ddi.xml`: the codebook as archives of research data exchange it (DDI-Codebook 2.5). Every table is a file; the
 * variables of the forms stand once, as columns of the panel, with their words, counts and statuses. The order of the
 * elements is that of the schema.
 */
export function ddi(input: PageInput): string {
  const { facts } = input.plan;
  const tables = [...facts].map(([table, { rows }], index) => ({ table, rows, id: `F${index + 1}` }));
  const idOf = (name: string): string => tables.find(({ table }) => table.name === name)?.id ?? '';
  const variables = [
    ...tables.flatMap(({ table, id }) => ownColumns(table, input).map((column) => columnElement(column, id))),
    ...input.plan.variables.map((variable) => variableElement(variable, idOf('panel'), input)),
  ];
  const root = {
    ...{ version: '2.5', xmlns: NAMESPACE, 'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance' },
    'xsi:schemaLocation': `${NAMESPACE} ${SCHEMA}`,
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('codeBook', root, [
    element('docDscr', {}, [citation(input)]),
    study(input),
    ...tables.map(({ table, rows, id }) => fileElement(table, rows, id)),
    element(
      'dataDscr',
      {},
      variables.map((write, index) => write(`V${index + 1}`)),
    ),
  ])}\n`;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** @param content - elements, each on a line of its own, or a text */
function element(name: string, attributes: Attributes, content: string | readonly string[]): string {
  const told = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escaped(value)}"`],
  );
  const inner = typeof content === 'string' ? escaped(content) : `\n${content.join('\n')}\n`;
  return `<${name}${told.join('')}>${inner}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** The same element in both languages. */
const bilingual = (name: string, { zh, en }: Message): string[] => [
  element(name, { 'xml:lang': 'zh' }, zh),
  element(name, { 'xml:lang': 'en' }, en),
];

const citation = ({ plan: { version, snapshot } }: PageInput): string =>
  element('citation', {}, [
    element('titlStmt', {}, [
      element('titl', { 'xml:lang': 'en' }, TITLE.en),
      element('parTitl', { 'xml:lang': 'zh' }, TITLE.zh),
      element('IDNo', { agency: 'sha256' }, snapshot),
    ]),
    element('rspStmt', {}, [element('AuthEnty', {}, 'The gongkai contributors')]),
    // No date: the version names the content, and a clock would change the bytes.
    element('verStmt', {}, [element('version', {}, version)]),
  ]);

function study(input: PageInput): string {
  const { counts } = input.plan;
  const years = [...counts.years.keys()].filter((year) => year !== null).sort((a, b) => a - b);
  const ends = [
    { event: 'start', year: years[0] },
    { event: 'end', year: years.at(-1) },
  ];
  const periods = ends.flatMap(({ event, year }) =>
    year === undefined ? [] : [element('timePrd', { event, date: String(year) }, String(year))],
  );
  const { licence } = input.data;
  return element('stdyDscr', {}, [
    citation(input),
    element('stdyInfo', {}, [
      ...bilingual('abstract', ABSTRACT),
      element('sumDscr', {}, [
        ...periods,
        element('nation', { abbr: 'CHN' }, 'China'),
        ...bilingual('anlyUnit', { zh: '一个机关一年的报告', en: 'the report of one agency about one year' }),
        element('dataKind', {}, 'administrative counts, as printed'),
      ]),
    ]),
    element('dataAccs', {}, [
      element('useStmt', {}, [element('conditions', {}, `${licence.title} (${licence.id}) ${licence.url}`)]),
    ]),
  ]);
}

const fileElement = (table: ReleaseTable, rows: number, id: string): string =>
  element('fileDscr', { ID: id }, [
    element('fileTxt', {}, [
      element('fileName', {}, table.name),
      element('fileCont', {}, `${table.title.en} · ${table.title.zh}`),
      element('dimensns', {}, [
        element('caseQnty', {}, String(rows)),
        element('varQnty', {}, String(columnsIn(table, 'csv').length)),
      ]),
    ]),
  ]);

/** Columns that are no variable of the forms: those are described once, and the tables of statuses have the same. */
function ownColumns(table: ReleaseTable, { plan }: PageInput): Column[] {
  const described = new Set(plan.variables.map(({ column }) => column));
  return columnsIn(table, 'csv').filter(({ name }) => !described.has(name));
}

/** Written when its number in the file is known. */
type Numbered = (id: string) => string;

const columnElement =
  ({ name, type, label, categories = [] }: Column, file: string): Numbered =>
  (id) =>
    element('var', { ID: id, name, files: file, intrvl: type === 'number' ? 'contin' : 'discrete' }, [
      ...bilingual('labl', label),
      ...categories.map((category) =>
        element('catgry', {}, [
          element('catValu', {}, category),
          ...(isStatus(category) ? bilingual('labl', STATUS_WORDS[category]) : []),
        ]),
      ),
      format(type === 'text' ? 'character' : 'numeric'),
    ]);

/** In words of the form, with how often each status stands where a number is looked for. */
const variableElement =
  (variable: ReleaseVariable, file: string, { plan: { counts } }: PageInput): Numbered =>
  (id) => {
    const { column, label, definition, unit, kind, note, comparable, name, forms, rules } = variable;
    const { type, range } = variable;
    const told = counts.variables.get(name);
    const statuses = PANEL_STATUSES.filter((status) => told?.byStatus.has(status));
    return element('var', { ID: id, name: column, files: file, intrvl: 'contin' }, [
      ...bilingual('labl', label),
      element('valrng', {}, [
        element(
          'range',
          { UNITS: type === 'integer' ? 'INT' : 'REAL', min: String(range.least), max: String(range.most) },
          '',
        ),
      ]),
      element('universe', {}, `forms of ${forms.join(', ')}`),
      element('sumStat', { type: 'vald' }, String(told?.withValue ?? 0)),
      ...(told && told.least !== null
        ? [
            element('sumStat', { type: 'min' }, String(told.least)),
            element('sumStat', { type: 'max' }, String(told.most)),
          ]
        : []),
      element('txt', {}, `${kind === 'printed' ? '' : 'sum of '}${definition}; ${unit}`),
      ...statuses.map((status) =>
        element('catgry', STATA_MISSING[status] ? { missing: 'Y' } : {}, [
          element('catValu', {}, STATA_MISSING[status] ? `.${STATA_MISSING[status]}` : status),
          ...bilingual('labl', STATUS_WORDS[status]),
          element('catStat', { type: 'freq' }, String(told?.byStatus.get(status) ?? 0)),
        ]),
      ),
      format('numeric'),
      element('notes', { type: 'name' }, name),
      ...(rules.length > 0 ? [element('notes', { type: 'rules' }, rules.join(' '))] : []),
      ...bilingual(
        'notes',
        comparable ? { zh: `${comparable}：${note.zh}`, en: `${comparable}: ${note.en}` } : note,
      ),
    ]);
  };

const isStatus = (word: string): word is keyof typeof STATUS_WORDS => Object.hasOwn(STATUS_WORDS, word);
const format = (type: 'numeric' | 'character'): string =>
  element('varFormat', { type, schema: 'other', formatname: 'csv' }, '');
