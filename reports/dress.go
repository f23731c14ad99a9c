package reports

import (
	"context"
	"slices"
	"strings"

	"dogovor/data"
	"dogovor/reports/doc"
)

// Dress gives a document what all papers of the company share: its name above what the paper is about and in the properties of the file, its
// colour, and its words at the foot of every page, below what the paper says of itself there. What was not set leaves the document as it is.
func Dress(ctx context.Context, from Source, d *doc.Document) error {
	var said [3]string
	for i, name := range []string{data.CompanyName, data.CompanyAccent, data.CompanyFooter} {
		v, err := from.Setting(ctx, name)
		if err != nil {
			return err
		}
		said[i] = strings.TrimSpace(v)
	}
	name, accent, footer := said[0], said[1], said[2]
	if name != "" {
		d.Author = name
		d.Blocks = under(d.Blocks, name)
	}
	if accent != "" {
		d.Accent = accent
	}
	d.Below = footer
	return nil
}

// under puts a line below every title, before the others: a paper in two languages has two.
func under(bs []doc.Block, line string) []doc.Block {
	out := slices.Clone(bs)
	for i, b := range out {
		if t, ok := b.(doc.Title); ok {
			t.Lines = append([]string{line}, t.Lines...)
			out[i] = t
		}
	}
	return out
}
