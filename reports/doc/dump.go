package doc

import (
	"crypto/sha256"
	"fmt"
	"strings"
)

// Dump writes the blocks as plain text, one thing a line: what a test compares, and what a fingerprint is taken of.
func Dump(d Document) string {
	var b strings.Builder
	line := func(kind string, parts ...string) {
		b.WriteString(kind)
		for _, p := range parts {
			b.WriteString(" | " + strings.ReplaceAll(p, "\n", "⏎"))
		}
		b.WriteString("\n")
	}
	line("document", d.Title, d.Subtitle, d.Period, d.Lang, d.Author)
	for _, x := range d.Blocks {
		dumpBlock(x, line)
	}
	return b.String()
}

// Fingerprint is eight signs that two prints share when they say the same, whenever they were made.
func Fingerprint(d Document) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(Dump(d))))[:8]
}

func dumpBlock(x Block, line func(string, ...string)) {
	switch x := x.(type) {
	case Title:
		line("title", append([]string{x.Text}, x.Lines...)...)
	case LeadFigures:
		for _, t := range x.Tiles {
			line("figure", t.Code, t.Value, t.Label, t.Note, arrow(t.Link))
		}
	case Heading:
		line(fmt.Sprintf("heading%d", x.Level), x.Text, hash(x.Anchor))
	case Paragraph:
		line("paragraph", x.Text, arrow(x.Link))
	case List:
		line("list", x.Items...)
	case Table:
		line("table", x.name())
		var heads []string
		for _, c := range x.Columns {
			heads = append(heads, c.Title)
		}
		line("  head", heads...)
		for _, r := range x.Rows {
			var cells []string
			for _, c := range r.Cells {
				cells = append(cells, strings.TrimSpace(c.Text+" "+arrow(c.Link)))
			}
			kind := "  row"
			if r.Total {
				kind = "  total"
			}
			line(kind, append(cells, hash(r.Anchor))...)
		}
		if len(x.Rows) == 0 {
			line("  empty", x.Empty)
		}
	case BarChart:
		line("bars", append([]string{x.Title}, x.Series...)...)
		dumpBars(x.Bars, x.Empty, line)
	case ColumnChart:
		line("columns", append([]string{x.Title}, x.Series...)...)
		dumpBars(x.Columns, x.Empty, line)
	case LineChart:
		line("lines", append([]string{x.Title}, x.Labels...)...)
		for _, l := range x.Lines {
			line("  line", l.Name, fmt.Sprint(l.Values), strings.Join(l.Texts, ", "))
		}
		if len(x.Lines) == 0 {
			line("  empty", x.Empty)
		}
	case SmallMultiples:
		line("multiples", x.Title)
		for _, c := range x.Charts {
			dumpBlock(c, line)
		}
		if len(x.Charts) == 0 {
			line("  empty", x.Empty)
		}
	case Matrix:
		line("matrix", x.Title, x.Across, x.Up)
		for _, p := range x.Points {
			line("  point", p.Label, p.Name, fmt.Sprintf("%d,%d from %d,%d", p.X, p.Y, p.WasX, p.WasY), arrow(p.Link))
		}
		if len(x.Points) == 0 {
			line("  empty", x.Empty)
		}
	case Image:
		line("image", fmt.Sprintf("%x", sha256.Sum256(x.Data))[:8], x.Alt, x.Caption)
	case Parallel:
		line("parallel", x.Langs[:]...)
		for _, p := range x.Pairs {
			line("  left")
			for _, b := range p.Left {
				dumpBlock(b, line)
			}
			line("  right")
			for _, b := range p.Right {
				dumpBlock(b, line)
			}
		}
	case Appendix:
		line("appendix", x.Text, hash(x.Anchor))
	case Contents:
		line("contents", x.Title)
	case Beside:
		line("beside")
		dumpBlock(x.Left, line)
		dumpBlock(x.Right, line)
	case Signatures:
		line("signatures", x.Lines...)
	case PageBreak:
		line("page break")
	}
}

func dumpBars(bars []Bar, empty string, line func(string, ...string)) {
	for _, b := range bars {
		line("  bar", b.Label, fmt.Sprint(b.Values), b.Text, arrow(b.Link))
	}
	if len(bars) == 0 {
		line("  empty", empty)
	}
}

func arrow(s string) string {
	if s == "" {
		return ""
	}
	return "→" + s
}

func hash(s string) string {
	if s == "" {
		return ""
	}
	return "#" + s
}
