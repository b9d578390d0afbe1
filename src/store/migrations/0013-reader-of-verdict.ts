/**
 * A verdict is tied to the version of the reader too: one about what another version has read since is asked again, as
 * `reread` when the same was read, and an event of the kind `keep` confirms it as it was. Verdicts of before it was
 * noted are about what version 1 read, the only one there was.
 *
 * What is said of many findings is said in parts, so that nobody waits for all of them: what is left to do is kept.
 *
 * The pages of a report are found by it.
 */
const FIRST_READER = `'1'`;

/** The reader that a verdict `e` is about: that of the last event in force that kept it, else the one it was given at. */
export const readerOf = (e: string): string => `coalesce(
    (SELECT k.details ->> 'parser' FROM review_event k JOIN review_action ka ON ka.id = k.action
      WHERE k.replaces = ${e}.id AND k.kind = 'keep' AND ka.active = 1 ORDER BY ka.moved DESC, k.id DESC LIMIT 1),
    ${e}.details ->> 'parser', ${FIRST_READER})`;

/** Where a finding \`f\` stands by a row \`s\` of review_state. While others are still to be asked it is open anyhow. */
const statusOf = (f: string): string => `CASE
    WHEN s.status = 'open' THEN 'open'
    WHEN s.signature <> ${f}.signature THEN 'changed'
    WHEN s.status IN ('second', 'third') THEN s.status
    WHEN s.parser IS (SELECT parser_version FROM report WHERE id = ${f}.report) THEN s.status
    ELSE 'reread' END`;

/** Where a finding `f` stands. */
export const standingOf = (f: string): string =>
  `coalesce((SELECT ${statusOf(f)} FROM review_state s WHERE s.finding_key = ${f}.key), 'open')`;

