import { createRandom } from '../generate/random.ts';
import { DOCX_TYPE, pdfBytes, type ReportDocument, reportDocument } from './report-document.ts';
import type { SiteOrder } from './site-plan.ts';

/** A file that hangs on an article. */
export interface ItemFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** An entry of a list, and its article. */
export interface Item {
  readonly title: string;
  /** ISO date of publication. */
  readonly date: string;
  /** The year it reports on; null for what is no report. */
  readonly year: number | null;
  readonly source: string;
  /** HTML without the page around it and without the links of the files. */
  readonly body: string;
  readonly files: readonly ItemFile[];
}

/** A column of a site: a list, and the lists below it. */
export interface Column {
  readonly name: string;
  /** Of its address, in systems that name their columns. */
  readonly slug: string;
  readonly items: readonly Item[];
  readonly columns: readonly Column[];
  /** The newest report when it stands on the column's own page and has no other address. */
  readonly inline?: Item;
}

/**
 * What the sites of all families hold: the government's own reports among notices, interpretations, news and a
 * version made of pictures; departments in a column a year; townships together, the first with a column that
 * prints its newest report itself.
 * @param below How the addresses of columns are made: each below its parent's, or all beside each other.
 */
export function siteContent(order: SiteOrder, below: 'nested' | 'flat' = 'nested'): Column {
  const { departments = [], townships = [] } = order;
  const random = createRandom(order.seed).fork(order.host);
  const reportsOf = (agency: string, forms: readonly ReportForm[] = FORMS): readonly Item[] =>
    order.years.map((year) =>
      reportItem(reportDocument({ ...order, agency, year }), random.fork(`${agency}${year}`).pick(forms)),
    );
  const own = reportsOf(order.place);
  const byDepartment = departments.map((name) => reportsOf(name));
  const [first, ...others] = townships;
  const parts: readonly Column[] = [
    {
      ...{ name: '部门年报', slug: 'bmnb', items: [] },
      columns: order.years.map((year, at) => ({
        ...{ name: `${year}年`, slug: `${year}n`, columns: [] },
        items: newestFirst(byDepartment.flatMap((reports) => reports.slice(at, at + 1))),
      })),
    },
    {
      ...{ name: '乡镇街道', slug: 'xznb', items: newestFirst(others.flatMap((name) => reportsOf(name))) },
      columns: first === undefined ? [] : [withInline(first, newestFirst(reportsOf(first, ['text'])), below)],
    },
  ];
  return {
    ...{ name: '政府信息公开年报', slug: 'zfxxgknb' },
    items: newestFirst([...own, ...decoysFor(order.place, own)]),
    columns: parts.filter(({ items, columns }) => items.length + columns.length > 0),
  };
}

/** All items of a column and of those below it, those that stand on a column's page left out. */
export const itemsOf = (column: Column): readonly Item[] => [
  ...column.items,
  ...column.columns.flatMap(itemsOf),
];

export const columnsOf = (column: Column): readonly Column[] => [
  column,
  ...column.columns.flatMap(columnsOf),
];

/** Where addresses do not say what lies below what, a column named by its township would be taken for a neighbour. */
function withInline(township: string, [newest, ...older]: readonly Item[], below: 'nested' | 'flat'): Column {
  const name = below === 'nested' ? township : `${newest?.year}年`;
  const column = { name, slug: 'yxz', items: older, columns: [] };
  return newest === undefined ? column : { ...column, inline: newest };
}

const newestFirst = (items: readonly Item[]): readonly Item[] =>
  [...items].sort((one, other) => other.date.localeCompare(one.date));

/** A report as text; or as text with a file beside it, or nothing but a file. */
type ReportForm = 'text' | 'pdf' | 'docx' | 'docx beside';
const FORMS: readonly ReportForm[] = ['text', 'text', 'text', 'docx', 'docx beside', 'pdf'];

function reportItem(report: ReportDocument, form: ReportForm): Item {
  const { title, year, published: date, agency: source } = report;
  const files: Record<ReportForm, () => readonly ItemFile[]> = {
    text: () => [],
    pdf: () => [{ name: `${title}.pdf`, type: 'application/pdf', bytes: pdfBytes() }],
    docx: () => [{ name: `${title}.docx`, type: DOCX_TYPE, bytes: report.docx() }],
    'docx beside': () => [{ name: `${title}.docx`, type: DOCX_TYPE, bytes: report.docx() }],
  };
  const body = form === 'text' || form === 'docx beside' ? report.body : '<p>报告全文见附件。</p>';
  return { title, date, year, source, body, files: files[form]() };
}

/** Entries that a list of reports holds besides reports. */
function decoysFor(place: string, reports: readonly Item[]): readonly Item[] {
  const decoy = (title: string, text: string, date: string): Item => ({
    ...{ title, date, year: null, source: place, files: [] },
    body: `<p>${title}</p><p>${text}</p>`,
  });
  return reports.flatMap(({ title, date }, at) => {
    const year = Number(date.slice(0, 4)) - 1;
    const all = [
      decoy(
        `关于做好${year}年政府信息公开工作年度报告编制发布工作的通知`,
        '各乡镇人民政府、街道办事处，市直各部门：为做好年度报告编制发布工作，请于1月31日前报送。',
        `${year + 1}-01-04`,
      ),
      decoy(`《${title}》解读`, '全年主动公开信息1200条，办理依申请公开27件。', `${year + 1}-03-30`),
      decoy(`${title}（图片版）`, '<img src="/images/long.png" alt="">', date),
      decoy(
        `${place}召开${year}年政府信息公开工作年度报告编制培训会`,
        '会议对六个部分的填报要求作了讲解。',
        `${year + 1}-01-06`,
      ),
      decoy(
        `${place}政府网站工作年度报表（${year}年度）`,
        '政府网站名称、首页网址、主办单位、独立用户访问总量。',
        `${year + 1}-01-28`,
      ),
    ];
    return all.slice(0, at === 0 ? all.length : 1);
  });
}
