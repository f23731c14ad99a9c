package reports

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/fold"
	"dogovor/reports/doc"
)

// publicNames strikes the names of the register out of what people wrote.
type publicNames struct {
	by     map[string][][]string // names as folded words, by the beginning of each word
	han    []string              // Chinese names, the longest first
	places map[string]bool       // settlements, folded: that somebody is called like a place strikes out no place
	said   string                // what stands instead
}

// nameless strikes out of a document every name of a stakeholder, in any script, case and order, and telephone numbers and addresses of mail.
// It goes over the finished document, so that no part of a report can forget it. A first name or a surname alone stays: too many words look
// like one.
func nameless(ctx context.Context, from Source, d *doc.Document, in Input, p *i18n.Printer) error {
	known, err := from.Names(ctx)
	if err != nil {
		return err
	}
	f := namesOf(known, in, p)
	eachText(d, f.strike)
	return nil
}

// namesOf are names to be struck out, but for those that are names of places too.
func namesOf(known []data.KnownName, in Input, p *i18n.Printer) *publicNames {
	f := &publicNames{by: map[string][][]string{}, places: map[string]bool{}, said: p.T("report.public.name")}
	for _, s := range in.Settlements {
		for _, n := range append([]string{s.Name, s.NameCyrl}, s.OtherNames...) {
			f.places[fold.Key(n)] = true
		}
	}
	for _, k := range known {
		for _, n := range append([]string{k.Name}, k.Others...) {
			f.add(n)
			if i := strings.IndexAny(n, "(（"); i > 0 { // what stands in brackets may be missing
				f.add(n[:i])
			}
		}
	}
	slices.SortStableFunc(f.han, func(a, b string) int { return len(b) - len(a) })
	return f
}

func (f *publicNames) add(name string) {
	if f.places[fold.Key(name)] {
		return
	}
	for _, run := range strings.FieldsFunc(name, func(r rune) bool { return !fold.Han(r) }) {
		if utf8.RuneCountInString(run) > 1 && !slices.Contains(f.han, run) {
			f.han = append(f.han, run)
		}
	}
	var parts []string
	for _, w := range publicWords(name) {
		parts = append(parts, w.folded)
	}
	if len(parts) == 0 || len(parts) == 1 && (len(parts[0]) < 3 || fold.Key(name) != parts[0]) { // beside Chinese one word is no name
		return
	}
	for _, x := range parts {
		if key := stem(x); !slices.ContainsFunc(f.by[key], func(y []string) bool { return slices.Equal(parts, y) }) {
			f.by[key] = append(f.by[key], parts)
		}
	}
}

// publicWord is a word of a text, folded, with the bytes that it stands for.
type publicWord struct {
	folded     string
	start, end int
}

func publicWords(text string) (out []publicWord) {
	fold.Tokens(text, func(token string, start, end int) {
		if first, _ := utf8.DecodeRuneInString(text[start:]); !fold.Han(first) {
			out = append(out, publicWord{token, start, end})
		}
	})
	return out
}

var (
	mailAddress = regexp.MustCompile(`[\p{L}\d._%+-]+@[\p{L}\d-]+(\.[\p{L}\d-]+)+`)
	phoneNumber = regexp.MustCompile(`(^|[^\d-])(\+\d[\d /()-]{6,}\d|0[1-9]\d[ /-]?\d{2}[\d /-]{2,}\d)`)
)

// strike is a text without names.
func (f *publicNames) strike(text string) string {
	if text == "" {
		return ""
	}
	var out strings.Builder
	ws, at := publicWords(text), 0
	for i := 0; i < len(ws); {
		n := f.at(text, ws[i:])
		if n == 0 {
			i++
			continue
		}
		out.WriteString(text[at:ws[i].start] + f.said)
		at = closedQuote(text, ws[i].start, ws[i+n-1].end)
		i += n
	}
	text = out.String() + text[at:]
	if strings.ContainsFunc(text, fold.Han) {
		for _, name := range f.han {
			text = strings.ReplaceAll(text, name, f.said)
		}
	}
	text = mailAddress.ReplaceAllString(text, f.said)
	return phoneNumber.ReplaceAllString(text, "${1}"+f.said)
}

// closedQuote is where a name ends, with the quotation mark or bracket that was opened within it: JP „Putevi Srbije“.
func closedQuote(text string, start, end int) int {
	next, n := utf8.DecodeRuneInString(text[end:])
	if strings.ContainsRune("“”\"»)）’'", next) && strings.ContainsAny(text[start:end], "„“\"«(（‘'") {
		return end + n
	}
	return end
}

// at is how many words the longest name takes that stands at the beginning of some, 0 when none does. A name of one word is written with a
// capital.
func (f *publicNames) at(text string, ws []publicWord) (longest int) {
	capital, _ := utf8.DecodeRuneInString(text[ws[0].start:])
	for _, parts := range f.by[stem(ws[0].folded)] {
		if n := len(parts); n > longest && n <= len(ws) && (n > 1 || unicode.IsUpper(capital)) && sameWords(parts, ws[:n]) {
			longest = n
		}
	}
	return longest
}

// sameWords tells whether each part of a name stands among as many words, in any order and case.
func sameWords(parts []string, ws []publicWord) bool {
	taken := make([]bool, len(ws))
next:
	for _, part := range parts {
		for i, w := range ws {
			if !taken[i] && (part == w.folded || declined(part, w.folded)) {
				taken[i] = true
				continue next
			}
		}
		return false
	}
	return true
}
