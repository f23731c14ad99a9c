package printing

import (
	"slices"
	"testing"
)

func TestListed(t *testing.T) {
	got := listed("\ufeff0 Fax\r\n1 HP LaserJet u kancelariji\r\n\r\n")
	if want := []Printer{{Name: "Fax"}, {Name: "HP LaserJet u kancelariji", Default: true}}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}
