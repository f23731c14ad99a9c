-- +goose Up
PRAGMA user_version = 3;

CREATE TABLE commitment(
  rid              INTEGER PRIMARY KEY,
  id               BLOB NOT NULL UNIQUE,
  binned           INTEGER NOT NULL DEFAULT 0,
  created_at       INTEGER NOT NULL,
  created_by       TEXT,
  updated_at       INTEGER NOT NULL,
  updated_by       TEXT,
  number           TEXT,
  made_by          TEXT,
  made_on          TEXT,
  engagement       BLOB REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  point            BLOB REFERENCES point(id) DEFERRABLE INITIALLY DEFERRED,
  settlement       BLOB REFERENCES settlement(id) DEFERRABLE INITIALLY DEFERRED,
  topic            TEXT,
  due              TEXT,
  owner            TEXT,
  done_on          TEXT,
  withdrawn_on     TEXT,
  withdrawn_agreed TEXT,
  told_on          TEXT,
  told_whom        TEXT,
  told_how         TEXT,
  confidentiality  TEXT,
  tags             TEXT,
  promise          TEXT,
  evidence         TEXT,
  withdrawn_why    TEXT,
  notes            TEXT
) STRICT;
CREATE INDEX commitment_number ON commitment(number);
CREATE INDEX commitment_engagement ON commitment(engagement);
CREATE INDEX commitment_settlement ON commitment(settlement);

CREATE TABLE recipient(
  rid         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  binned      INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  created_by  TEXT,
  updated_at  INTEGER NOT NULL,
  updated_by  TEXT,
  commitment  BLOB REFERENCES commitment(id) DEFERRABLE INITIALLY DEFERRED,
  pos         INTEGER NOT NULL DEFAULT 0,
  stakeholder BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX recipient_commitment ON recipient(commitment);
CREATE INDEX recipient_stakeholder ON recipient(stakeholder);

CREATE TABLE revision(
  rid        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  binned     INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  commitment BLOB REFERENCES commitment(id) DEFERRABLE INITIALLY DEFERRED,
  on_day     TEXT,
  due        TEXT,
  reason     TEXT
) STRICT;
CREATE INDEX revision_commitment ON revision(commitment);

-- Derived: one narrow line a promise, with the keys that the ledger is sorted by. due_key: the latest due date, '9999-12-31' without one.
CREATE TABLE commitment_list(
  rid        INTEGER PRIMARY KEY,
  binned     INTEGER NOT NULL,
  status     TEXT NOT NULL,
  due_key    TEXT NOT NULL,
  owner      TEXT,
  settlement INTEGER,           -- rid
  engagement INTEGER,           -- rid
  topic      TEXT,
  restricted INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_list_due ON commitment_list(binned, due_key, rid);
CREATE INDEX commitment_list_status ON commitment_list(binned, status, due_key, rid);
CREATE INDEX commitment_list_settlement ON commitment_list(settlement, due_key, rid);
CREATE INDEX commitment_list_engagement ON commitment_list(engagement, due_key, rid);

CREATE VIRTUAL TABLE commitment_text USING fts5(
  text, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
