package i18n

import (
	"math"
	"strconv"
	"strings"
)

// Int writes a whole number with its thousands grouped: 12.345 in Serbian, 12,345 in English and Chinese.
func (p *Printer) Int(n int) string { return p.grouped(strconv.Itoa(n)) }

// Decimal writes f with exactly so many digits after the decimal sign; what is no number reads as "n/a".
func (p *Printer) Decimal(f float64, digits int) string {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return p.T("common.not_available")
	}
	s := strconv.FormatFloat(f, 'f', max(digits, 0), 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-") // a rounded −0,04 is not "−0,0"
	}
	whole, fraction, ok := strings.Cut(s, ".")
	if !ok {
		return p.grouped(whole)
	}
	return p.grouped(whole) + p.locale.decimal + fraction
}

// Percent writes the share f, so 0.125 with one digit reads 12,5%.
func (p *Printer) Percent(f float64, digits int) string {
	s := p.Decimal(f*100, digits)
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return s
	}
	return s + "%"
}

// grouped puts the group sign between thousands of a whole number.
func (p *Printer) grouped(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + p.locale.group + digits[at:]
	}
	return sign + digits
}
