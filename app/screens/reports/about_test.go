package reports

import (
	"testing"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/data"
	engine "dogovor/reports"
)

func TestADocumentIsAskedForOfARecord(t *testing.T) {
	d := newDesk(t, i18n.SerbianLatin)
	places, err := d.db.Settlements(t.Context())
	if err != nil || len(places) == 0 {
		t.Fatal(err)
	}
	d.open(screens.Place{Area: screens.Reports, Filter: screens.Document{Report: "village", About: places[0].ID}})
	if d.screen.report().Name != "village" || d.screen.ask().Settlement != places[0].ID {
		t.Fatalf("%s of %v", d.screen.report().Name, d.screen.ask())
	}
	d.Shows(d.Words().T("reports.about.settlement"))
	d.Hides(d.Words().T("figure.E1"))
	d.Shot("reports-village")
	d.screen.Print()
	if len(d.wrote) != 1 || len(d.Failed) > 0 {
		t.Fatalf("%v, %v", d.wrote, d.Failed)
	}
	// Back at the summary the figures are there again, and it is about no settlement.
	d.screen.state.Report = "summary"
	d.screen.build()
	d.screen.Reload()
	d.Shows(d.Words().T("figure.E1"))
	if ask := d.screen.ask(); ask.Settlement != (data.ID{}) || ask.Period == (data.Period{}) {
		t.Errorf("%+v", ask)
	}
}

// Each report asks for all it needs, and is named in every language.
func TestEveryDocumentCanBeAskedFor(t *testing.T) {
	for _, lang := range i18n.Langs {
		d := newDesk(t, lang)
		for _, r := range engine.All {
			d.screen.state.Report = r.Name
			d.screen.build()
			d.Shows(d.Words().T(r.Title))
			fields := len(d.screen.about(r))
			for _, n := range []engine.Need{engine.Settlement, engine.Engagement, engine.Stakeholder} {
				if r.Takes(n) {
					fields--
				}
			}
			if fields != 0 {
				t.Errorf("%s: %d fields too many", r.Name, fields)
			}
		}
		if m := i18n.Missing(); len(m) > 0 {
			t.Errorf("messages missing: %v", m)
		}
	}
}
