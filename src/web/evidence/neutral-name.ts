/**
 * The name of a file for download: made of a number and of what it is, never of what a page or an address says
 * (requirement C-46). Not `.html`: a page that is opened from a folder would run.
 */
export function neutralName(report: number, sha256: string, kind: string): string {
  const ending = ENDINGS[kind] ?? 'bin';
  return `gongkai-${report}-${sha256.slice(0, 12)}.${ending}`;
}

const ENDINGS: Readonly<Record<string, string>> = {
  ...{ html: 'html.txt', text: 'txt', pdf: 'pdf', docx: 'docx', doc: 'doc', xlsx: 'xlsx', xls: 'xls' },
  image: 'image',
};
