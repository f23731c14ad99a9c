package record

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"dogovor/app/i18n"
	"dogovor/data"
)

type speaker struct{ lang i18n.Lang }

func (s speaker) Words() *i18n.Printer          { return i18n.For(s.lang) }
func (s speaker) Term(list, code string) string { return s.Words().Term(list, code) }
func (s speaker) PlaceName(latin, cyrillic string) string {
	if s.lang == i18n.SerbianCyrillic {
		return cyrillic
	}
	return latin
}

type register map[data.ID]data.Record

// inRegister finds a record of one type.
func inRegister[T data.Record](r register, id data.ID) (x T, err error) {
	x, ok := r[id].(T)
	if !ok {
		err = data.NewError("record.missing", nil)
	}
	return x, err
}

func (r register) Stakeholder(_ context.Context, id data.ID) (*data.Stakeholder, error) {
	return inRegister[*data.Stakeholder](r, id)
}

func (r register) Settlement(_ context.Context, id data.ID) (*data.Settlement, error) {
	return inRegister[*data.Settlement](r, id)
}

func (r register) Engagement(_ context.Context, id data.ID) (*data.Engagement, error) {
	return inRegister[*data.Engagement](r, id)
}

func (r register) Issue(_ context.Context, id data.ID) (*data.Issue, error) {
	return inRegister[*data.Issue](r, id)
}

func (r register) Commitment(_ context.Context, id data.ID) (*data.Commitment, error) {
	return inRegister[*data.Commitment](r, id)
}

func (r register) Grievance(_ context.Context, id data.ID) (*data.Grievance, error) {
	return inRegister[*data.Grievance](r, id)
}

func all(r data.Record) string {
	fields := map[string]json.RawMessage{}
	for _, f := range r.Type().Fields {
		fields[f.Name] = f.JSON(r)
	}
	b, _ := json.Marshal(fields)
	return string(b)
}

func TestHistoryInWords(t *testing.T) {
	place := &data.Settlement{Name: "Krivelj", NameCyrl: "Кривељ"}
	place.ID = data.NewID()
	city := &data.Stakeholder{Name: "City of Bor", Kind: "organisation"}
	city.ID = data.NewID()
	who := &data.Stakeholder{Name: "Primer Marko", Kind: "person"}
	who.ID = data.NewID()
	in := &data.Membership{Stakeholder: who.ID, Organisation: city.ID, Role: "inspector"}
	in.ID = data.NewID()
	friend := &data.Stakeholder{Name: "Vlasta", Kind: "person"}
	friend.ID = data.NewID()
	gone := data.NewID()

	noon := time.Date(2026, 10, 21, 12, 0, 0, 0, time.UTC)
	batch := func() data.ID { return data.NewID() }
	first, second, third, fourth, fifth := batch(), batch(), batch(), batch(), batch()
	rel := &data.Relation{Stakeholder: who.ID, Other: friend.ID}
	rel.ID = data.NewID()
	changes := []data.Change{
		{Type: "relation", Record: rel.ID, Kind: "made", New: all(rel), At: noon.Add(150 * time.Minute), Batch: fifth},
		{Type: "membership", Record: in.ID, Kind: "binned", At: noon.Add(150 * time.Minute), Batch: fifth},
		{Type: "stakeholder", Record: who.ID, Kind: "binned", At: noon.Add(3 * time.Hour), By: "Ana", Laptop: "BOR1", Batch: fourth},
		{Type: "membership", Record: in.ID, Kind: "changed", Field: "role", Old: `"inspector"`, New: `""`, At: noon.Add(2 * time.Hour), Batch: third},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "represents", Old: `""`, New: `"` + gone.String() + `"`, At: noon.Add(2 * time.Hour), Batch: third},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "name", Old: `"Marko"`, New: `"Primer Marko"`, At: noon.Add(time.Hour), Batch: second},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "script", Old: `"latin"`, New: `"cyrillic"`, At: noon.Add(time.Hour), Batch: second},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "settlement", Old: `""`, New: `"` + place.ID.String() + `"`, At: noon.Add(time.Hour), Batch: second},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "groups", Old: `[]`, New: `["health","media"]`, At: noon.Add(time.Hour), Batch: second},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "retain_until", Old: `"2030-01-02"`, New: `""`, At: noon.Add(time.Hour), Batch: second},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "vulnerable", Old: `false`, New: `true`, At: noon.Add(time.Hour), Batch: second},
		{Type: "stakeholder", Record: who.ID, Kind: "changed", Field: "from_the_future", Old: `1`, New: `2`, At: noon.Add(time.Hour), Batch: second},
		{Type: "stakeholder", Record: who.ID, Kind: "made", New: all(who), At: noon, By: "Ana", Laptop: "BOR1", Batch: first},
		{Type: "membership", Record: in.ID, Kind: "made", New: all(in), At: noon, By: "Ana", Laptop: "BOR1", Batch: first},
		{Type: "holograms", Record: data.NewID(), Kind: "made", New: `{}`, At: noon, Batch: first},
	}
	db := register{place.ID: place, city.ID: city, who.ID: who, friend.ID: friend}
	names, err := ResolveChanges(context.Background(), db, changes)
	if err != nil {
		t.Fatal(err)
	}
	got := History(speaker{i18n.English}, who.ID, changes, names)
	want := [][]string{
		{"Moved to the bin"},
		{"Added – Relation: Vlasta", "Removed – Membership: City of Bor"},
		{"Membership: City of Bor – Role: inspector → empty", "Speaks for: a record that is no longer here"},
		{"Name: Marko → Primer Marko", "Settlement: Krivelj", "Groups: Health, Media", "Keep until: 2 Jan 2030 → empty", "Vulnerable or disadvantaged: no → yes"},
		{"Recorded"},
	}
	if len(got) != len(want) {
		t.Fatalf("%d entries, want %d: %v", len(got), len(want), got)
	}
	for i, e := range got {
		if !slices.EqualFunc(e.Lines, want[i], strings.EqualFold) {
			t.Errorf("entry %d:\n got %q\nwant %q", i, e.Lines, want[i])
		}
	}
	if got[4].By != "Ana" || got[4].Laptop != "BOR1" || !got[4].At.Equal(noon) {
		t.Errorf("who and when: %+v", got[4])
	}
	said := strings.Join(History(speaker{i18n.SerbianCyrillic}, who.ID, changes, names)[3].Lines, "\n")
	if !strings.Contains(said, "Насеље: Кривељ") {
		t.Errorf("in Cyrillic: %s", said)
	}
	if m := i18n.Missing(); len(m) > 0 {
		t.Errorf("messages missing: %v", m)
	}
}

// Every code field of every type has a vocabulary, so that no code is ever shown to a person.
func TestEveryCodeHasAVocabulary(t *testing.T) {
	for _, typ := range data.Types {
		for _, f := range typ.Fields {
			if _, ok := data.VocabularyNamed(VocabularyOf(typ, f.Name)); f.Code && !ok {
				t.Errorf("%s.%s: no vocabulary %q", typ.Name, f.Name, VocabularyOf(typ, f.Name))
			}
		}
	}
}

// Every field has a label in the messages. The one that points to the record which a part belongs to never shows.
func TestEveryFieldHasALabel(t *testing.T) {
	for _, typ := range data.Types {
		if typ == data.Terms {
			continue // entries of vocabularies are edited as words, not as fields
		}
		for _, f := range typ.Fields {
			if f.Name != typ.Of && !i18n.Has(typ.Name+"."+f.Name) {
				t.Errorf("no message %s.%s", typ.Name, f.Name)
			}
		}
	}
}
