package i18n

import (
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"

	"dogovor/data"
)

// Printer says things in one language. It never changes and is safe for many goroutines.
type Printer struct {
	lang      Lang
	catalog   *catalog
	localizer *goi18n.Localizer
	plain     map[string]string
	locale    *locale
	order     *order
	own       map[string]string // users' words for vocabulary entries, by "<list>.<code>"
}

var printers sync.Map // Lang → *Printer

// For gives the printer of a language; a language that is not one of Langs is spoken in English.
func For(l Lang) *Printer {
	if p, ok := printers.Load(l); ok {
		return p.(*Printer)
	}
	if !slices.Contains(Langs, l) {
		return For(English)
	}
	p, _ := printers.LoadOrStore(l, newPrinter(loaded(), l))
	return p.(*Printer)
}

func newPrinter(c *catalog, l Lang) *Printer {
	p := &Printer{lang: l, catalog: c, order: newOrder(l)}
	p.localizer, p.plain = c.speak(l)
	p.locale = newLocale(p)
	return p
}

// Lang is the language that p speaks.
func (p *Printer) Lang() Lang { return p.lang }

// Has tells whether there is a message with this id.
func (p *Printer) Has(id string) bool { return p.catalog.entries[id] != nil }

// Has tells whether there is a message with this id.
func Has(id string) bool { return loaded().entries[id] != nil }

// All lists the ids of all messages, sorted.
func All() []string { return slices.Sorted(maps.Keys(loaded().entries)) }

// T says message id; args are pairs of a placeholder's name and its value: p.T("list.showing", "N", 12, "Total", 340). Dates and
// numbers among the values are written as the language writes them. A message that does not exist shows as ⟦id⟧.
func (p *Printer) T(id string, args ...any) string {
	if s, ok := p.plain[id]; ok {
		return s
	}
	return p.say(id, nil, p.values(args))
}

// N says message id in the plural form that n wants; {{.N}} in it is n. Further args are as in T.
func (p *Printer) N(id string, n int, args ...any) string {
	if s, ok := p.plain[id]; ok {
		return s
	}
	v := p.values(args)
	v["N"] = p.Int(n)
	return p.say(id, &n, v)
}

// say runs the template. What is missing shows between ⟦ ⟧ and is remembered: it must never keep a person from working.
func (p *Printer) say(id string, n *int, values map[string]any) string {
	e := p.catalog.entries[id]
	if e == nil {
		missed(id)
		return "⟦" + id + "⟧"
	}
	for _, name := range e.holes {
		if _, ok := values[name]; !ok {
			missed(id + " {{." + name + "}}")
			values[name] = "⟦" + name + "⟧"
		}
	}
	cfg := &goi18n.LocalizeConfig{MessageID: id, TemplateData: values}
	if n != nil {
		cfg.PluralCount = *n
	}
	s, err := p.localizer.Localize(cfg)
	if err != nil {
		missed(id + " (" + string(p.lang) + ")")
		if s == "" {
			return "⟦" + id + "⟧"
		}
	}
	return s
}

// values makes template data of pairs.
func (p *Printer) values(args []any) map[string]any {
	v := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		v[fmt.Sprint(args[i])] = p.value(args[i+1])
	}
	return v
}

// value writes dates and numbers in the manner of the language. Whole numbers of up to four digits stay as they are, since they may
// be years.
func (p *Printer) value(v any) any {
	switch v := v.(type) {
	case int:
		if v > -10000 && v < 10000 {
			return v
		}
		return p.Int(v)
	case int64:
		return p.value(int(v))
	case float64:
		digits := 0
		if _, fraction, ok := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), "."); ok {
			digits = min(len(fraction), 3)
		}
		return p.Decimal(v, digits)
	case time.Time:
		return p.Date(v)
	case data.Date:
		return p.Day(v)
	case data.Moment:
		return p.Moment(v)
	case data.Period:
		return p.Span(v)
	case error:
		return p.Error(v)
	}
	return v
}

var missing sync.Map

func missed(what string) {
	if _, known := missing.LoadOrStore(what, true); !known {
		slog.Warn("message missing", "id", what)
	}
}

// Missing lists what was asked for and is not there, sorted; the tests of a screen want it empty.
func Missing() []string {
	var all []string
	missing.Range(func(k, _ any) bool { all = append(all, k.(string)); return true })
	slices.Sort(all)
	return all
}