export const readerOfVerdict = {
  number: 13,
  name: 'reader of verdict',
  sql: `
DROP VIEW decisions;
DROP TRIGGER finding_keeps_its_verdict;
DROP TRIGGER finding_changes_since_its_verdict;

-- A CHECK cannot be altered: the table is made anew with what it holds, and what refers to it as well.
CREATE TABLE review_event_13 (
  id INTEGER PRIMARY KEY,              -- 1, 2, 3, …: a gap is damage
  kind TEXT NOT NULL CHECK (kind IN ('verdict', 'keep', 'assign', 'correct', 'undo', 'redo')),
  action INTEGER NOT NULL REFERENCES review_event_13, -- first event of what was done in one go (of many: the batch); of an undo or redo: what it is about
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
  replaces INTEGER REFERENCES review_event_13, -- verdict that was in force before; of a keep: the one that is confirmed
  details TEXT NOT NULL,               -- JSON: what the person saw, assigned or corrected
  request TEXT UNIQUE,                 -- chosen by the client: sent twice, it is done once
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  CHECK ((verdict IS NOT NULL) = (kind = 'verdict'))
) STRICT;
INSERT INTO review_event_13 SELECT * FROM review_event ORDER BY id;
CREATE TABLE review_action_13 (        -- a verdict, assignment or correction, of one finding or many
  id INTEGER PRIMARY KEY REFERENCES review_event_13,
  author TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)), -- 0: undone
  moved INTEGER NOT NULL REFERENCES review_event_13 -- event that last did or undid it
) STRICT;
INSERT INTO review_action_13 SELECT * FROM review_action;
CREATE TABLE review_state_13 (
  finding_key TEXT PRIMARY KEY,
  status TEXT NOT NULL,                -- src/review/status.ts; never changed or reread: that depends on the finding
  decided INTEGER REFERENCES review_event_13, -- verdict in force
  signature TEXT,                      -- of the finding that the verdicts speak of
  parser TEXT,                         -- version of the reader that the verdict in force is about
  assignee TEXT,
  event INTEGER NOT NULL REFERENCES review_event_13 -- last that touched it
) STRICT, WITHOUT ROWID;
INSERT INTO review_state_13
SELECT s.finding_key, s.status, s.decided, s.signature,
  (SELECT coalesce(e.details ->> 'parser', ${FIRST_READER}) FROM review_event e WHERE e.id = s.decided), s.assignee, s.event
FROM review_state s;
DROP TABLE review_state;
DROP TABLE review_action;
DROP TABLE review_event;
ALTER TABLE review_event_13 RENAME TO review_event;
ALTER TABLE review_action_13 RENAME TO review_action;
ALTER TABLE review_state_13 RENAME TO review_state;
CREATE INDEX review_event_finding ON review_event (finding);
CREATE INDEX review_event_key ON review_event (finding_key);
CREATE INDEX review_event_action ON review_event (action);
CREATE INDEX review_event_report ON review_event (report) WHERE report IS NOT NULL;
CREATE INDEX review_event_keeps ON review_event (replaces) WHERE kind = 'keep';
CREATE INDEX review_action_stack ON review_action (author, active, moved);
CREATE INDEX review_state_assignee ON review_state (assignee) WHERE assignee IS NOT NULL;
CREATE TRIGGER review_event_is_never_updated BEFORE UPDATE ON review_event
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER review_event_is_never_deleted BEFORE DELETE ON review_event
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;
CREATE TRIGGER review_event_comes_next BEFORE INSERT ON review_event
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM review_event)
BEGIN SELECT RAISE(ABORT, 'decisions are only ever added'); END;

UPDATE finding SET review_status = ${standingOf('finding')} WHERE key IN (SELECT finding_key FROM review_state);
CREATE TRIGGER finding_keeps_its_verdict AFTER INSERT ON finding
WHEN EXISTS (SELECT 1 FROM review_state WHERE finding_key = NEW.key)
BEGIN UPDATE finding SET review_status = ${standingOf('NEW')} WHERE id = NEW.id; END;
CREATE TRIGGER finding_changes_since_its_verdict AFTER UPDATE OF key, signature ON finding
WHEN OLD.key <> NEW.key OR OLD.signature <> NEW.signature
BEGIN UPDATE finding SET review_status = ${standingOf('NEW')} WHERE id = NEW.id; END;
CREATE TRIGGER report_is_read_by_another_reader AFTER UPDATE OF parser_version ON report
WHEN OLD.parser_version <> NEW.parser_version
BEGIN
  UPDATE finding SET review_status = ${standingOf('finding')}
  WHERE report = NEW.id AND EXISTS (SELECT 1 FROM review_state WHERE finding_key = finding.key);
END;

CREATE TABLE review_bulk (             -- what is said of many findings, while it is being said
  action INTEGER PRIMARY KEY REFERENCES review_event,
  said TEXT NOT NULL                   -- JSON, with what else its events are written with
) STRICT;
CREATE TABLE review_bulk_rest (        -- findings it has not been said of yet
  action INTEGER NOT NULL REFERENCES review_bulk ON DELETE CASCADE,
  finding_id INTEGER NOT NULL,         -- one that is gone meanwhile is left out
  signature TEXT NOT NULL,
  PRIMARY KEY (action, finding_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE review_unsettled (        -- findings whose state is to be made again after an undo or redo of many
  finding_key TEXT PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES review_event
) STRICT, WITHOUT ROWID;

CREATE INDEX parsed_report ON parsed (report) WHERE report IS NOT NULL;

CREATE VIEW decisions AS
WITH decision AS (SELECT *, ${readerOf('v')} AS reader FROM review_event v WHERE v.kind = 'verdict')
SELECT
  e.id AS decision_id, e.finding AS finding_id, e.finding_key, e.verdict, e.reason, e.note, e.author, e.at AS decided_at,
  e.replaces, e.signature, f.report AS report_id, f.rule, f.scope,
  e.signature = f.signature AND e.reader = r.parser_version AS still_holds,
  a.active, e.id = s.decided AS in_force, e.double AS double_review, e.action AS batch, e.reader
FROM decision e JOIN finding f ON f.id = e.finding JOIN report r ON r.id = f.report JOIN review_action a ON a.id = e.action
  LEFT JOIN review_state s ON s.finding_key = e.finding_key;
`,
};
