package engagements

import (
	"testing"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/widgets"
)

// BenchmarkKeystroke is one key in a form with five people and three points; what a person feels as slow begins at 50 ms.
func BenchmarkKeystroke(b *testing.B) {
	d := newDesk(b, i18n.SerbianLatin)
	d.village()
	d.Go(screens.Place{Area: screens.Engagements, Edit: true})
	for _, key := range []string{"said", "venue"} {
		b.Run(key, func(b *testing.B) {
			f := d.form().page.Field("venue")
			if key == "said" {
				f = d.form().page.Field("point.0.said")
			}
			widgets.Focus(f)
			for b.Loop() {
				d.keys("a", "<backspace>")
			}
		})
	}
	b.Run("point", func(b *testing.B) {
		for b.Loop() {
			d.form().said.add()
			d.keys("w")
		}
	})
}
