export type CsvValue = string | number | null | undefined;

/** One record of RFC 4180, ended by CR LF; null is an empty field. */
export function toCsvLine(fields: readonly CsvValue[]): string {
  return `${fields.map(toCsvField).join(',')}\r\n`;
}

function toCsvField(value: CsvValue): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
