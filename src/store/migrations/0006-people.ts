/**
 * Who may use the review app from other machines. Nothing that lets one in lies here as it is used: passwords and
 * session tokens are hashed. Failed logins are counted under a hash too, as people type passwords where names belong.
 */
export const people = {
  number: 6,
  name: 'people',
  sql: `
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,           -- src/model/person.ts
  role TEXT NOT NULL CHECK (role IN ('reader', 'auditor', 'lead', 'admin')),
  password TEXT NOT NULL,              -- scrypt, with its parameters and salt
  created_at TEXT NOT NULL,
  disabled_at TEXT
) STRICT;

CREATE TABLE session (
  token BLOB PRIMARY KEY CHECK (length(token) = 32), -- SHA-256 of what the browser holds
  account INTEGER NOT NULL REFERENCES account,
  started_at TEXT NOT NULL,
  used_at TEXT NOT NULL,
  agent TEXT NOT NULL                  -- browser, as it names itself, shortened
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account);

CREATE TABLE login_failure (
  subject BLOB PRIMARY KEY CHECK (length(subject) = 32), -- SHA-256 of an account's name or a network address
  failures INTEGER NOT NULL,           -- since the last success
  last_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX login_failure_last ON login_failure (last_at);
`,
};
