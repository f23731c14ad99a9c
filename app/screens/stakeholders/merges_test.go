package stakeholders

import (
	"context"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/screens/screentest"
	"dogovor/data"
)

// The register tells of possible duplicates; the page of the one that was kept tells of the other and makes two of one again.
func TestDuplicatesInTheRegister(t *testing.T) {
	db := newStore(t)
	v := newVillage(t, db)
	h := screentest.New(t, i18n.English, noon)
	h.Open(List(h, db, screens.Place{Area: screens.Stakeholders}))
	h.Hides("possible duplicate")
	again := &data.Stakeholder{Kind: "person", Name: "Ivo Primer", Phones: []string{"+381 64 111 2223"}, Address: "Krivelj 14"}
	save(t, db, again)
	h.Open(List(h, db, screens.Place{Area: screens.Stakeholders}))
	h.Press("1 possible duplicate")
	if h.Gone[0].Area != screens.Duplicates {
		t.Errorf("%+v", h.Gone)
	}
	if _, err := db.Merge(context.Background(), again.ID, v.ivo.ID, map[string]string{"name": data.TakeDropped}); err != nil {
		t.Fatal(err)
	}
	h.Resize(1366, 3000)
	h.Open(List(h, db, screens.Place{Area: screens.Stakeholders, Record: again.ID}))
	h.Shows("Merged into this record", "Primer Ivo · "+v.ivo.Number, "president of the council", "Since the wells went dry.")
	if !strings.Contains(h.Texts(), "Merged into this record: Primer Ivo") {
		t.Error("the history does not tell of the merge")
	}
	kept := read(t, db, again.ID)
	kept.Manager = "Somebody else"
	save(t, db, kept)
	h.Open(List(h, db, screens.Place{Area: screens.Stakeholders, Record: again.ID}))
	h.Press("Undo merge")
	if said := h.Said[len(h.Said)-1]; !strings.Contains(said, v.ivo.Number) || !strings.Contains(said, "left as it is: ") {
		t.Errorf("said %q", said)
	}
	if read(t, db, v.ivo.ID).Binned || len(read(t, db, v.ivo.ID).Assessments) != 2 || len(read(t, db, again.ID).Assessments) != 0 {
		t.Error("they are not two again")
	}
	noMissing(t)
}
