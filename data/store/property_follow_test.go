package store

import (
	"cmp"
	"fmt"
	"slices"

	"dogovor/data"
	"dogovor/data/calendar"
)

func (v *visitor) date(from, to int) data.Date {
	return data.Date("2026-09-01").AddDays(from + v.r.IntN(to-from))
}

// follow makes a follow-up, or does to one what people do.
func (v *visitor) follow() {
	if len(v.follows) > 0 && v.r.IntN(2) == 0 {
		old := v.follows[v.r.IntN(len(v.follows))]
		switch v.r.IntN(6) {
		case 0:
			v.keep(v.s.Bin(ctx, old.Type().Name, old.Head().ID))
		case 1:
			v.keep(v.s.Restore(ctx, old.Type().Name, old.Head().ID))
		default:
			rec := v.again(old)
			v.change(rec)
			v.keep(v.s.Save(ctx, rec))
		}
		return
	}
	on := v.date(0, 40)
	rec := []data.Record{
		&data.Issue{Kind: "need", RaisedOn: on}, &data.Commitment{MadeOn: on}, &data.Task{MadeOn: on},
		&data.Grievance{Channel: "slip", Complaint: "anonymous", Topic: "water", Severity: "minor", ReceivedOn: on, ReceivedBy: "Primer Ana", Description: v.word()},
	}[v.r.IntN(4)]
	v.change(rec)
	v.keep(v.s.Save(ctx, rec))
	v.follows = append(v.follows, rec)
}

// again reads a follow-up as it is now.
func (v *visitor) again(rec data.Record) (out data.Record) {
	err := v.s.read(ctx, func(r *reading) (err error) {
		out, _, err = r.whole(rec.Type(), rec.Head().ID)
		return err
	})
	if err != nil {
		v.Fatal(err)
	}
	return out
}

// change changes a follow-up somehow.
func (v *visitor) change(rec data.Record) {
	place, who := v.id(v.places), v.id(v.people)
	owner := v.pick([]string{"Primer Ana", "Primer Oficir"})
	switch x := rec.(type) {
	case *data.Issue:
		x.Text, x.Settlement, x.Owner, x.Kind, x.Topic = v.word(), place, owner, "need", v.pick(benchTopics)
		x.Raisers = nil
		if !who.IsZero() {
			x.Raisers = []*data.Raiser{{Stakeholder: who}}
		}
		if v.r.IntN(3) == 0 {
			x.Response, x.ResponseOn = v.word(), v.date(40, 44)
		}
		if x.ResponseOn != "" && v.r.IntN(3) == 0 {
			x.ToldOn, x.ToldWhom = v.date(44, 48), "selu"
		}
	case *data.Commitment:
		x.Promise, x.Settlement, x.Owner, x.Confidentiality = v.word(), place, owner, v.pick(data.Confidentiality.Codes)
		if x.Due == "" && len(x.Revisions) == 0 {
			x.Due = v.date(40, 90)
		} else if v.r.IntN(3) == 0 {
			x.Revisions = append(x.Revisions, &data.Revision{On: v.date(40, 48), Due: v.date(40, 90), Reason: v.word()})
		}
		if v.r.IntN(4) == 0 {
			x.DoneOn, x.Evidence = v.date(40, 44), v.word()
		}
		x.Recipients = nil
		if !who.IsZero() {
			x.Recipients = []*data.Recipient{{Stakeholder: who}}
		}
	case *data.Task:
		x.Text, x.Settlement, x.Owner, x.Stakeholder, x.Due = v.word(), place, owner, who, v.date(40, 90)
		if v.r.IntN(4) == 0 {
			x.DoneOn = v.date(40, 48)
		}
	case *data.Grievance:
		x.Settlement, x.Owner, x.ThirdParty, x.ReplyTo = place, owner, who, v.pick([]string{"oglasna tabla"})
		if next := x.NextSteps(); len(next) > 0 && v.r.IntN(3) > 0 {
			s := &data.GrievanceStep{Kind: next[v.r.IntN(len(next))], On: max(x.ReceivedOn, "2026-10-12"), Who: "Primer Ana", Why: v.word(), Referred: "sud"}
			for _, before := range x.Steps {
				s.On = max(s.On, before.On)
			}
			switch s.Kind {
			case data.GrievanceAssessed:
				s.Admissible = "yes"
			case data.GrievanceClosed:
				s.Outcome = x.Closings()[0]
			}
			if s.Kind != data.GrievanceReferred {
				s.Referred = ""
			}
			x.Steps = append(x.Steps, s)
			if x.Validate(v.s.now()).Err() != nil {
				x.Steps = x.Steps[:len(x.Steps)-1]
			}
		}
	}
}

// decree changes what limits follow from.
func (v *visitor) decree() {
	switch v.r.IntN(3) {
	case 0:
		v.keep(v.s.SetHoliday(ctx, v.date(40, 60), "Odluka", v.r.IntN(2) == 0))
	case 1:
		v.keep(v.s.SetSetting(ctx, data.TargetAcknowledge, fmt.Sprint(1+v.r.IntN(9))))
	case 2:
		v.keep(v.s.SetSettings(ctx, map[string]string{data.TargetRespond: fmt.Sprint(1 + v.r.IntN(20)), data.TargetClose: fmt.Sprint(1 + v.r.IntN(60))}))
	}
}

