package i18n

import (
	"math"
	"slices"
	"sync"
	"testing"
	"time"

	"dogovor/data"
)

// each checks what the four languages say, in the order of Langs.
func each(t *testing.T, what string, say func(p *Printer) string, want ...string) {
	t.Helper()
	for i, l := range Langs {
		if got := say(For(l)); got != want[i] {
			t.Errorf("%s in %s: %q, want %q", what, l, got, want[i])
		}
	}
}

func TestDates(t *testing.T) {
	at := time.Date(2026, 10, 21, 18, 5, 0, 0, data.HomeZone())
	each(t, "Date", func(p *Printer) string { return p.Date(at) }, "21 Oct 2026", "21. 10. 2026.", "21. 10. 2026.", "2026年10月21日")
	each(t, "Day", func(p *Printer) string { return p.Day("2026-01-05") }, "5 Jan 2026", "5. 1. 2026.", "5. 1. 2026.", "2026年1月5日")
	each(t, "DateTime", func(p *Printer) string { return p.DateTime(at) }, "21 Oct 2026 18:05", "21. 10. 2026. 18:05", "21. 10. 2026. 18:05", "2026年10月21日 18:05")
	each(t, "Month", func(p *Printer) string { return p.Month(at) }, "October 2026", "oktobar 2026.", "октобар 2026.", "2026年10月")
	each(t, "MonthShort", func(p *Printer) string { return p.MonthShort(at) }, "Oct", "okt", "окт", "10月")
	each(t, "WeekdayShort", func(p *Printer) string { return p.WeekdayShort(at.Weekday()) }, "Wed", "sre", "сре", "周三")
	each(t, "Moment", func(p *Printer) string { return p.Moment(data.OnDay("2026-10-21")) }, "21 Oct 2026", "21. 10. 2026.", "21. 10. 2026.", "2026年10月21日")
	each(t, "Moment", func(p *Printer) string { return p.Moment(data.At(at)) }, "21 Oct 2026 18:05", "21. 10. 2026. 18:05", "21. 10. 2026. 18:05", "2026年10月21日 18:05")
	var none time.Time
	each(t, "unknown", func(p *Printer) string {
		return p.Date(none) + p.Clock(none) + p.DateTime(none) + p.Month(none) + p.MonthShort(none) + p.Day("") + p.Moment(data.Moment{}) + p.Period(none, none)
	}, "", "", "", "")
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		from, to data.Date
		want     []string
	}{
		{"2026-10-01", "2026-10-31", []string{"October 2026", "oktobar 2026.", "октобар 2026.", "2026年10月"}},
		{"2028-02-01", "2028-02-29", []string{"February 2028", "februar 2028.", "фебруар 2028.", "2028年2月"}},
		{"2026-07-01", "2026-09-30", []string{"Q3 2026", "3. tromesečje 2026.", "3. тромесечје 2026.", "2026年第3季度"}},
		{"2026-01-01", "2026-12-31", []string{"2026", "2026. godina", "2026. година", "2026年"}},
		{"2026-10-21", "2026-10-21", []string{"21 Oct 2026", "21. 10. 2026.", "21. 10. 2026.", "2026年10月21日"}},
		{"2026-02-01", "2026-04-30", []string{"1 Feb 2026 – 30 Apr 2026", "1. 2. 2026. – 30. 4. 2026.", "1. 2. 2026. – 30. 4. 2026.", "2026年2月1日 – 2026年4月30日"}},
		{"2026-07-01", "2027-06-30", []string{"1 Jul 2026 – 30 Jun 2027", "1. 7. 2026. – 30. 6. 2027.", "1. 7. 2026. – 30. 6. 2027.", "2026年7月1日 – 2027年6月30日"}},
	} {
		each(t, string(c.from), func(p *Printer) string { return p.Span(data.Period{From: c.from, To: c.to}) }, c.want...)
	}
}

func TestNumbers(t *testing.T) {
	each(t, "Int", func(p *Printer) string { return p.Int(1234567) }, "1,234,567", "1.234.567", "1.234.567", "1,234,567")
	each(t, "Int", func(p *Printer) string { return p.Int(-123) + p.Int(0) + p.Int(-1000) }, "-1230-1,000", "-1230-1.000", "-1230-1.000", "-1230-1,000")
	each(t, "Decimal", func(p *Printer) string { return p.Decimal(1234.5, 2) }, "1,234.50", "1.234,50", "1.234,50", "1,234.50")
	each(t, "Decimal", func(p *Printer) string { return p.Decimal(-0.04, 1) + p.Decimal(2.5, 0) }, "0.02", "0,02", "0,02", "0.02")
	each(t, "Percent", func(p *Printer) string { return p.Percent(0.125, 1) }, "12.5%", "12,5%", "12,5%", "12.5%")
	each(t, "not a number", func(p *Printer) string { return p.Percent(math.NaN(), 1) }, "n/a", "n. p.", "н. п.", "不适用")
	each(t, "infinite", func(p *Printer) string { return p.Decimal(math.Inf(1), 1) }, "n/a", "n. p.", "н. п.", "不适用")
}

