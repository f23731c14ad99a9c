package reports

import (
	"strings"
	"testing"

	"dogovor/app/i18n"
	"dogovor/reports/doc"
)

func TestGRIBlocks(t *testing.T) {
	w := autumn(t)
	for _, l := range i18n.Langs {
		golden(t, "gri-"+string(l), doc.Dump(made(t, w, "gri", Ask{Period: october}, l)))
	}
}

// Every disclosure stands in the index and has its page; what stands in its table is what the indicators say, and leads to its evidence.
func TestGRISaysWhatTheFiguresSay(t *testing.T) {
	w := autumn(t)
	p := i18n.For(i18n.English)
	d := made(t, w, "gri", Ask{Period: october}, i18n.English)
	in := read(t, w, october, false)
	text := doc.Dump(d)
	if got := len(tableOf(t, d, "Index").Rows); got != 11 || got != len(disclosures) {
		t.Fatalf("the index has %d disclosures", got)
	}
	for _, x := range disclosures {
		if !strings.Contains(text, "heading1 | GRI "+x.code+" · "+p.T("report.gri."+x.code+".title")) || !strings.Contains(text, p.T("report.gri."+x.code+".missing")) {
			t.Errorf("GRI %s is not there, or does not say what is missing", x.code)
		}
		if len(x.lines) == 0 {
			continue
		}
		rows := tableOf(t, d, "GRI "+x.code).Rows
		for _, l := range x.lines {
			if l.part == "" && l.by == "" {
				if f := figure(in.Figures, l.code); !inRows(rows, p.T("figure."+l.code), Ratio(f.Ratio, p)) {
					t.Errorf("GRI %s does not say %s = %s", x.code, l.code, Ratio(f.Ratio, p))
				}
			}
		}
		for _, r := range rows {
			if r.Cells[2].Link == "" {
				t.Errorf("GRI %s: %q leads to no evidence", x.code, r.Cells[1].Text)
			}
		}
	}
	// by hand: on human rights one grievance, restricted; the issue on purchasing has no topic
	if rows := tableOf(t, d, "GRI 411-1").Rows; len(rows) != 3 || rows[2].Cells[2].Text != "0" {
		t.Errorf("411-1: %+v", rows)
	}
	all := made(t, w, "gri", Ask{Period: october, Restricted: true}, i18n.English)
	if rows := tableOf(t, all, "GRI 411-1").Rows; rows[2].Cells[2].Text != "1" || !strings.Contains(doc.Dump(all), p.T("report.restricted_in")) {
		t.Errorf("411-1 with restricted records: %+v", rows)
	}
}

func inRows(rows []doc.Row, label, value string) bool {
	for _, r := range rows {
		if r.Cells[1].Text == label && r.Cells[2].Text == value {
			return true
		}
	}
	return false
}

func TestGRINamesNobody(t *testing.T) {
	w := autumn(t)
	for _, l := range i18n.Langs {
		text := doc.Dump(made(t, w, "gri", Ask{Period: october, Restricted: true}, l))
		for _, s := range w.stakeholders {
			if strings.Contains(text, s.Name) {
				t.Errorf("%s: it says %q", l, s.Name)
			}
		}
	}
}
