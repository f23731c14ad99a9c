-- +goose Up
PRAGMA user_version = 4;

-- The list of promises became one of all that is followed up: an older program would look for what is gone.
UPDATE meta SET value='4' WHERE key='min_reader';

CREATE TABLE issue(
  rid             INTEGER PRIMARY KEY,
  id              BLOB NOT NULL UNIQUE,
  binned          INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  created_by      TEXT,
  updated_at      INTEGER NOT NULL,
  updated_by      TEXT,
  number          TEXT,
  kind            TEXT,
  topic           TEXT,
  severity        TEXT,
  raised_on       TEXT,
  engagement      BLOB REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  point           BLOB REFERENCES point(id) DEFERRABLE INITIALLY DEFERRED,
  settlement      BLOB REFERENCES settlement(id) DEFERRABLE INITIALLY DEFERRED,
  owner           TEXT,
  response_by     TEXT,
  response_on     TEXT,
  told_on         TEXT,
  told_whom       TEXT,
  told_how        TEXT,
  closed_on       TEXT,
  confidentiality TEXT,
  tags            TEXT,
  text            TEXT,
  response        TEXT,
  closed_why      TEXT,
  notes           TEXT
) STRICT;
CREATE INDEX issue_number ON issue(number);
CREATE INDEX issue_engagement ON issue(engagement);
CREATE INDEX issue_settlement ON issue(settlement);

