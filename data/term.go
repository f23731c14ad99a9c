package data

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"
)

// Term is an entry that users added to an open vocabulary, or their word for a starting one. A retired entry stays readable on old
// records but is no longer offered.
type Term struct {
	Meta
	List    string `field:"2,list"`
	Code    string `field:"3,code"` // what records hold
	Label   string `field:"4,label"`
	LabelEn string `field:"5,label_en"`
	LabelZh string `field:"6,label_zh"`
	Retired bool   `field:"7,retired"`
}

// Type of the record.
func (*Term) Type() *Type { return Terms }

// Clean brings typed text into its stored form.
func (t *Term) Clean() { cleanFields(t) }

// Validate tells what keeps the entry from being saved.
func (t *Term) Validate(time.Time) Problems {
	var p Problems
	checkFields(&p, t)
	if v, ok := VocabularyNamed(t.List); !ok || !v.Open {
		p.add("list", "unknown_choice")
	}
	if t.Code == "" {
		p.add("code", "required")
	}
	if t.Label == "" {
		p.add("label", "required")
	}
	return p
}

// TermID is the id of an entry: the same on every laptop, so that a word added on two of them is one word.
func TermID(list, code string) ID {
	return ID(uuid.NewSHA1(uuid.NameSpaceOID, []byte("dogovor/term/"+list+"/"+code)))
}

// TermCode makes the code of a new entry from its word, other than those taken: "Štrajk upozorenja" becomes strajk_upozorenja.
func TermCode(label string, taken []string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(label)) {
		switch {
		case r == 'đ':
			b.WriteString("dj")
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case !unicode.Is(unicode.Mn, r) && b.Len() > 0 && !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	base := strings.Trim(b.String(), "_")
	if base == "" {
		base = "entry"
	}
	code := base
	for n := 2; slices.Contains(taken, code); n++ {
		code = base + "_" + strconv.Itoa(n)
	}
	return code
}
