package reports

import (
	"os"
	"path/filepath"
	"testing"

	"dogovor/data"
	"dogovor/reports/doc"
)

func TestPeopleIn(t *testing.T) {
	known := []data.KnownName{
		{Name: "Marko Petrović", Person: true}, {Name: "Петар Ђорђевић", Person: true}, {Name: "王伟 (Primer)", Person: true}, {Name: "Ana Kos", Others: []string{"Anica Kos"}, Person: true},
		{Name: "Mesna zajednica Slatina"}, {Name: "Grad Bor"},
	}
	people := NewPeople(known)
	tests := []struct {
		text string
		want string
		sure bool
	}{
		{"Put je popravljen.", "", false},
		{"Put je popravljen kod kuće Marka Petrovića.", "Marko Petrović", true},
		{"Пут је поправљен код Петровић Марка.", "Marko Petrović", true},
		{"javio marko petrovic", "Marko Petrović", true},
		{"Rekli smo to Marku.", "Marko Petrović", false},
		{"Tržište marke nije važno.", "", false},
		{"Marka vozila je nova.", "", false}, // a capital at the beginning of a sentence says nothing
		{"Javljeno je Petru juče.", "Петар Ђорђевић", false},
		{"Javio Djordjevic Petar.", "Петар Ђорђевић", true},
		{"已答复王伟。", "王伟 (Primer)", true},
		{"已答复王先生。", "", false},
		{"Sa Anicom Kos.", "Ana Kos", true},
		{"Mesna zajednica Slatina je obaveštena.", "Mesna zajednica Slatina", false},
		{"U Slatini je popravljen put.", "", false},
		{"", "", false},
	}
	for _, x := range tests {
		got := people.In(x.text)
		name, sure := "", false
		if len(got) > 0 {
			name, sure = got[0].Name, got[0].Sure
		}
		if name != x.want || sure != x.sure || len(got) > 1 {
			t.Errorf("%q: %+v, want %q sure %v", x.text, got, x.want, x.sure)
		}
	}
}

// kept writes a document into the folder that DOGOVOR_SHOTS names, to be looked at; without it nothing is written.
func kept(t *testing.T, d doc.Document, name string) {
	t.Helper()
	if dir := os.Getenv("DOGOVOR_SHOTS"); dir != "" {
		if err := doc.WriteFile(filepath.Join(dir, name+".pdf"), d); err != nil {
			t.Fatal(err)
		}
	}
}
