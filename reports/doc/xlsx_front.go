package doc

import (
	"cmp"
	"fmt"
	"strings"
)

// front is the first sheet: all text and the lead figures in reading order.
func (b *workbook) front(sheet string, d Document) error {
	row := 0
	line := func(style int, cells ...Cell) error {
		row++
		for i, c := range cells {
			if err := b.cell(sheet, i+1, row, c, style); err != nil {
				return err
			}
		}
		return nil
	}
	if err := b.file.SetColWidth(sheet, "A", "A", 60); err != nil {
		return err
	}
	if err := b.file.SetColWidth(sheet, "B", "C", 30); err != nil {
		return err
	}
	for _, block := range d.Blocks {
		if err := b.said(block, &row, line); err != nil {
			return err
		}
	}
	row++
	if err := line(b.note, T(d.Footer)); err != nil || d.Below == "" {
		return err
	}
	return line(b.note, T(d.Below))
}

// said writes what a block says in words; both sides of a parallel text stand in cells beside each other.
func (b *workbook) said(block Block, row *int, line func(int, ...Cell) error) error {
	switch x := block.(type) {
	case Title:
		return b.each(line, b.note, x.Lines, line(b.title, T(x.Text)))
	case Heading:
		*row++
		return line(b.strong, T(x.Text))
	case Appendix:
		*row++
		return line(b.strong, T(x.Text))
	case Paragraph:
		return line(b.wrap, T(x.Text))
	case Image:
		return line(b.note, T(cmp.Or(x.Caption, x.Alt)))
	case List:
		items := make([]string, len(x.Items))
		for i, item := range x.Items {
			items[i] = fmt.Sprintf("%d. %s", i+1, item)
		}
		return b.each(line, b.wrap, items, nil)
	case LeadFigures:
		*row++
		for _, t := range x.Tiles {
			if err := line(b.wrap, T(strings.TrimSpace(t.Code+" "+t.Label)), Cell{Text: t.Value, Number: t.Number, Percent: t.Percent}, T(t.notes())); err != nil {
				return err
			}
		}
	case Beside:
		if err := b.said(x.Left, row, line); err != nil {
			return err
		}
		return b.said(x.Right, row, line)
	case Parallel:
		for _, p := range x.Pairs {
			if err := line(b.wrap, T(plain(p.Left)), T(plain(p.Right))); err != nil {
				return err
			}
		}
	}
	return nil
}

func (b *workbook) each(line func(int, ...Cell) error, style int, texts []string, err error) error {
	for _, t := range texts {
		if err == nil {
			err = line(style, T(t))
		}
	}
	return err
}

// plain is what blocks say, one below the other.
func plain(bs []Block) string {
	var out []string
	eachBlock(bs, func(b Block) {
		switch b := b.(type) {
		case Title:
			out = append(append(out, b.Text), b.Lines...)
		case Heading:
			out = append(out, b.Text)
		case Paragraph:
			out = append(out, b.Text)
		case List:
			for i, item := range b.Items {
				out = append(out, fmt.Sprintf("%d. %s", i+1, item))
			}
		}
	})
	return strings.Join(out, "\n")
}
