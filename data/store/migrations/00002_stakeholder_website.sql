-- +goose Up
PRAGMA user_version = 2;

ALTER TABLE stakeholder ADD COLUMN website TEXT;
