/**
 * What people decide. `review_event` is the log: only ever added to, each row chained to the one before it by a hash
 * (src/store/review/chain.ts says of what). Everything below it is made from it and could be made again: which actions are
 * in force, where each finding stands, who has it open. Decisions that were taken before are its first rows.
 */

/** The text that a hash is made of, as canonicalEvent of src/store/review/chain.ts writes it: keys sorted, no blanks. */
const canonical = `json_object('action', n, 'at', decided_at, 'author', author, 'details', '{}' || '', 'double', 0,
  'finding', finding, 'finding_key', finding_key, 'id', n, 'kind', 'verdict', 'note', note, 'reason', reason,
  'replaces', replaced, 'report', NULL, 'request', NULL, 'signature', signature, 'verdict', verdict)`;
const framed = (text: string): string => `length(CAST(${text} AS BLOB)) || ':' || ${text} || ','`;

export const review = {
  number: 7,
  name: 'review',
  sql: `
CREATE TABLE review_event (
  id INTEGER PRIMARY KEY,              -- 1, 2, 3, …: a gap is damage
  kind TEXT NOT NULL CHECK (kind IN ('verdict', 'assign', 'correct', 'undo', 'redo')),
  action INTEGER NOT NULL REFERENCES review_event, -- first event of what was done in one go (of many: the batch); of an undo or redo: what it is about
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  finding INTEGER REFERENCES finding,
  finding_key TEXT,
  report INTEGER REFERENCES report,    -- of a correction
  verdict TEXT,
  reason TEXT,
  note TEXT,
  signature TEXT,                      -- of the finding when it was decided upon
  double INTEGER NOT NULL CHECK (double IN (0, 1)), -- 1: asked of two persons
  replaces INTEGER REFERENCES review_event, -- verdict that was in force before
  details TEXT NOT NULL,               -- JSON: what the person saw, assigned or corrected
  request TEXT UNIQUE,                 -- chosen by the client: sent twice, it is done once
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((verdict IS NOT NULL) = (kind = 'verdict'))
) STRICT;
CREATE INDEX review_event_finding ON review_event (finding);
CREATE INDEX review_event_key ON review_event (finding_key);
CREATE INDEX review_event_action ON review_event (action);
CREATE INDEX review_event_report ON review_event (report) WHERE report IS NOT NULL;

INSERT INTO review_event (id, kind, action, author, at, finding, finding_key, report, verdict, reason, note, signature, double, replaces, details, request, hash)
WITH RECURSIVE
  numbered AS (SELECT row_number() OVER (ORDER BY id) AS n, * FROM decision),
  old AS (SELECT o.*, (SELECT p.n FROM numbered p WHERE p.id = o.replaces) AS replaced FROM numbered o),
  written AS (SELECT old.*, ${canonical} AS text FROM old),
  chain (n, hash) AS (
    SELECT 0, zeroblob(32)
    UNION ALL
    SELECT w.n, sha256(${framed('lower(hex(c.hash))')} || ${framed('w.text')}) FROM chain c JOIN written w ON w.n = c.n + 1
  )
SELECT w.n, 'verdict', w.n, author, decided_at, finding, finding_key, NULL, verdict, reason, note, signature, 0, replaced, '{}', NULL, c.hash
FROM written w JOIN chain c ON c.n = w.n ORDER BY w.n;

CREATE TRIGGER review_event_is_never_updated BEFORE UPDATE ON review_event
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER review_event_is_never_deleted BEFORE DELETE ON review_event
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER review_event_comes_next BEFORE INSERT ON review_event
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM review_event)
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;

CREATE TABLE review_action (           -- a verdict, assignment or correction, of one finding or many
  id INTEGER PRIMARY KEY REFERENCES review_event,
  author TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: undone
  moved INTEGER NOT NULL REFERENCES review_event -- event that last did or undid it
) STRICT;
CREATE INDEX review_action_stack ON review_action (author, active, moved);

CREATE TABLE review_state (
  finding_key TEXT PRIMARY KEY,
  status TEXT NOT NULL,                -- src/review/status.ts; never changed: that depends on the finding
  decided INTEGER REFERENCES review_event, -- verdict in force
  signature TEXT,                      -- of the finding that the verdicts speak of
  assignee TEXT,
  event INTEGER NOT NULL REFERENCES review_event -- last that touched it
) STRICT, WITHOUT ROWID;
CREATE INDEX review_state_assignee ON review_state (assignee) WHERE assignee IS NOT NULL;

CREATE TABLE review_lease (
  finding_key TEXT NOT NULL,
  person TEXT NOT NULL,
  expires_ms INTEGER NOT NULL,         -- since 1970
  PRIMARY KEY (finding_key, person)
) STRICT, WITHOUT ROWID;

INSERT INTO review_action SELECT id, author, 1, id FROM review_event;
INSERT INTO review_state
SELECT finding_key, verdict, id, signature, NULL, id FROM review_event
WHERE id IN (SELECT max(id) FROM review_event GROUP BY finding_key);

ALTER TABLE finding ADD COLUMN review_status TEXT NOT NULL DEFAULT 'open'; -- of review_state, or changed: its numbers are others since the verdict
UPDATE finding SET review_status = (SELECT iif(s.signature = finding.signature, s.status, 'changed') FROM review_state s WHERE s.finding_key = finding.key)
WHERE key IN (SELECT finding_key FROM review_state);
CREATE TRIGGER finding_keeps_its_verdict AFTER INSERT ON finding
WHEN EXISTS (SELECT 1 FROM review_state WHERE finding_key = NEW.key)
BEGIN
  UPDATE finding SET review_status = (SELECT iif(s.status = 'open' OR s.signature = NEW.signature, s.status, 'changed') FROM review_state s WHERE s.finding_key = NEW.key)
  WHERE id = NEW.id;
END;
CREATE TRIGGER finding_changes_since_its_verdict AFTER UPDATE OF key, signature ON finding
WHEN OLD.key <> NEW.key OR OLD.signature <> NEW.signature
BEGIN
  UPDATE finding SET review_status = coalesce((SELECT iif(s.status = 'open' OR s.signature = NEW.signature, s.status, 'changed') FROM review_state s WHERE s.finding_key = NEW.key), 'open')
  WHERE id = NEW.id;
END;

DROP VIEW decisions;
DROP TABLE decision;
CREATE VIEW decisions AS
SELECT
  e.id AS decision_id, e.finding AS finding_id, e.finding_key, e.verdict, e.reason, e.note, e.author, e.at AS decided_at,
  e.replaces, e.signature, f.report AS report_id, f.rule, f.scope, e.signature = f.signature AS still_holds,
  a.active, e.id = s.decided AS in_force, e.double AS double_review, e.action AS batch
FROM review_event e JOIN finding f ON f.id = e.finding JOIN review_action a ON a.id = e.action
  LEFT JOIN review_state s ON s.finding_key = e.finding_key
WHERE e.kind = 'verdict';
`,
};
