import { LEVELS } from '../../model/status.ts';
import { addRows, columnsOf, REPORT_FIELDS, type ReportField, type ReportTable } from './report-table.ts';

/** Who and where, in `reports` and in the panel. */
export const PLACE_FIELDS: readonly ReportField[] = [
  {
    ...{ name: 'division_latest', type: 'text' },
    label: {
      zh: '该地现在的代码（撤并的为空）',
      en: 'code that the place has today; none if merged or split',
    },
    ofReport: ({ known }) => known.divisionLatest,
  },
  {
    ...{ name: 'place_id', type: 'text' },
    label: {
      zh: '地方编号，改名和换代码后不变，见 divisions',
      en: 'place through its names and codes, see divisions',
    },
    ofReport: ({ known }) => known.placeId,
  },
  {
    ...{ name: 'place', type: 'text', free: true, label: { zh: '地方', en: 'place' } },
    ofReport: ({ report }) => report.place,
  },
  {
    ...{ name: 'agency', type: 'text', free: true, label: { zh: '机关', en: 'agency' } },
    ofReport: ({ report }) => report.agency,
  },
  {
    ...{ name: 'agency_id', type: 'text' },
    label: { zh: '机关编号，见 agencies', en: 'agency through its renamings, see agencies' },
    ofReport: ({ known }) => known.agencyId,
  },
  {
    ...{ name: 'level', type: 'text', categories: LEVELS, label: { zh: '层级', en: 'level of the place' } },
    ofReport: ({ report }) => report.level,
  },
  {
    ...{ name: 'published', type: 'text', label: { zh: '发布日期', en: 'date of publication' } },
    ofReport: ({ report }) => report.published,
  },
];

const count = (key: 'passed' | 'failed' | 'not_evaluable', zh: string, en: string): ReportField => ({
  ...{ name: key, type: 'integer', label: { zh, en } },
  ofReport: ({ report }) => report[key],
});

const FIELDS: readonly ReportField[] = [
  ...REPORT_FIELDS,
  ...PLACE_FIELDS,
  {
    ...{ name: 'vintage', type: 'integer' },
    label: {
      zh: '该机关该年度报告的第几个版本',
      en: 'version of the report of this body about this year, from 1',
    },
    ofReport: ({ known }) => known.vintage,
  },
  {
    ...{ name: 'last_seen', type: 'text' },
    label: { zh: '撤下的报告最后一次在网站上的日期', en: 'withdrawn: last day on which the site had it' },
    ofReport: ({ known }) => known.withdrawn || null,
  },
  {
    ...{ name: 'title', type: 'text', free: true, label: { zh: '标题', en: 'title' } },
    ofReport: ({ report }) => report.title,
  },
  {
    ...{ name: 'period_start', type: 'text', label: { zh: '统计期开始', en: 'first day of the period' } },
    ofReport: ({ report }) => report.period_start,
  },
  {
    ...{ name: 'period_end', type: 'text', label: { zh: '统计期结束', en: 'last day of the period' } },
    ofReport: ({ report }) => report.period_end,
  },
  count('passed', '相符的核对数', 'checks that hold'),
  count('failed', '不符的核对数', 'checks that fail'),
  count('not_evaluable', '无法核对数', 'checks that could not be made'),
  {
    ...{ name: 'form_score', type: 'number', label: { zh: '格式判断的把握', en: 'how sure the edition is' } },
    ofReport: ({ report }) => report.form_score,
  },
  {
    ...{ name: 'document_kind', type: 'text', label: { zh: '文件种类', en: 'kind of document' } },
    ofReport: ({ report }) => report.kind,
  },
  {
    ...{ name: 'byte_length', type: 'integer', label: { zh: '文件字节数', en: 'bytes of the document' } },
    ofReport: ({ report }) => report.byte_length,
  },
  {
    ...{ name: 'sha256', type: 'text', label: { zh: '原文的 SHA-256', en: 'sha256 of the document' } },
    ofReport: ({ report }) => report.sha256,
  },
  {
    ...{ name: 'url', type: 'text', free: true, label: { zh: '原文网址', en: 'address of the document' } },
    ofReport: ({ report }) => report.url,
  },
  {
    ...{ name: 'warc_file', type: 'text', label: { zh: '归档文件', en: 'WARC file with the document' } },
    ofReport: ({ report }) => report.archive_file,
  },
  {
    ...{ name: 'warc_offset', type: 'number' },
    label: { zh: '记录在归档文件中的起点（字节）', en: 'where its record begins in the WARC file, bytes' },
    ofReport: ({ report }) => report.archive_offset,
  },
  {
    ...{ name: 'warc_length', type: 'number' },
    label: { zh: '记录的字节数（压缩）', en: 'length of the record, compressed, bytes' },
    ofReport: ({ report }) => report.archive_length,
  },
  {
    ...{ name: 'warc_record_id', type: 'text' },
    label: { zh: '记录的 WARC-Record-ID', en: 'WARC-Record-ID of the record' },
    ofReport: ({ known }) => known.warcRecord,
  },
  {
    ...{ name: 'parser_version', type: 'text', label: { zh: '读取程序的版本', en: 'version of the parser' } },
    ofReport: ({ report }) => report.parser_version,
  },
];

/** Every document of the database, also superseded versions and those that are no report (form is null). */
export const REPORTS: ReportTable = {
  name: 'reports',
  title: { zh: '报告', en: 'Reports' },
  columns: columnsOf(FIELDS),
  key: ['report_id'],
  addTo: (batch, report) => addRows(batch, FIELDS, [report], report),
};
