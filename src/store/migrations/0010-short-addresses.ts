/** Addresses of pages that are too long to be handed on. An address always has the same identifier. */
export const shortAddresses = {
  number: 10,
  name: 'short addresses',
  sql: `
CREATE TABLE short_address (
  id TEXT PRIMARY KEY,                 -- of the address, see src/store/short-addresses.ts
  address TEXT NOT NULL                -- path and query
) STRICT, WITHOUT ROWID;
`,
};
