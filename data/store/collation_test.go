package store

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dogovor/data"
)

// The alphabet, letter by letter: č after c, ć after č, dž and đ after d, lj after l, nj after n, š after s, ž last.
const alphabet = "a b c č ć d dž đ e f g h i j k l lj m n nj o p r s š t u v z ž"

func TestNamesSortAsTheAlphabet(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	var want []string
	for _, letter := range strings.Fields(alphabet) {
		for _, next := range strings.Fields(alphabet) {
			if next != "j" && next != "ž" { // lj, nj and dž would be one letter
				want = append(want, letter+next)
			}
		}
	}
	want = append(want, "安建国", "陈明", "李明", "刘明", "欧阳明", "王明", "张明", "赵明")
	for _, write := range []func(string) string{func(s string) string { return s }, inCyrillic, strings.ToUpper} {
		got := make([]string, len(want))
		for i, w := range want {
			got[i] = write(w)
		}
		expected := slices.Clone(got)
		r.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		slices.SortFunc(got, func(a, b string) int { return bytes.Compare(sortKey(a), sortKey(b)) })
		for i := range got {
			if got[i] != expected[i] {
				t.Fatalf("at place %d stands %s, want %s", i, got[i], expected[i])
			}
		}
	}
}

// inCyrillic writes small Serbian Latin letters in Cyrillic.
func inCyrillic(s string) string {
	pairs := []string{"lj", "љ", "nj", "њ", "dž", "џ"}
	for c, l := range serbian {
		if len([]rune(l)) == 1 {
			pairs = append(pairs, l, string(c))
		}
	}
	return strings.NewReplacer(pairs...).Replace(s)
}

func TestRegisterSortsBothScripts(t *testing.T) {
	s := fresh(t)
	want := []string{"Ana", "Cane", "Цветко", "Čeda", "Ђорђе", "Đura", "Emil", "Lazar", "Ljuba", "Љубица", "Милан", "Novak", "Njegoš", "Žika", "安娜", "李明", "王明"}
	r := rand.New(rand.NewPCG(4, 4))
	for _, i := range r.Perm(len(want)) {
		save(t, s, person(want[i]))
	}
	page, err := s.Stakeholders(ctx, data.StakeholderFilter{}, data.Page{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range page.Rows {
		got = append(got, row.Name)
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	// A reader of Cyrillic has another alphabet: Ђ after Д, Ж before З, Љ Њ after Л Н, Ћ after Т, Ц Ч Џ Ш last. Two pages, so that one ends within it.
	want = []string{"Ana", "Ђорђе", "Đura", "Emil", "Žika", "Lazar", "Ljuba", "Љубица", "Милан", "Novak", "Njegoš", "Cane", "Цветко", "Čeda", "安娜", "李明", "王明"}
	got = nil
	for next, first := data.Cursor(""), true; first || next != ""; first = false {
		page, err := s.Stakeholders(ctx, data.StakeholderFilter{Cyrillic: true}, data.Page{After: next, Limit: 7})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			got = append(got, row.Name)
		}
		next = page.Next
	}
	if !slices.Equal(got, want) {
		t.Errorf("in Cyrillic: %q, want %q", got, want)
	}
}
