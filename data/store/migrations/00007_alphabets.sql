-- +goose Up
PRAGMA user_version = 7;

-- Derived: the keys by which the register is sorted in the order of the Cyrillic alphabet, which is another one than that of the Latin.
ALTER TABLE stakeholder_list ADD COLUMN name_cyrl BLOB NOT NULL DEFAULT x'';
ALTER TABLE stakeholder_list ADD COLUMN place_cyrl BLOB NOT NULL DEFAULT x'';
CREATE INDEX stakeholder_list_name_cyrl ON stakeholder_list(binned, name_cyrl, rid);
CREATE INDEX stakeholder_list_place_cyrl ON stakeholder_list(binned, place_cyrl, name_cyrl, rid);
