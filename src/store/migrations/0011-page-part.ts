/** One file may hang on several pages, which are then reports of one document: `page_part` says what hangs on what. */
export const pagePart = {
  number: 11,
  name: 'page-part',
  sql: `
CREATE TABLE page_part (
  page INTEGER NOT NULL REFERENCES page,  -- a report's page
  part INTEGER NOT NULL REFERENCES page,  -- a file or a frame of it
  PRIMARY KEY (page, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX page_part_part ON page_part (part);
INSERT INTO page_part (page, part) SELECT parent, id FROM page WHERE parent IS NOT NULL;
DROP INDEX page_parent;
ALTER TABLE page DROP COLUMN parent;
`,
};
