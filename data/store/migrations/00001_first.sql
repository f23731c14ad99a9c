-- +goose Up
-- 'Dogv': tells our files from those of other programs.
PRAGMA application_id = 1148151670;
PRAGMA user_version = 1;

-- What is to be known about the file itself. min_reader: the oldest schema whose program may still read it.
CREATE TABLE meta(
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta VALUES ('min_reader', '1'), ('derived', '');

-- The records. Column names are those of the fields in package data; long texts stand last, so that lists need not read past them.
-- Every table has an explicit rid: an implicit rowid may change in VACUUM, and the lists and the search index point at it.
CREATE TABLE settlement(
  rid          INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  binned       INTEGER NOT NULL DEFAULT 0,
  created_at   INTEGER NOT NULL,
  created_by   TEXT,
  updated_at   INTEGER NOT NULL,
  updated_by   TEXT,
  name         TEXT,
  name_cyrl    TEXT,
  other_names  TEXT,
  municipality TEXT,
  postal       TEXT,
  lat          REAL,
  lon          REAL,
  coord_source TEXT,
  population   INTEGER,
  in_area      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE term(
  rid        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  binned     INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  list       TEXT,
  code       TEXT,
  label      TEXT,
  label_en   TEXT,
  label_zh   TEXT,
  retired    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE stakeholder(
  rid             INTEGER PRIMARY KEY,
  id              BLOB NOT NULL UNIQUE,
  binned          INTEGER NOT NULL DEFAULT 0,
  created_at      INTEGER NOT NULL,
  created_by      TEXT,
  updated_at      INTEGER NOT NULL,
  updated_by      TEXT,
  number          TEXT,
  kind            TEXT,
  name            TEXT,
  other_names     TEXT,
  script          TEXT,
  sex             TEXT,
  groups          TEXT,
  party           TEXT,
  vulnerable      INTEGER NOT NULL DEFAULT 0,
  settlement      BLOB REFERENCES settlement(id) DEFERRABLE INITIALLY DEFERRED,
  address         TEXT,
  phones          TEXT,
  emails          TEXT,
  language        TEXT,
  contact_way     TEXT,
  represents      BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  verified_on     TEXT,
  verified_how    TEXT,
  manager         TEXT,
  photo_consent   TEXT,
  basis           TEXT,
  notice_on       TEXT,
  notice_how      TEXT,
  consent_scope   TEXT,
  consent_on      TEXT,
  consent_way     TEXT,
  consent_ended   TEXT,
  retain_until    TEXT,
  confidentiality TEXT,
  tags            TEXT,
  measure         TEXT,
  notes           TEXT
) STRICT;
CREATE INDEX stakeholder_number ON stakeholder(number);

CREATE TABLE membership(
  rid          INTEGER PRIMARY KEY,
  id           BLOB NOT NULL UNIQUE,
  binned       INTEGER NOT NULL DEFAULT 0,
  created_at   INTEGER NOT NULL,
  created_by   TEXT,
  updated_at   INTEGER NOT NULL,
  updated_by   TEXT,
  stakeholder  BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  organisation BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  role         TEXT,
  from_day     TEXT,
  to_day       TEXT
) STRICT;
CREATE INDEX membership_stakeholder ON membership(stakeholder);
CREATE INDEX membership_organisation ON membership(organisation);

CREATE TABLE assessment(
  rid         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  binned      INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  created_by  TEXT,
  updated_at  INTEGER NOT NULL,
  updated_by  TEXT,
  stakeholder BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  on_day      TEXT,
  influence   INTEGER NOT NULL DEFAULT 0,
  interest    INTEGER NOT NULL DEFAULT 0,
  position    TEXT,
  note        TEXT
) STRICT;
CREATE INDEX assessment_stakeholder ON assessment(stakeholder);

CREATE TABLE relation(
  rid         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  binned      INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  created_by  TEXT,
  updated_at  INTEGER NOT NULL,
  updated_by  TEXT,
  stakeholder BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  other       BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  kind        TEXT,
  from_day    TEXT,
  to_day      TEXT
) STRICT;
CREATE INDEX relation_stakeholder ON relation(stakeholder);

CREATE TABLE engagement(
  rid              INTEGER PRIMARY KEY,
  id               BLOB NOT NULL UNIQUE,
  binned           INTEGER NOT NULL DEFAULT 0,
  created_at       INTEGER NOT NULL,
  created_by       TEXT,
  updated_at       INTEGER NOT NULL,
  updated_by       TEXT,
  number           TEXT,
  title            TEXT,
  kind             TEXT,
  formality        TEXT,
  planned          INTEGER NOT NULL DEFAULT 0,
  initiator        TEXT,
  status           TEXT,
  start            TEXT,
  end_at           TEXT,
  settlement       BLOB REFERENCES settlement(id) DEFERRABLE INITIALLY DEFERRED,
  women            INTEGER NOT NULL DEFAULT 0,
  men              INTEGER NOT NULL DEFAULT 0,
  undeclared       INTEGER NOT NULL DEFAULT 0,
  young            INTEGER NOT NULL DEFAULT 0,
  confidentiality  TEXT,
  next_meeting     TEXT,
  minutes_language TEXT,
  venue            TEXT,
  project          TEXT,
  purpose          TEXT,
  cancelled_why    TEXT,
  languages        TEXT,
  officers         TEXT,
  tags             TEXT,
  agenda           TEXT,
  shared           TEXT,
  next_steps       TEXT,
  notes            TEXT
) STRICT;
CREATE INDEX engagement_number ON engagement(number);

CREATE TABLE attendance(
  rid         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE,
  binned      INTEGER NOT NULL DEFAULT 0,
  created_at  INTEGER NOT NULL,
  created_by  TEXT,
  updated_at  INTEGER NOT NULL,
  updated_by  TEXT,
  engagement  BLOB REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  pos         INTEGER NOT NULL DEFAULT 0,
  stakeholder BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  capacity    TEXT,
  signed      INTEGER NOT NULL DEFAULT 0,
  photo       INTEGER NOT NULL DEFAULT 0,
  sentiment   TEXT
) STRICT;
CREATE INDEX attendance_engagement ON attendance(engagement);

CREATE TABLE point(
  rid        INTEGER PRIMARY KEY,
  id         BLOB NOT NULL UNIQUE,
  binned     INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  created_by TEXT,
  updated_at INTEGER NOT NULL,
  updated_by TEXT,
  engagement BLOB REFERENCES engagement(id) DEFERRABLE INITIALLY DEFERRED,
  pos        INTEGER NOT NULL DEFAULT 0,
  topic      TEXT,
  raised_by  BLOB REFERENCES stakeholder(id) DEFERRABLE INITIALLY DEFERRED,
  satisfied  TEXT,
  said       TEXT,
  answer     TEXT
) STRICT;
CREATE INDEX point_engagement ON point(engagement);

-- The history of every record, and the stream that laptops will exchange (docs/export.md).
CREATE TABLE change(
  id      INTEGER PRIMARY KEY,  -- order in which this file learnt of it
  origin  INTEGER NOT NULL,     -- the laptop's random number
  seq     INTEGER NOT NULL,     -- 1, 2, 3 … within the origin, without a gap
  hlc     INTEGER NOT NULL,     -- hybrid logical clock: milliseconds << 16 | counter
  at      INTEGER NOT NULL,     -- the author's own clock, milliseconds: what people read
  schema  INTEGER NOT NULL,     -- version of the author's schema
  batch   BLOB NOT NULL,        -- saved together, undone together
  officer TEXT,
  laptop  TEXT,
  type    INTEGER NOT NULL,     -- code of the record type
  row     BLOB NOT NULL,        -- id of the record
  kind    INTEGER NOT NULL,     -- 1 made, 2 changed
  field   INTEGER NOT NULL,     -- id of the field, 1 = binned, 0 of a making
  old     TEXT,                 -- JSON
  new     TEXT,                 -- JSON; of a making an object, field id → value
  base    TEXT,                 -- JSON [[origin,seq],…]: the versions that the author saw and replaces
  UNIQUE(origin, seq)
) STRICT;
CREATE INDEX change_row ON change(row, field);
CREATE INDEX change_batch ON change(batch);

-- How far this file knows each laptop.
CREATE TABLE origin(
  origin INTEGER PRIMARY KEY,
  seq    INTEGER NOT NULL,
  hlc    INTEGER NOT NULL
) STRICT;

-- The last number given, e.g. of "E-26-BOR1-".
CREATE TABLE counter(
  prefix TEXT PRIMARY KEY,
  last   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE draft(
  rid      INTEGER PRIMARY KEY,
  key      TEXT NOT NULL UNIQUE,
  body     BLOB NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- Derived from the records in the same transaction; may be rebuilt at any time.

-- One narrow line an engagement, in the order of the list: doc = yyyymmddHHMM (UTC) * 10000 + n, also the rowid of its search text.
CREATE TABLE engagement_list(
  doc        INTEGER PRIMARY KEY,
  rid        INTEGER NOT NULL UNIQUE,
  binned     INTEGER NOT NULL,
  status     TEXT,
  kind       TEXT,
  settlement INTEGER,           -- rid
  restricted INTEGER NOT NULL,
  named      INTEGER NOT NULL,
  people     INTEGER NOT NULL,
  points     INTEGER NOT NULL
) STRICT;
CREATE INDEX engagement_list_bin ON engagement_list(doc) WHERE binned = 1;
CREATE INDEX engagement_list_settlement ON engagement_list(settlement, doc);

-- Who came; counts: the engagement was held and is not in the bin.
CREATE TABLE attended(
  doc         INTEGER NOT NULL,
  stakeholder INTEGER NOT NULL, -- rid
  counts      INTEGER NOT NULL,
  PRIMARY KEY (doc, stakeholder)
) STRICT, WITHOUT ROWID;
CREATE INDEX attended_stakeholder ON attended(stakeholder, doc, counts);

CREATE TABLE engagement_group(
  doc  INTEGER NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (doc, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX engagement_group_code ON engagement_group(code, doc);

CREATE TABLE stakeholder_group(
  stakeholder INTEGER NOT NULL, -- rid
  code        TEXT NOT NULL,
  PRIMARY KEY (stakeholder, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX stakeholder_group_code ON stakeholder_group(code, stakeholder);

-- One line a stakeholder, with the keys that the register is sorted by.
CREATE TABLE stakeholder_list(
  rid          INTEGER PRIMARY KEY,
  binned       INTEGER NOT NULL,
  kind         TEXT,
  settlement   INTEGER,         -- rid
  name_key     BLOB NOT NULL,   -- Serbian collation of the name in Latin script
  place_key    BLOB NOT NULL,   -- of the settlement's name
  number_key   TEXT NOT NULL,
  fold         TEXT NOT NULL,   -- the name, folded
  names        TEXT NOT NULL,   -- all names, folded
  met          INTEGER NOT NULL DEFAULT 0, -- doc of the newest engagement held, 0 for none
  came         INTEGER NOT NULL DEFAULT 0, -- engagements held
  organisation INTEGER,         -- rid, of the newest membership
  role         TEXT,
  influence    INTEGER NOT NULL,
  interest     INTEGER NOT NULL,
  position     TEXT
) STRICT;
CREATE INDEX stakeholder_list_name ON stakeholder_list(binned, name_key, rid);
CREATE INDEX stakeholder_list_place ON stakeholder_list(binned, place_key, name_key, rid);
CREATE INDEX stakeholder_list_number ON stakeholder_list(binned, number_key, rid);
CREATE INDEX stakeholder_list_met ON stakeholder_list(binned, met, name_key, rid);
CREATE INDEX stakeholder_list_fold ON stakeholder_list(fold);
CREATE INDEX stakeholder_list_names ON stakeholder_list(binned, names); -- narrow enough to be looked through at each key

-- Words already used in a field, for suggestions. field = type code * 1000 + field id.
CREATE TABLE used(
  field INTEGER NOT NULL,
  value TEXT NOT NULL,
  n     INTEGER NOT NULL,
  PRIMARY KEY (field, value)
) STRICT, WITHOUT ROWID;

-- Search texts, folded by package data/fold.
CREATE VIRTUAL TABLE engagement_text USING fts5(
  text, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE stakeholder_text USING fts5(
  name, rest, content='', contentless_delete=1, prefix='1 2 3', tokenize='unicode61 remove_diacritics 0');
