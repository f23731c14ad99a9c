package doc

// SmallMultiples are many small column charts on one scale, so that their heights compare: a place, a group or a person each.
type SmallMultiples struct {
	Title  string
	Charts []ColumnChart
	Empty  string
	Alt    string
}

// multiples set four charts a row, one piece each row.
func (s setter) multiples(b SmallMultiples) []piece {
	const per, gutter, height = 4, 5.0, 14.0
	s = s.into(s.open(kDiv))
	out := s.chartTitle(b.Title)
	if len(b.Charts) == 0 {
		out = append(out, s.nothing(b.Empty))
		out[0].gap = 3.5
		return out
	}
	figure := s.open(kFigure).describe(s.altOfMultiples(b))
	most := 0.0
	for _, c := range b.Charts {
		most = max(most, scale(c.Columns))
	}
	w := (s.w - gutter*(per-1)) / per
	for i := 0; i < len(b.Charts); i += per {
		row := piece{gap: 2}
		for k, c := range b.Charts[i:min(i+per, len(b.Charts))] {
			cell := s.within(s.x+float64(k)*(w+gutter), w)
			head := stack(cell.lines(cell.wrap(c.Title, bold, 7, w), bold, 7, ink))
			seenAs(figure, head.marks)
			one := stack([]piece{head, cell.columns(c, most, height, figure)})
			row.marks = append(row.marks, one.marks...)
			row.height = max(row.height, one.height)
		}
		out = append(out, row)
	}
	if l := s.legend(series(b.Charts), figure); l != nil {
		out[len(out)-1].keep = true
		out = append(out, l...)
	}
	out[0].gap = 3.5
	return out
}

// series are the names that the charts share.
func series(charts []ColumnChart) []string {
	for _, c := range charts {
		if len(c.Series) > 0 {
			return c.Series
		}
	}
	return nil
}
