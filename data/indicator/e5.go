package indicator

// E5 is women's participation: women ÷ (women + men), over named persons of declared sex and headcounts, counted at each engagement they
// came to. Organisations have no sex and are left out. The people whose sex is not declared are told beside it, and their share of all.
func E5(d *Dataset) Figure {
	women, men, undeclared := 0, 0, 0
	var behind []int
	for i, e := range d.Engagements {
		w, m, u := e.Women, e.Men, e.Undeclared
		for _, s := range d.attendees(e) {
			if !s.Person {
				continue
			}
			switch s.Sex {
			case "female":
				w++
			case "male":
				m++
			default:
				u++
			}
		}
		if w+m+u > 0 {
			behind = append(behind, i)
		}
		women, men, undeclared = women+w, men+m, undeclared+u
	}
	return Figure{Code: "E5", Ratio: Share(women, women+men), Evidence: d.refs(behind), Parts: []Part{
		{Key: "women", Ratio: Count(women)},
		{Key: "men", Ratio: Count(men)},
		{Key: "undeclared", Ratio: Count(undeclared)},
		{Key: "undeclared_share", Ratio: Share(undeclared, women+men+undeclared)},
	}}
}
