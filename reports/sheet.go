package reports

import (
	"time"

	"dogovor/app/i18n"
	"dogovor/reports/doc"
)

// Sheet writes lines of a list, as they stand in the window, into a file; its ending says whether it is a workbook, text or a page.
func Sheet(path, title string, heads []string, lines [][]string, made time.Time, p *i18n.Printer) error {
	table := doc.Table{Name: title}
	for _, h := range heads {
		table.Columns = append(table.Columns, doc.Column{Title: h, Share: 1})
	}
	for _, l := range lines {
		var row doc.Row
		for _, text := range l {
			row.Cells = append(row.Cells, doc.T(text))
		}
		table.Rows = append(table.Rows, row)
	}
	return doc.WriteFile(path, doc.Document{Title: title, Lang: string(p.Lang()), Made: made, Words: words(p), Blocks: []doc.Block{table}})
}
