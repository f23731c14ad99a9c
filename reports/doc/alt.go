package doc

import (
	"math"
	"strconv"
	"strings"
)

// What charts say to who cannot see them: the title and every value, as it is written in the chart.

func (s setter) altOfBars(title string, series []string, bars []Bar) string {
	var says []string
	for _, b := range bars {
		says = append(says, strings.TrimSpace(s.clean.line(b.Label)+": "+s.valuesOf(b, series)))
	}
	return alt(s.clean.line(title), says)
}

func (s setter) valuesOf(b Bar, series []string) string {
	if len(series) < 2 {
		if b.Text != "" {
			return s.clean.line(b.Text)
		}
		return s.number(total(b))
	}
	var parts []string
	for i, name := range series {
		v := 0.0
		if i < len(b.Values) {
			v = b.Values[i]
		}
		parts = append(parts, s.clean.line(name)+" "+s.number(v))
	}
	return strings.Join(parts, ", ")
}

func (s setter) altOfLines(b LineChart) string {
	if says := s.clean.line(b.Alt); says != "" {
		return says
	}
	var says []string
	for _, l := range b.Lines {
		var points []string
		for i, label := range b.Labels {
			if v := l.value(i); !math.IsNaN(v) {
				text := l.text(i)
				if text == "" {
					text = s.number(v)
				}
				points = append(points, s.clean.line(label+" "+text))
			}
		}
		says = append(says, s.clean.line(l.Name)+": "+strings.Join(points, ", "))
	}
	return alt(s.clean.line(b.Title), says)
}

func (s setter) altOfMultiples(b SmallMultiples) string {
	if says := s.clean.line(b.Alt); says != "" {
		return says
	}
	var says []string
	for _, c := range b.Charts {
		says = append(says, s.altOfBars(c.Title, c.Series, c.Columns))
	}
	return alt(s.clean.line(b.Title), says)
}

func alt(title string, says []string) string {
	text := strings.Join(says, "; ")
	if title != "" && text != "" {
		return title + ". " + text
	}
	if title+text == "" {
		return "–"
	}
	return title + text
}

// number is a value that a chart draws without writing it.
func (s setter) number(v float64) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return "–"
	}
	text := strconv.FormatFloat(v, 'f', -1, 64)
	if s.lang == langLatin || s.lang == langCyrillic || s.lang == langRomanian {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}
