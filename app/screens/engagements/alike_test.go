package engagements

import (
	"testing"

	"dogovor/app/i18n"
)

// Who is entered anew at a meeting and is in the register under another spelling is offered, and comes instead.
func TestNewcomerWhoIsThereAlready(t *testing.T) {
	d := newForm(t, i18n.English)
	came := d.form().came
	came.create("Marko Primmer")
	d.Shows("1 similar, in the register already:", "names differ by one letter")
	d.Press("Primer Marko (Krivelj)")
	e := d.form().s.Engagement
	if len(e.Attendance) != 1 || len(d.form().s.Made) != 0 || d.form().s.Person != nil {
		t.Fatalf("%+v, made %d", e.Attendance, len(d.form().s.Made))
	}
	if who := d.form().faces.of(e.Attendance[0].Stakeholder).Name; who != "Primer Marko" {
		t.Errorf("%q came", who)
	}
	d.Hides("similar")
	came.create("Somebody Else")
	d.Hides("similar")
}
