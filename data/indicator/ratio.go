package indicator

// Count is a figure that counts.
func Count(n int) Ratio {
	v := float64(n)
	return Ratio{Value: &v, Numerator: n}
}

// Share is a figure that is a part of a whole. Of nothing there is no share: its value stays unknown.
func Share(part, whole int) Ratio {
	r := Ratio{Share: true, Numerator: part, Denominator: whole}
	if whole > 0 {
		v := percent(part, whole)
		r.Value = &v
	}
	return r
}

// percent rounds half up, to whole numbers when the whole is fewer than 10 records, else to one decimal. It reckons in whole numbers, as
// binary fractions would round some halves down.
func percent(part, whole int) float64 {
	if whole < 10 {
		return float64(roundHalfUp(100*part, whole))
	}
	return float64(roundHalfUp(1000*part, whole)) / 10
}

// roundHalfUp is n/d, both not negative, to the nearest whole number, halves upwards.
func roundHalfUp(n, d int) int {
	return (2*n + d) / (2 * d)
}
