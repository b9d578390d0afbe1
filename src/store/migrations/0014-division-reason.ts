/** Why a place was taken is told in both languages; the column of before holds the English words, as its view says. */
export const divisionReason = {
  number: 14,
  name: 'division-reason',
  sql: `ALTER TABLE report ADD COLUMN division_reason_zh TEXT NOT NULL DEFAULT '';`,
};
