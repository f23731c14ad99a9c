package engagements

import (
	"testing"

	"dogovor/app/i18n"
)

func TestDebug(t *testing.T) {
	d := newForm(t, i18n.English)
	d.keys(meeting[:29]...)
	d.shot("debug")
	d.keys("<tab>", "<tab>", "<tab>", "<tab>", "<tab>", "<tab>")
	d.shot("debug2")
}
