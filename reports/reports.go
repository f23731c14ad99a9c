// Package reports turns figures and records into documents. A report is one small file with a function that builds a doc.Document, and one
// line in All; how a document looks and how its file is written is package doc's.
//
// It reads only through Source, computes no figure of its own that is an indicator, and says nothing but messages.
package reports

import (
	"slices"

	"dogovor/app/i18n"
	"dogovor/reports/doc"
)

// Report is one kind of document.
type Report struct {
	Name  string // on the command line
	Title string // message
	Build func(Input, *i18n.Printer) doc.Document
}

// All are the reports that can be made, in the order in which they are offered.
var All = []Report{
	{Name: "summary", Title: "report.summary.title", Build: Summary},
}

// Named finds a report.
func Named(name string) (Report, bool) {
	i := slices.IndexFunc(All, func(r Report) bool { return r.Name == name })
	if i < 0 {
		return Report{}, false
	}
	return All[i], true
}

// Write writes a document into a file whose ending chooses the format: .pdf, .xlsx or .csv. See doc.WriteFile for its errors.
func Write(path string, d doc.Document) error { return doc.WriteFile(path, d) }
