package reports

import "dogovor/reports/doc"

// settleLinks takes away the links of a document that lead nowhere: of one without its appendix of evidence, or with a part of it.
func settleLinks(d *doc.Document) {
	there := map[string]bool{}
	eachLink(d.Blocks, func(anchor string) { there[anchor] = true }, func(link string) string { return link })
	d.Blocks = eachLink(d.Blocks, func(string) {}, func(link string) string {
		if !there[link] {
			return ""
		}
		return link
	})
}

// eachLink calls is for every anchor and puts every link through f.
func eachLink(bs []doc.Block, is func(anchor string), f func(link string) string) []doc.Block {
	bars := func(in []doc.Bar) []doc.Bar {
		out := make([]doc.Bar, len(in))
		for i, x := range in {
			x.Link = f(x.Link)
			out[i] = x
		}
		return out
	}
	out := make([]doc.Block, len(bs))
	for i, b := range bs {
		switch b := b.(type) {
		case doc.LeadFigures:
			tiles := make([]doc.Tile, len(b.Tiles))
			for k, t := range b.Tiles {
				t.Link = f(t.Link)
				tiles[k] = t
			}
			out[i] = doc.LeadFigures{Tiles: tiles}
		case doc.Heading:
			is(b.Anchor)
			out[i] = b
		case doc.Appendix:
			is(b.Anchor)
			out[i] = b
		case doc.Paragraph:
			b.Link = f(b.Link)
			out[i] = b
		case doc.Table:
			rows := make([]doc.Row, len(b.Rows))
			for k, r := range b.Rows {
				is(r.Anchor)
				cells := make([]doc.Cell, len(r.Cells))
				for n, c := range r.Cells {
					c.Link = f(c.Link)
					cells[n] = c
				}
				r.Cells = cells
				rows[k] = r
			}
			b.Rows = rows
			out[i] = b
		case doc.BarChart:
			b.Bars = bars(b.Bars)
			out[i] = b
		case doc.ColumnChart:
			b.Columns = bars(b.Columns)
			out[i] = b
		case doc.Beside:
			both := eachLink([]doc.Block{b.Left, b.Right}, is, f)
			out[i] = doc.Beside{Left: both[0], Right: both[1]}
		default:
			out[i] = b
		}
	}
	return out
}
