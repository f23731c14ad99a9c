package reports

import "dogovor/reports/doc"

// eachText puts every text of a document's blocks through f. Names of figures stay as they are.
func eachText(d *doc.Document, f func(string) string) {
	d.Blocks = textBlocks(d.Blocks, f)
}

func textBlocks(bs []doc.Block, f func(string) string) []doc.Block {
	out := make([]doc.Block, len(bs))
	for i, b := range bs {
		out[i] = textBlock(b, f)
	}
	return out
}

func textBlock(b doc.Block, f func(string) string) doc.Block {
	all := func(texts []string) []string {
		out := make([]string, len(texts))
		for i, t := range texts {
			out[i] = f(t)
		}
		return out
	}
	switch b := b.(type) {
	case doc.Title:
		b.Text, b.Lines = f(b.Text), all(b.Lines)
		return b
	case doc.LeadFigures:
		tiles := make([]doc.Tile, len(b.Tiles))
		for i, t := range b.Tiles {
			t.Label, t.Note = f(t.Label), f(t.Note)
			tiles[i] = t
		}
		b.Tiles = tiles
		return b
	case doc.Heading:
		b.Text = f(b.Text)
		return b
	case doc.Paragraph:
		b.Text = f(b.Text)
		return b
	case doc.List:
		b.Items = all(b.Items)
		return b
	case doc.Table:
		b.Title, b.Name = f(b.Title), f(b.Name)
		rows := make([]doc.Row, len(b.Rows))
		for i, r := range b.Rows {
			cells := make([]doc.Cell, len(r.Cells))
			for k, c := range r.Cells {
				c.Text = f(c.Text)
				cells[k] = c
			}
			r.Cells = cells
			rows[i] = r
		}
		b.Rows = rows
		return b
	case doc.BarChart:
		b.Title, b.Series, b.Bars = f(b.Title), all(b.Series), textBars(b.Bars, f)
		return b
	case doc.ColumnChart:
		b.Title, b.Series, b.Columns = f(b.Title), all(b.Series), textBars(b.Columns, f)
		return b
	case doc.Matrix:
		points := make([]doc.Point, len(b.Points))
		for i, x := range b.Points {
			x.Label, x.Name = f(x.Label), f(x.Name)
			points[i] = x
		}
		b.Title, b.Points = f(b.Title), points
		return b
	case doc.Image:
		b.Alt, b.Caption = f(b.Alt), f(b.Caption)
		return b
	case doc.Beside:
		b.Left, b.Right = textBlock(b.Left, f), textBlock(b.Right, f)
		return b
	case doc.Parallel:
		pairs := make([]doc.Pair, len(b.Pairs))
		for i, x := range b.Pairs {
			pairs[i] = doc.Pair{Left: textBlocks(x.Left, f), Right: textBlocks(x.Right, f)}
		}
		b.Pairs = pairs
		return b
	case doc.Appendix:
		b.Text = f(b.Text)
		return b
	}
	return b
}

func textBars(bars []doc.Bar, f func(string) string) []doc.Bar {
	out := make([]doc.Bar, len(bars))
	for i, x := range bars {
		x.Label, x.Text = f(x.Label), f(x.Text)
		out[i] = x
	}
	return out
}
