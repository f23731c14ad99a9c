// Package record is what the pages and forms of all record types share: a field said in words, a record's history, the draft of a
// form, the parts a page is built of. It is driven by the declarations of package data, so a new field needs nothing here.
//
// It knows no single record type by heart, decides nothing about navigation, and must never import the store or a family of screens.
package record

import (
	"dogovor/app/i18n"
)

// Speaker says words; screens.Host is one.
type Speaker interface {
	Words() *i18n.Printer
	Term(list, code string) string
	PlaceName(latin, cyrillic string) string
}
