package i18n

import (
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// order compares names as a language sorts them. A collator keeps working memory, so each goroutine borrows one.
type order struct {
	collators sync.Pool
	cyrillic  bool
}

func newOrder(l Lang) *order {
	tag := language.MustParse(string(l))
	if l == SerbianLatin {
		tag = language.Croatian // the same alphabet; the collation tables have it under this name only
	}
	return &order{
		cyrillic:  l == SerbianCyrillic,
		collators: sync.Pool{New: func() any { return collate.New(tag, collate.Numeric) }},
	}
}

// Compare tells the order of two names: below, at or above zero. A register holds names in both Serbian scripts; they are sorted
// among each other, as the alphabet of p has them.
func (p *Printer) Compare(a, b string) int {
	to := Latin
	if p.order.cyrillic {
		to = cyrillicLetters
	}
	c := p.order.collators.Get().(*collate.Collator)
	defer p.order.collators.Put(c)
	if d := c.CompareString(to(a), to(b)); d != 0 {
		return d
	}
	return c.CompareString(a, b)
}
