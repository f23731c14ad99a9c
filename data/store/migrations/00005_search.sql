-- +goose Up
PRAGMA user_version = 5;

-- The texts are indexed otherwise: an older program would ask for what is gone.
UPDATE meta SET value='5' WHERE key='min_reader';

-- Derived: search texts, folded by package data/fold. Which words are there is kept, not where: the index is smaller, and a search is
-- answered from one list of records whatever part of a word is typed, up to ten letters. Tokens that begin with đ are no words, as folding
-- makes d of it: what they tell stands in search_index.go.
DROP TABLE engagement_text;
DROP TABLE stakeholder_text;
DROP TABLE follow_text;
CREATE VIRTUAL TABLE engagement_text USING fts5(
  text, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE stakeholder_text USING fts5(
  text, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize='unicode61 remove_diacritics 0');
CREATE VIRTUAL TABLE follow_text USING fts5(
  text, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize='unicode61 remove_diacritics 0');

-- Settlements and attachments. rowid: the rid of the record * 32 + the code of its type, as in follow_text.
CREATE VIRTUAL TABLE other_text USING fts5(
  text, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6 7 8 9 10', tokenize='unicode61 remove_diacritics 0');

-- Derived: the names of stakeholders and settlements, folded, so that those that begin as typed are found first however many there are.
CREATE TABLE name(
  doc  INTEGER NOT NULL,  -- rid * 32 + code of the type
  fold TEXT NOT NULL,
  PRIMARY KEY (doc, fold)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_fold ON name(fold, doc);

-- Derived: the words of these names, in how many names each is, and under which keys one that is typed with an error is found.
CREATE TABLE name_word(
  word TEXT PRIMARY KEY,
  n    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE name_key(
  key  TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (key, word)
) STRICT, WITHOUT ROWID;
