// Package phone brings telephone numbers into one form for comparing, whatever way they were written: 063/123-45-67, 00381 63 1234567 and
// +381 (0)63 123 4567 are +381631234567. It must never change what is stored: numbers stay as people wrote them.
package phone

import "github.com/nyaruka/phonenumbers"

// home is where a number without a country is read.
const home = "RS"

// E164 is the number in the form of ITU-T E.164, "" for what cannot be one. An extension stays, behind an x: the phones on two desks of one
// office are two.
func E164(number string) string {
	n, err := phonenumbers.Parse(number, home)
	if err != nil || !phonenumbers.IsPossibleNumber(n) {
		return ""
	}
	out := phonenumbers.Format(n, phonenumbers.E164)
	if x := n.GetExtension(); x != "" {
		out += "x" + x
	}
	return out
}
