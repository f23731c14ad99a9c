package i18n

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// keep finds what stays in Latin letters inside a Serbian sentence: placeholders, code, addresses, file names, commands, keys.
var keep = regexp.MustCompile(strings.Join([]string{
	`\{\{[^}]*\}\}(?: ?(?:km|cm|mm|kg|ha|kB|KB|MB|GB|dB|h|m|px)\b)?`, // a placeholder, and the unit behind it
	"`[^`]*`", // code
	`(?:https?://|www\.)[^\s<>"„”]*[^\s<>"„”.,;:!?)]`, // addresses
	`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
	`\bdogovor(?: (?:sample|report|figures|export|import|search|duplicates|calendar|check|backup|restore|exchange|bench|version)\b| -{1,2}[a-z][\w-]*| [A-Z]{2,}\b)+`,
	`-{2}[a-z][\w-]*`,
	`[\w/\\~.-]*\.(?:pdf|xlsx|csv|json|toml|db|png|jpe?g|svg|txt|log|zip|html?)\b`,
	`\*?\.(?:pdf|xlsx|csv|json|db|png|jpe?g)\b`,
	`\b(?:(?:Ctrl|Alt|Shift|Cmd|Esc|Enter|Tab|Backspace|Delete|Home|End|PgUp|PgDn|PageUp|PageDown)(?:\+(?:\p{L}\w*|.))*)(?:\b|$)`,
	`\d ?(?:km|cm|mm|kg|ha|kB|KB|MB|GB|dB|h|m|px)\b`,
	`\b[\w-]*(?:\d[\w-]*[A-Za-z]|[A-Za-z]\d)[\w-]*\b`, // codes: E1, F2, ESS10, E-26-BOR1-0014
}, "|"))

// latinWords stay in Latin letters: names of formats, standards and programs, and Roman numerals.
var latinWords = set(`PDF PNG JPEG JPG SVG CSV JSON XLSX TOML HTML XML SQL SQLite SQLITE SHA WAL UTC URL ID IFC GRI ESS PS IEC ISO GDPR
	Excel Word LibreOffice Windows Linux Debian Ubuntu Fedora Android Kobo vCard iCalendar WhatsApp Viber GeoNames Noto Unicode DogovorSans
	MB GB KB kB RGB USB VPN QR CC BY II III IV VI VII VIII IX XI XII`)

// apart lists the beginnings of words in which two letters are two letters, though they look like one of lj, nj, dž. A stroke
// stands between them.
var apart = beginnings(`nad|živ nad|žnj nad|ždr nad|žup pod|žanr pod|žup pod|žig pod|žbi pod|žn pred|život pred|živ od|žal od|živ od|žm od|žvak
	kon|jug kon|junk in|jekc in|jekt tan|jug an|jon kan|jon van|jez van|jadr van|jav pan|jevrej`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// beginnings maps a word's first letters to the byte at which the pair is cut.
func beginnings(words string) map[string]int {
	m := map[string]int{}
	for _, w := range strings.Fields(words) {
		m[strings.ReplaceAll(w, "|", "")] = strings.Index(w, "|")
	}
	return m
}

// Cyrillic writes Serbian Latin text in Cyrillic letters. Placeholders, addresses, file names, commands, keys, codes, foreign names and
// words with q, w, x or y stay as they are. A text for which this rule is wrong has a Cyrillic text of its own in the message file.
func Cyrillic(latin string) string {
	latin = norm.NFC.String(latin)
	var b strings.Builder
	b.Grow(2 * len(latin))
	at := 0
	for _, span := range keep.FindAllStringIndex(latin, -1) {
		cyrillicWords(&b, latin[at:span[0]])
		b.WriteString(latin[span[0]:span[1]])
		at = span[1]
	}
	cyrillicWords(&b, latin[at:])
	return b.String()
}

// cyrillicWords writes the words of a text that holds nothing of what keep finds.
func cyrillicWords(b *strings.Builder, s string) {
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		switch {
		case n < 0:
			n = len(s)
		case n == 0:
			_, n = utf8.DecodeRuneInString(s)
			b.WriteString(s[:n])
			s = s[n:]
			continue
		}
		word := s[:n]
		s = s[n:]
		if latinWords[word] || strings.ContainsAny(word, "qwxyQWXY") {
			b.WriteString(word)
			continue
		}
		b.WriteString(cyrillicWord(word))
	}
}

func cyrillicWord(word string) string {
	small := strings.ToLower(word)
	for begin, cut := range apart {
		if strings.HasPrefix(small, begin) {
			return cyrillicLetters(word[:cut]) + cyrillicLetters(word[cut:])
		}
	}
	return cyrillicLetters(word)
}

var cyrillicOf, cyrillicPair = func() (map[rune]rune, map[string]rune) {
	one, two := map[rune]rune{'ǉ': 'љ', 'ǌ': 'њ', 'ǆ': 'џ'}, map[string]rune{}
	for c, l := range latinOf {
		one[l] = c
	}
	for c, pair := range latinPair {
		two[pair] = c
	}
	return one, two
}()

// cyrillicLetters writes letter for letter, lj, nj and dž as one.
func cyrillicLetters(s string) string {
	var b strings.Builder
	b.Grow(2 * len(s))
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		next, m := utf8.DecodeRuneInString(s[n:])
		small := unicode.ToLower(r)
		c, ok := rune(0), false
		if m > 0 && !(small == r && unicode.IsUpper(next)) { // lJ is two letters
			if c, ok = cyrillicPair[string([]rune{small, unicode.ToLower(next)})]; ok {
				n += m
			}
		}
		if !ok {
			c, ok = cyrillicOf[small]
		}
		switch {
		case !ok:
			b.WriteString(s[:n])
		case small != r:
			b.WriteRune(unicode.ToUpper(c))
		default:
			b.WriteRune(c)
		}
		s = s[n:]
	}
	return b.String()
}
