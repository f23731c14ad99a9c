-- +goose Up
PRAGMA user_version = 6;

-- Two records of one person: the one that was given up lies in the bin and names the one that was kept.
ALTER TABLE stakeholder ADD COLUMN merged_into BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX stakeholder_merged ON stakeholder(merged_into) WHERE merged_into IS NOT NULL;

-- Stakeholders that look alike and are not the same.
CREATE TABLE not_same(
  rid        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  binned     INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  a          BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  b          BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
