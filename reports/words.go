package reports

import (
	"strings"
	"time"
	"unicode/utf8"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports/doc"
)

// Ratio writes the value of a figure: 1.312, 41,7%, or that there is none.
func Ratio(r indicator.Ratio, p *i18n.Printer) string {
	switch {
	case r.Value == nil:
		return p.T("figure.na")
	case r.Share:
		digits := 1
		if r.Denominator < 10 {
			digits = 0
		}
		return p.Percent(*r.Value/100, digits)
	}
	if *r.Value != float64(r.Numerator) { // a median between two numbers
		return p.Decimal(*r.Value, 1)
	}
	return p.Int(r.Numerator)
}

// of writes what a share was computed from: 9 of 14.
func of(r indicator.Ratio, p *i18n.Printer) string {
	return p.T("report.of", "Numerator", p.Int(r.Numerator), "Denominator", p.Int(r.Denominator))
}

// vocabularies hold the words of the rows of a split, by what it tells apart.
var vocabularies = map[string]data.Vocabulary{"group": data.Groups, "kind": data.EngagementKinds, "topic": data.Topics, "topic_before": data.Topics, "issue_kind": data.IssueKinds,
	"severity": data.Severities, "channel": data.Channels}

// RowLabel names a row of a split in the reader's language.
func RowLabel(by string, r indicator.Row, p *i18n.Printer) string {
	if r.Key == "" {
		return p.T("figure.unrecorded." + by)
	}
	if v, ok := vocabularies[by]; ok {
		return p.Term(v.List, r.Key)
	}
	switch by {
	case "owner":
		return r.Label
	case "month":
		return p.Month(monthOf(r.Key))
	}
	return inScript(r.Label, p)
}

// inScript writes a Serbian name in the script of the reader's language.
func inScript(name string, p *i18n.Printer) string {
	if p.Lang() == i18n.SerbianCyrillic {
		return i18n.Cyrillic(name)
	}
	return name
}

// place is the name of a settlement in the reader's script, "" when there is none.
func (in Input) place(id data.ID, p *i18n.Printer) string {
	s := in.Settlements[id]
	switch {
	case s == nil:
		return ""
	case p.Lang() == i18n.SerbianCyrillic && s.NameCyrl != "":
		return s.NameCyrl
	}
	return inScript(s.Name, p)
}

// label is RowLabel with the settlement's own Cyrillic name.
func (in Input) label(by string, r indicator.Row, p *i18n.Printer) string {
	if by == "settlement" {
		if id, err := data.ParseID(r.Key); err == nil {
			if name := in.place(id, p); name != "" {
				return name
			}
		}
	}
	return RowLabel(by, r, p)
}

func monthOf(key string) time.Time {
	t, _ := time.Parse("2006-01", key)
	return t
}

// list joins names, at most as many as most, and says how many more there are.
func list(names []string, most int, p *i18n.Printer) string {
	sep, last := ", ", " "
	if p.Lang() == i18n.Chinese {
		sep, last = "、", "、"
	}
	if more := len(names) - most; more > 1 {
		return strings.Join(names[:most], sep) + last + p.T("report.and_more", "N", p.Int(more))
	}
	return strings.Join(names, sep)
}

// change writes a difference with its sign.
func change(d int, p *i18n.Printer) string {
	switch {
	case d > 0:
		return "+" + p.Int(d)
	case d < 0:
		return "–" + p.Int(-d)
	}
	return "0"
}

// number is a cell with a count.
func number(n int, p *i18n.Printer) doc.Cell { return doc.N(float64(n), p.Int(n)) }

// ratio is a cell with the value of a figure; what has no value is text.
func ratio(r indicator.Ratio, p *i18n.Printer) doc.Cell {
	return doc.Cell{Text: Ratio(r, p), Number: r.Value, Percent: r.Share}
}

// figure finds a figure by its code; one that is not there counts nothing.
func figure(fs []indicator.Figure, code string) indicator.Figure {
	for _, f := range fs {
		if f.Code == code {
			return f
		}
	}
	return indicator.Figure{Code: code}
}

func split(f indicator.Figure, by string) indicator.Split {
	for _, s := range f.Splits {
		if s.By == by {
			return s
		}
	}
	return indicator.Split{By: by}
}

func part(f indicator.Figure, key string) indicator.Part {
	for _, x := range f.Parts {
		if x.Key == key {
			return x
		}
	}
	return indicator.Part{Key: key}
}

// row finds a row of a split by its key; a row that is not there counts nothing.
func row(s indicator.Split, key string) indicator.Row {
	for _, r := range s.Rows {
		if r.Key == key {
			return r
		}
	}
	return indicator.Row{Key: key}
}

// anchor is where the evidence of a figure, or of a row of it, stands in the appendix.
func anchor(parts ...string) string {
	return strings.ReplaceAll(strings.Join(parts, "."), " ", "_") // rows may be named by people
}

// words are what the engine prints itself.
func words(p *i18n.Printer) doc.Words {
	return doc.Words{
		Page:      p.T("report.page", "N", "{n}", "M", "{m}"),
		Continued: p.T("report.continued"),
		Missing:   p.T("report.missing", "List", "{list}"),
		Summary:   p.T("report.overview"),
	}
}

func days(p data.Period, w *i18n.Printer) string { return w.Day(p.From) + " – " + w.Day(p.To) }

// sentence is what people wrote, as a sentence that others may follow.
func sentence(s string, p *i18n.Printer) string {
	s = strings.TrimSpace(s)
	if s == "" || strings.ContainsRune(".!?…。！？", lastRune(s)) {
		return s
	}
	if p.Lang() == i18n.Chinese {
		return s + "。"
	}
	return s + "."
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
