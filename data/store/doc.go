// Package store keeps the records of package data in one SQLite file: safe against a power cut, with the history of every field, a bin,
// drafts, a search index, and a lossless export.
//
// It is generic over data.Types: a field that is declared there needs a column in migrations and nothing else here. Everything that can be
// derived from the records (lists, search texts, counts) is written in the same transaction and may be rebuilt. No SQL leaves the
// package and no window is known to it; what may reach a person is a data.Error. It must never open the database file by any
// other way than SQLite while it is open: closing such a handle would drop SQLite's locks.
package store