func TestPlurals(t *testing.T) {
	p := For(SerbianLatin)
	for n, want := range map[int]string{
		0: "0 polja", 1: "1 polje", 2: "2 polja", 4: "4 polja", 5: "5 polja", 11: "11 polja", 12: "12 polja", 14: "14 polja", 21: "21 polje", 22: "22 polja", 25: "25 polja",
		101: "101 polje", 111: "111 polja", 1001: "1.001 polje",
	} {
		if got := p.N("error.invalid", n, "First", "x"); got[:len(want)] != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
	one, few, other := "x osoba one", "x osobe few", "x osoba other"
	for n, want := range map[int]string{
		0: other, 1: one, 2: few, 3: few, 4: few, 5: other, 11: other, 12: other, 14: other, 21: one, 22: few, 25: other, 101: one, 111: other, 112: other, 122: few, -1: one,
	} {
		for _, l := range []Lang{SerbianLatin, SerbianCyrillic} {
			if got := testPrinter(t, l).N("people", n); got != want && l == SerbianLatin || got != Cyrillic(want) && l == SerbianCyrillic {
				t.Errorf("%s %d: %q, want %q", l, n, got, want)
			}
		}
	}
}

func TestCountsAreGrouped(t *testing.T) {
	each(t, "N", func(p *Printer) string { return testPrinter(t, p.lang).N("persons", 12345) }, "12,345 people", "12.345 osoba", "12.345 особа", "12,345 人")
	each(t, "N", func(p *Printer) string { return testPrinter(t, p.lang).N("persons", 1) }, "a person", "1 osoba", "1 особа", "1 人")
}

func TestValues(t *testing.T) {
	p := testPrinter(t, SerbianLatin)
	for _, c := range []struct {
		v    any
		want string
	}{
		{2026, "v 2026"}, {12345, "v 12.345"}, {int64(-12345), "v -12.345"}, {2.5, "v 2,5"}, {3.0, "v 3"}, {"Ана {{.X}} %d", "v Ана {{.X}} %d"},
		{data.Date("2026-10-21"), "v 21. 10. 2026."}, {data.MonthOf("2026-10-21"), "v oktobar 2026."}, {today, "v 21. 10. 2026."},
		{data.At(today), "v 21. 10. 2026. 14:30"}, {data.NewError("internal", nil), "v " + p.T("error.internal")}, {nil, "v <no value>"},
	} {
		if got := p.T("value", "V", c.v); got != c.want {
			t.Errorf("%v: %q, want %q", c.v, got, c.want)
		}
	}
}

func TestWhatIsMissingShowsAndIsRemembered(t *testing.T) {
	p := testPrinter(t, English)
	for _, c := range [][2]string{
		{p.T("no.such"), "⟦no.such⟧"},
		{p.N("no.such", 2), "⟦no.such⟧"},
		{p.T("value"), "v ⟦V⟧"},
		{p.T("value", "V"), "v ⟦V⟧"},
		{p.T("value", "Other", 1, "V", 2), "v 2"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q, want %q", c[0], c[1])
		}
	}
	for _, want := range []string{"no.such", "value {{.V}}"} {
		if !slices.Contains(Missing(), want) {
			t.Errorf("Missing() = %q lacks %q", Missing(), want)
		}
	}
}

func TestLanguages(t *testing.T) {
	for text, want := range map[string]Lang{
		"en": English, "EN_us.UTF-8": English, "sr": SerbianLatin, "sr-Latn": SerbianLatin, "sr_RS@latin": SerbianLatin, "sr_RS.UTF-8@latin": SerbianLatin, "SR-CYRL": SerbianCyrillic,
		"sr-Cyrl-RS": SerbianCyrillic, "zh-Hans": Chinese, "zh_CN.UTF-8": Chinese, "srpski": SerbianLatin, "Српски": SerbianCyrillic, "中文": Chinese,
		"": "", "fr": "", "x!": "", "C": "",
	} {
		got, err := Parse(text)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("Parse(%q) = %q, %v", text, got, err)
		}
	}
	for _, l := range Langs {
		if got, err := Parse(Name(l)); got != l || err != nil {
			t.Errorf("Parse(%q) = %q, %v", Name(l), got, err)
		}
		if first, again := For(l), For(l); first != again || first.Lang() != l {
			t.Errorf("For(%s) is another printer each time, or of another language", l)
		}
	}
	if For("xx") != For(English) {
		t.Error("an unknown language is not spoken in English")
	}
}

// Loaders print from their own goroutines. The race detector watches this one.
func TestManySpeakAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, l := range Langs {
				p := For(l)
				if p.N("error.invalid", 5, "First", "x") == "" || p.T("error.internal") == "" || p.Compare("Вера", "Vera") == 0 || p.T("no.such") == "" {
					t.Error(l, "says nothing")
				}
			}
		})
	}
	wg.Wait()
}