// row is the line that a follow-up should have: reckoned from the record alone.
func (v *visitor) row(rec data.Record) (r data.FollowRow, about []data.ID) {
	h := rec.Head()
	r.Type, r.ID = rec.Type().Name, h.ID
	switch x := rec.(type) {
	case *data.Issue:
		r.Number, r.Text, r.Status, r.Untold, r.On, r.EndedOn, r.ToldOn, r.Owner, r.Topic, r.Kind, r.Settlement = x.Number, x.Text, x.Status(), x.Untold(), x.RaisedOn, x.ResponseOn, x.ToldOn, x.Owner, x.Topic, x.Kind, x.Settlement
		r.Open = r.Status == "open"
		for _, p := range x.Raisers {
			about = append(about, p.Stakeholder)
		}
	case *data.Commitment:
		r.Number, r.Text, r.Status, r.Untold, r.On, r.Due, r.Original, r.EndedOn, r.Owner, r.Settlement, r.Restricted = x.Number, x.Promise, x.Status(), x.Untold(), x.MadeOn, x.LatestDue(), x.Due, x.DoneOn, x.Owner, x.Settlement, x.Restricted()
		r.Open = r.Status == "open"
		for _, p := range x.Recipients {
			about = append(about, p.Stakeholder)
		}
	case *data.Task:
		r.Number, r.Text, r.Status, r.On, r.Due, r.EndedOn, r.Owner, r.Settlement = x.Number, x.Text, x.Status(), x.MadeOn, x.Due, x.DoneOn, x.Owner, x.Settlement
		r.Open, about = r.Status == "open", []data.ID{x.Stakeholder}
	case *data.Grievance:
		r.Number, r.Text, r.Status, r.Open, r.Untold, r.On, r.EndedOn, r.Owner, r.Topic, r.Severity, r.Settlement = x.Number, x.Description, x.Status(), x.Open(), x.Untold(), x.ReceivedOn, x.ClosedOn(), x.Owner, x.Topic, x.Severity, x.Settlement
		days, err := v.s.Holidays(ctx)
		if err != nil {
			v.Fatal(err)
		}
		targets, err := v.s.Targets(ctx)
		if err != nil {
			v.Fatal(err)
		}
		law, err := calendar.New(calendar.FromHolidays(days))
		if err != nil {
			v.Fatal(err)
		}
		limits, err := law.Grievance(x, targets)
		if err != nil {
			v.Fatal(err)
		}
		_, r.Due = limits.Next(x)
		about = []data.ID{x.Stakeholder, x.ThirdParty}
	}
	return r, about
}

// compareFollows asks the list of follow-ups many things, and answers them by walking over the records.
func (v *visitor) compareFollows() {
	type known struct {
		row    data.FollowRow
		about  []data.ID
		binned bool
	}
	var all []known
	for _, old := range v.follows {
		rec := v.again(old)
		if ps := rec.Validate(v.s.now()); len(ps) > 0 && !rec.Head().Binned {
			v.Errorf("%+v: %v", rec, ps)
		}
		row, about := v.row(rec)
		if !row.Settlement.IsZero() {
			p, err := v.s.Settlement(ctx, row.Settlement)
			if err != nil {
				v.Fatal(err)
			}
			row.SettlementName = p.Name
		}
		all = append(all, known{row, about, rec.Head().Binned})
	}
	for range 80 {
		f := data.FollowFilter{Binned: v.r.IntN(5) == 0, ByDay: v.r.IntN(2) == 0, Descending: v.r.IntN(2) == 0, Public: v.r.IntN(4) == 0, Today: day, Owner: v.pick([]string{"Primer Ana", "", ""})}
		f.State = []string{"", "", data.FollowOpen, data.FollowOverdue, data.FollowDueSoon, data.FollowUntold, "done", "closed"}[v.r.IntN(8)]
		if v.r.IntN(2) == 0 {
			f.Types = []string{"grievance", []string{"issue", "commitment", "task"}[v.r.IntN(3)]}
		}
		if v.r.IntN(4) == 0 {
			f.Stakeholder = v.id(v.people)
		}
		if v.r.IntN(4) == 0 {
			f.Settlement = v.id(v.places)
		}
		var want []data.FollowRow
		for _, k := range all {
			r := k.row
			if k.binned == f.Binned && (len(f.Types) == 0 || slices.Contains(f.Types, r.Type)) && (!f.Public || !r.Restricted) && (f.Owner == "" || r.Owner == f.Owner) &&
				(f.Settlement.IsZero() || r.Settlement == f.Settlement) && (f.Stakeholder.IsZero() || slices.Contains(k.about, f.Stakeholder)) &&
				map[string]bool{"": true, data.FollowOpen: r.Open, data.FollowOverdue: r.Overdue(day), data.FollowDueSoon: r.Soon(day), data.FollowUntold: r.Untold, "done": r.Status == "done", "closed": r.Status == "closed"}[f.State] {
				want = append(want, r)
			}
		}
		var got []data.FollowRow
		for page := (data.Page{Limit: 1 + v.r.IntN(9)}); ; {
			p, err := v.s.Follows(ctx, f, page)
			if err != nil {
				v.Fatal(err)
			}
			got = append(got, p.Rows...)
			if page.After = p.Next; p.Next == "" {
				break
			}
		}
		key := func(r data.FollowRow) data.Date {
			if f.ByDay {
				return r.On
			}
			return either(r.Due, noDue)
		}
		if !slices.IsSortedFunc(got, func(a, b data.FollowRow) int {
			if f.Descending {
				a, b = b, a
			}
			return cmp.Compare(key(a), key(b))
		}) {
			v.Errorf("%+v: not in its order", f)
		}
		byID := func(a, b data.FollowRow) int { return a.ID.Compare(b.ID) }
		slices.SortFunc(got, byID)
		slices.SortFunc(want, byID)
		if !slices.Equal(got, want) {
			v.Errorf("%+v:\n%+v\nnot\n%+v", f, got, want)
		}
	}
}
