package i18n

import (
	"slices"

	"dogovor/data"
	"dogovor/data/find"
)

// FindWords are the values by which a search can be narrowed, with their names in every language; the first is the one that p says. p is to
// know the users' own words (WithTerms). Terms are those of all lists, places all settlements.
func (p *Printer) FindWords(terms []*data.Term, places []*data.Settlement) find.Words {
	speakers := []*Printer{p}
	for _, l := range Langs {
		if l != p.lang {
			speakers = append(speakers, For(l).WithTerms(terms))
		}
	}
	var w find.Words
	for _, s := range places {
		if s.Binned {
			continue
		}
		names := append([]string{s.Name, s.NameCyrl}, s.OtherNames...)
		if p.lang == SerbianCyrillic && s.NameCyrl != "" {
			names[0], names[1] = names[1], names[0]
		}
		w.Places = append(w.Places, find.Place{ID: s.ID, Names: distinct(names)})
	}
	word := func(code string, say func(*Printer) string) find.Word {
		var names []string
		for _, s := range speakers {
			names = append(names, say(s))
		}
		return find.Word{Code: code, Names: distinct(names)}
	}
	of := func(vocabularies ...data.Vocabulary) (out []find.Word) {
		for _, v := range vocabularies {
			codes := slices.Clone(v.Codes)
			for _, t := range terms {
				if t.List == v.List && !t.Binned && !slices.Contains(codes, t.Code) {
					codes = append(codes, t.Code)
				}
			}
			for _, c := range codes {
				out = append(out, word(c, func(s *Printer) string { return s.Term(v.List, c) }))
			}
		}
		return out
	}
	w.Kinds = of(data.EngagementKinds, data.StakeholderKinds, data.IssueKinds)
	w.Topics, w.Groups = of(data.Topics), of(data.Groups)
	for _, t := range data.SearchTypes() {
		w.Types = append(w.Types, word(t.Name, func(s *Printer) string { return s.T("record." + t.Name) }))
	}
	w.Statuses = of(data.Statuses)
	for _, c := range followStates() {
		// One code may be called otherwise for each type: all these words are understood.
		var names []string
		for _, s := range speakers {
			for _, id := range []string{"follow.state." + c, "commitment.status." + c, "issue.status." + c, "grievance.status." + c, "task.status." + c, "term.step." + c} {
				if s.Has(id) {
					names = append(names, s.T(id))
				}
			}
		}
		w.Statuses = append(w.Statuses, find.Word{Code: c, Names: distinct(names)})
	}
	return w
}

// followStates are the states and statuses of everything that is followed up.
func followStates() []string {
	all := slices.Concat([]string{data.FollowOverdue, data.FollowUntold}, data.IssueStatuses, []string{data.CommitmentDone, data.CommitmentTold, data.CommitmentWithdrawn},
		data.GrievanceStatuses, data.TaskStatuses)
	var out []string
	for _, c := range all {
		if !slices.Contains(out, c) && !slices.Contains(data.Statuses.Codes, c) {
			out = append(out, c)
		}
	}
	return out
}

// distinct leaves out what is empty or there already.
func distinct(list []string) (out []string) {
	for _, s := range list {
		if s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
