package fold_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"dogovor/data/fold"
)

func TestSame(t *testing.T) {
	for _, group := range [][]string{
		{"Ђорђе Шарбановац", "Đorđe Šarbanovac", "Djordje Sarbanovac", "DJORDJE SARBANOVAC", "Dorde Sarbanovac", "Šarbanovac Đorđe", "sarbanovac djordje",
			"  Đorđe   Šarbanovac ", "Ђорђе Šarbanovac", norm.NFD.String("Đorđe Šarbanovac")},
		{"Чедомир Ћосић", "Čedomir Ćosić", "Cedomir Cosic", "Ćosić Čedomir", "Ćosić, Čedomir"},
		{"Јелена Марковић-Илић", "Jelena Marković Ilić", "Jelena Markovic-Ilic"},
		{"Алексей Соловьёв", "Алексей Соловьев", "Aleksej Solovev"},
		{"Ion Bălan", "Ion Balan"},
		{"王小明", "王小明 "},
		{"Џемал Љубић", "Džemal Ljubić", "Dzemal Ljubic", "ǅemal ǈubić"},
	} {
		for _, a := range group {
			for _, b := range group {
				if !fold.Same(a, b) {
					t.Errorf("%q and %q are one name", a, b)
				}
			}
		}
	}
	for _, two := range [][2]string{
		{"", ""}, {"", "Ana"}, {"Ana", "Ana Ilić"}, {"Ana Ilić", "Ana Lilić"}, {"Đukić Ana", "Dukić Ana"}, {"Djuric Ana", "Durić Ana"}, {"Ана Ћосић", "Ана Чосић"},
		{"Ana Sarić", "Ana Šarić"}, {"Petar Pavle", "Pavle Petar"}, {"Vera Ilić-Jović", "Vera Jović-Ilić"}, {"王小明", "王明小"}, {"王小明", "小明"}, {"Marko M. Ilić", "Marko Ilić"},
	} {
		if fold.Same(two[0], two[1]) || fold.Same(two[1], two[0]) {
			t.Errorf("%q and %q are taken for one name", two[0], two[1])
		}
	}
}

// Of more than a thousand different names that are as alike as names of one valley are, no two may be taken for one.
func TestSimilarNamesAreNotSame(t *testing.T) {
	b, err := os.ReadFile("testdata/similar.txt")
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Split(strings.TrimSpace(string(b)), "\n")
	if len(names) < 1000 {
		t.Fatalf("only %d names", len(names))
	}
	folded := map[string]bool{}
	for i, a := range names {
		folded[fold.Key(a)] = true
		for _, b := range names[i+1:] {
			if fold.Same(a, b) {
				t.Errorf("%q and %q are taken for one name", a, b)
			}
		}
	}
	if len(folded) == len(names) {
		t.Error("no two names fold alike: the list is too easy")
	}
}

func TestAgrees(t *testing.T) {
	for _, c := range []struct {
		name, typed string
		want        bool
	}{
		{"Đukić Ana", "Đuk", true}, {"Dukić Ana", "Đuk", false}, {"Ђукић Ана", "đukić", true}, {"Дукић Ана", "Ђук", false}, {"Đukić Ana", "ana djukić", true},
		{"Ćosić Vera", "Čos", false}, {"Ћосић Вера", "ćo ve", true}, {"王小明", "王小明", true},
	} {
		if got := fold.Agrees(c.name, c.typed); got != c.want {
			t.Errorf("Agrees(%q, %q) is %v", c.name, c.typed, got)
		}
	}
	if fold.Marked("Djukic Ana") || !fold.Marked("Đukic") || !fold.Marked("Ана") {
		t.Error("who had diacritics is told wrongly")
	}
}

func TestNear(t *testing.T) {
	words := strings.Fields("zlotska zlotka zlottska zlotsko zltoska zlotsk zlot zlto marko makro marok mark mar ana anna kmarko")
	for _, a := range words {
		for _, b := range words {
			if got, want := fold.Near(a, b, false), slow(a, b) <= 1; got != want {
				t.Errorf("Near(%s, %s) is %v, they are %d apart", a, b, got, slow(a, b))
			}
			begins := false
			for i := range len(b) + 1 {
				begins = begins || slow(a, b[:i]) <= 1
			}
			if got := fold.Near(a, b, true); got != begins {
				t.Errorf("Near(%s, %s…) is %v", a, b, got)
			}
			if fold.Near(a, b, false) && !slices.ContainsFunc(fold.NearKeys(a), func(k string) bool { return slices.Contains(fold.NearKeys(b), k) }) {
				t.Errorf("%s and %s have no key in common", a, b)
			}
		}
	}
}

// slow is the edit distance with swaps, from its definition.
func slow(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	}
	d := min(slow(a[1:], b), slow(a, b[1:])) + 1
	if a[0] == b[0] {
		return slow(a[1:], b[1:])
	}
	d = min(d, slow(a[1:], b[1:])+1)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		d = min(d, slow(a[2:], b[2:])+1)
	}
	return d
}
