/**
 * The last year whose reports are all due. Departments publish by 31 January of the next year, governments of
 * counties and above by 31 March (政府信息公开条例 2019, article 50).
 *
 * @param today - `YYYY-MM-DD`
 * @example lastDueYear('2026-03-31') // 2024
 */
export function lastDueYear(today: string): number {
  const year = Number(today.slice(0, 4));
  return today.slice(5) > '03-31' ? year - 1 : year - 2;
}
