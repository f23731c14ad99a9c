// Package data is the domain: the record types a liaison officer works with, the rules a record must keep, the vocabularies it
// draws on, and the filters and rows that lists are made of. Terms follow IFC Performance Standard 1 and ESS10.
//
// It knows no SQL and no window and imports no other package of the project. A record type is declared once, here; storing,
// history, exchange, the lossless export and the labels on the screen follow from that declaration (see Field).
package data
