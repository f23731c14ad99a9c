package indicator

// figures are all of them, in the order in which they are printed.
var figures = []struct {
	code string
	of   func(*Dataset) Figure
}{{"E1", E1}, {"E2", E2}, {"E3", E3}, {"E4", E4}, {"E5", E5}, {"E6", E6}, {"E7", E7}, {"E8", E8},
	{"I1", I1}, {"I2", I2}, {"I3", I3}, {"I4", I4},
	{"C1", C1}, {"C2", C2}, {"C3", C3}, {"C4", C4},
	{"G1", G1}, {"G2", G2}, {"G3", G3}, {"G4", G4}, {"G5", G5}, {"G6", G6}, {"G7", G7}}

// Codes names the figures in the order in which they are printed.
var Codes = codes()

func codes() (out []string) {
	for _, f := range figures {
		out = append(out, f.code)
	}
	return out
}

// All computes every figure of the dataset.
func All(d *Dataset) []Figure {
	out := make([]Figure, len(figures))
	for i, f := range figures {
		out[i] = f.of(d)
	}
	return out
}
