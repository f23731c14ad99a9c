package indicator

// I4 is satisfaction with the answer: of the discussion points of the engagements held about which people were asked, those answered
// "yes". Its evidence is the engagements where anyone was asked; "points_partly" and "points_no" are the others who were asked,
// "points_not_asked" the points about which nobody was.
func I4(d *Dataset) Figure {
	count := func(answers ...string) (n int, behind []int) {
		for i, e := range d.Engagements {
			here := 0
			for _, a := range answers {
				here += e.Satisfied[a]
			}
			if here > 0 {
				n, behind = n+here, append(behind, i)
			}
		}
		return n, behind
	}
	f := Figure{Code: "I4"}
	for _, x := range []struct {
		key     string
		answers []string
	}{{"points_partly", []string{"partly"}}, {"points_no", []string{"no"}}, {"points_not_asked", []string{"not_asked"}}} {
		n, behind := count(x.answers...)
		f.Parts = append(f.Parts, Part{Key: x.key, Ratio: Count(n), Evidence: d.refs(behind)})
	}
	yes, _ := count("yes")
	asked, behind := count("yes", "partly", "no")
	f.Ratio, f.Evidence = Share(yes, asked), d.refs(behind)
	return f
}
