package reports

import (
	"bytes"
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

func TestSignIn(t *testing.T) {
	db := realStore(t)
	v := newHamlet(t, db)
	for _, l := range i18n.Langs {
		d := reported(t, db, "signin", Ask{Engagement: v.meeting.ID}, l)
		golden(t, "signin-"+string(l), doc.Dump(d))
		kept(t, d, "signin-"+string(l))
		if n := doc.Pages(d); n != 1 {
			t.Errorf("%s: %d pages", l, n)
		}
		rows := d.Blocks[2].(doc.Table).Rows
		if rows[0].Cells[1].Text != "Јелена Станковић" || len(rows) < 2+blankRows || rows[2].Cells[1].Text != "" {
			t.Errorf("%s: %v", l, rows)
		}
		rows = append(rows, rows[len(rows)-1]) // one more does not fit: the page is full
		table := d.Blocks[2].(doc.Table)
		table.Rows = rows
		d.Blocks[2] = table
		if n := doc.Pages(d); n != 2 {
			t.Errorf("%s: room was left", l)
		}
	}
	a, _ := PDF(reported(t, db, "signin", Ask{Engagement: v.meeting.ID}, i18n.English))
	b, _ := PDF(reported(t, db, "signin", Ask{Engagement: v.meeting.ID}, i18n.English))
	if len(a) == 0 || !bytes.Equal(a, b) {
		t.Error("two makings differ")
	}
}

// Who is not named beforehand is expected when they came to the last meetings there; restricted people are not printed unless asked for.
func TestSignInExpectsWhoCameBefore(t *testing.T) {
	db := realStore(t)
	v := newHamlet(t, db)
	e := &data.Engagement{Title: "Zbor bez spiska", Status: "planned", Start: data.OnDay("2026-12-01"), Settlement: v.place.ID}
	keep(t, db, e)
	open := doc.Dump(reported(t, db, "signin", Ask{Engagement: e.ID}, i18n.English))
	all := doc.Dump(reported(t, db, "signin", Ask{Engagement: e.ID, Restricted: true}, i18n.English))
	if !strings.Contains(open, "Marko Vlajković") || strings.Contains(open, "Tajna Osoba") || !strings.Contains(all, "Tajna Osoba") {
		t.Error(open)
	}
}
