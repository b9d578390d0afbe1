/** How sure it is that a page is not there any more: one night's 404 may be a site that is being moved. */
export const goneRounds = {
  number: 12,
  name: 'gone-rounds',
  sql: `
ALTER TABLE page ADD COLUMN gone_rounds INTEGER NOT NULL DEFAULT 0; -- rounds of 404 or 410 since it was last had
`,
};