CREATE TABLE raiser(
  rid         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  binned      INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  created_by  TEXT,
  updated_at  INTEGER NOT NULL,
  updated_by  TEXT,
  issue       BLOB REFERENCES issue(id) DEFERRABLE INITIALLY DEFERRED,
  pos         INTEGER NOT NULL DEFAULT 0,
  stakeholder BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX raiser_issue ON raiser(issue);
CREATE INDEX raiser_stakeholder ON raiser(stakeholder);

CREATE TABLE grievance(
  rid             INTEGER PRIMARY KEY,
  id              BLOB NOT NULL UNIQUE,
  binned          INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  created_by      TEXT,
  updated_at      INTEGER NOT NULL,
  updated_by      TEXT,
  number          TEXT,
  channel         TEXT,
  received_on     TEXT,
  received_by     TEXT,
  complaint       TEXT,
  stakeholder     BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  third_party     BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  settlement      BLOB REFERENCES settlement(id) DEFERRABLE INITIALLY DEFERRED,
  place           TEXT,
  topic           TEXT,
  severity        TEXT,
  retaliation     INTEGER NOT NULL DEFAULT 0,
  owner           TEXT,
  engagement      BLOB REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  point           BLOB REFERENCES point(id) DEFERRABLE INITIALLY DEFERRED,
  remedy_on       TEXT,
  satisfied       TEXT,
  told_on         TEXT,
  told_whom       TEXT,
  told_how        TEXT,
  confidentiality TEXT,
  tags            TEXT,
  reply_to        TEXT,
  description     TEXT,
  wanted          TEXT,
  remedy_offered  TEXT,
  remedy_given    TEXT,
  lessons         TEXT,
  notes           TEXT
) STRICT;
CREATE INDEX grievance_number ON grievance(number);
CREATE INDEX grievance_stakeholder ON grievance(stakeholder);
CREATE INDEX grievance_third_party ON grievance(third_party);
CREATE INDEX grievance_settlement ON grievance(settlement);
CREATE INDEX grievance_engagement ON grievance(engagement);

CREATE TABLE grievance_step(
  rid        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  binned     INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  grievance  BLOB REFERENCES grievance(id) DEFERRABLE INITIALLY DEFERRED,
  pos        INTEGER NOT NULL DEFAULT 0,
  kind       TEXT,
  on_day     TEXT,
  who        TEXT,
  admissible TEXT,
  outcome    TEXT,
  referred   TEXT,
  why        TEXT
) STRICT;
CREATE INDEX grievance_step_grievance ON grievance_step(grievance);

CREATE TABLE task(
  rid             INTEGER PRIMARY KEY,
  id              BLOB NOT NULL UNIQUE,
  binned          INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  created_by      TEXT,
  updated_at      INTEGER NOT NULL,
  updated_by      TEXT,
  number          TEXT,
  owner           TEXT,
  made_on         TEXT,
  due             TEXT,
  done_on         TEXT,
  engagement      BLOB REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  point           BLOB REFERENCES point(id) DEFERRABLE INITIALLY DEFERRED,
  settlement      BLOB REFERENCES settlement(id) DEFERRABLE INITIALLY DEFERRED,
  stakeholder     BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  commitment      BLOB REFERENCES commitment(id) DEFERRABLE INITIALLY DEFERRED,
  issue           BLOB REFERENCES issue(id) DEFERRABLE INITIALLY DEFERRED,
  grievance       BLOB REFERENCES grievance(id) DEFERRABLE INITIALLY DEFERRED,
  topic           TEXT,
  confidentiality TEXT,
  tags            TEXT,
  text            TEXT,
  outcome         TEXT,
  notes           TEXT
) STRICT;
CREATE INDEX task_number ON task(number);
CREATE INDEX task_engagement ON task(engagement) WHERE engagement IS NOT NULL;
CREATE INDEX task_settlement ON task(settlement) WHERE settlement IS NOT NULL;
CREATE INDEX task_stakeholder ON task(stakeholder) WHERE stakeholder IS NOT NULL;
CREATE INDEX task_commitment ON task(commitment) WHERE commitment IS NOT NULL;
CREATE INDEX task_issue ON task(issue) WHERE issue IS NOT NULL;
CREATE INDEX task_grievance ON task(grievance) WHERE grievance IS NOT NULL;

CREATE TABLE setting(
  rid        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  binned     INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  name       TEXT,
  value      TEXT
) STRICT;

CREATE TABLE holiday(
  rid        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  binned     INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  on_day     TEXT,
  name       TEXT,
  working    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE attachment(
  rid         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  binned      INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  created_by  TEXT,
  updated_at  INTEGER NOT NULL,
  updated_by  TEXT,
  name        TEXT,
  sha256      TEXT,
  size        INTEGER NOT NULL DEFAULT 0,
  media       TEXT,
  stakeholder BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  engagement  BLOB REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  commitment  BLOB REFERENCES commitment(id) DEFERRABLE INITIALLY DEFERRED,
  issue       BLOB REFERENCES issue(id) DEFERRABLE INITIALLY DEFERRED,
  task        BLOB REFERENCES task(id) DEFERRABLE INITIALLY DEFERRED,
  grievance   BLOB REFERENCES grievance(id) DEFERRABLE INITIALLY DEFERRED,
  settlement  BLOB REFERENCES settlement(id) DEFERRABLE INITIALLY DEFERRED,
  note        TEXT
) STRICT;
CREATE INDEX attachment_stakeholder ON attachment(stakeholder) WHERE stakeholder IS NOT NULL;
CREATE INDEX attachment_engagement ON attachment(engagement) WHERE engagement IS NOT NULL;
CREATE INDEX attachment_commitment ON attachment(commitment) WHERE commitment IS NOT NULL;
CREATE INDEX attachment_issue ON attachment(issue) WHERE issue IS NOT NULL;
CREATE INDEX attachment_task ON attachment(task) WHERE task IS NOT NULL;
CREATE INDEX attachment_grievance ON attachment(grievance) WHERE grievance IS NOT NULL;
CREATE INDEX attachment_settlement ON attachment(settlement) WHERE settlement IS NOT NULL;

-- The bytes of attachments, each once.
CREATE TABLE file(
  sha256 BLOB PRIMARY KEY,
  size   INTEGER NOT NULL,
  bytes  BLOB NOT NULL
) STRICT;

DROP TABLE commitment_text;
DROP TABLE commitment_list;

-- Derived: one narrow line for each issue, promise, grievance and task, with the keys that lists are sorted by.
-- doc: the rid of the record * 32 + the code of its type. due_key: by when the next thing is due, '9999-12-31' when there is no such day.
CREATE TABLE follow_list(
  doc        INTEGER PRIMARY KEY,
  type       INTEGER NOT NULL,  -- code
  binned     INTEGER NOT NULL,
  open       INTEGER NOT NULL,
  untold     INTEGER NOT NULL,
  status     TEXT NOT NULL,
  due_key    TEXT NOT NULL,
  on_key     TEXT NOT NULL,
  ended_on   TEXT,
  owner      TEXT,
  topic      TEXT,
  kind       TEXT,
  severity   TEXT,
  settlement INTEGER,           -- rid
  engagement INTEGER,           -- rid
  restricted INTEGER NOT NULL
) STRICT;
-- Lists of several types are merged from those of each, so that every index begins with the type.
CREATE INDEX follow_list_due ON follow_list(type, binned, due_key, doc);
CREATE INDEX follow_list_on ON follow_list(type, binned, on_key, doc);
CREATE INDEX follow_list_status ON follow_list(type, binned, status, due_key, doc);
CREATE INDEX follow_list_open ON follow_list(type, binned, due_key, doc) WHERE open=1;
CREATE INDEX follow_list_open_on ON follow_list(type, binned, on_key, doc) WHERE open=1;
CREATE INDEX follow_list_untold ON follow_list(type, binned, on_key, doc) WHERE untold=1;
CREATE INDEX follow_list_owner ON follow_list(type, binned, owner, open, due_key, doc);
CREATE INDEX follow_list_settlement ON follow_list(type, settlement, binned, due_key, doc);
CREATE INDEX follow_list_engagement ON follow_list(type, engagement, binned, due_key, doc);

-- Derived: whom a follow-up concerns.
CREATE TABLE follow_who(
  stakeholder INTEGER NOT NULL, -- rid
  doc         INTEGER NOT NULL,
  PRIMARY KEY(stakeholder, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_who_doc ON follow_who(doc);

CREATE VIRTUAL TABLE follow_text USING fts5(
  text, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');

-- What changed lately, and by whom: the newest of each officer.
CREATE INDEX stakeholder_updated ON stakeholder(updated_by, updated_at);
CREATE INDEX engagement_updated ON engagement(updated_by, updated_at);
CREATE INDEX commitment_updated ON commitment(updated_by, updated_at);
CREATE INDEX issue_updated ON issue(updated_by, updated_at);
CREATE INDEX grievance_updated ON grievance(updated_by, updated_at);
CREATE INDEX task_updated ON task(updated_by, updated_at);
