package store

import (
	"dogovor/data"
	"dogovor/data/indicator"
)

// issuesInto fills in the issues raised by the period's end.
func (r *reading) issuesInto(d *indicator.Dataset) error {
	return r.each(func(sc scanner) error {
		var x indicator.Issue
		err := sc.Scan(&x.ID, &x.Number, &x.RaisedOn, &x.Kind, &x.Topic, &x.Severity, &x.Settlement, &x.Owner, &x.RespondedOn, &x.ToldOn, &x.ClosedOn)
		d.Issues = append(d.Issues, x)
		return err
	}, `SELECT id, coalesce(number,''), raised_on, coalesce(kind,''), coalesce(topic,''), coalesce(severity,''), settlement, coalesce(owner,''), coalesce(response_on,''),
		coalesce(told_on,''), coalesce(closed_on,'')
		FROM issue WHERE binned=0 AND raised_on<=? AND (coalesce(confidentiality,'')<>'restricted' OR ?) ORDER BY raised_on, rid`, string(d.Period.To), d.Restricted)
}

// grievancesInto fills in the grievances received by the period's end, with the limits that follow from the targets and the working days as
// they are now.
func (r *reading) grievancesInto(d *indicator.Dataset) error {
	var all []*data.Grievance
	at := map[data.ID]*data.Grievance{}
	err := r.each(func(sc scanner) error {
		g := &data.Grievance{}
		err := sc.Scan(&g.ID, &g.Number, &g.ReceivedOn, &g.Complaint, &g.ReplyTo, &g.Topic, &g.Severity, &g.Channel, &g.Settlement, &g.Owner, &g.RemedyOn, &g.Satisfied, &g.ToldOn)
		all, at[g.ID] = append(all, g), g
		return err
	}, `SELECT id, coalesce(number,''), received_on, coalesce(complaint,''), CASE complaint WHEN 'anonymous' THEN coalesce(reply_to,'') ELSE '' END, coalesce(topic,''), coalesce(severity,''), coalesce(channel,''), settlement,
		coalesce(owner,''), coalesce(remedy_on,''), coalesce(satisfied,''), coalesce(told_on,'')
		FROM grievance WHERE binned=0 AND received_on<=? AND (coalesce(confidentiality,'')<>'restricted' OR ?) ORDER BY received_on, rid`, string(d.Period.To), d.Restricted)
	if err != nil || len(all) == 0 {
		return err
	}
	err = r.each(func(sc scanner) error {
		var id data.ID
		s := &data.GrievanceStep{}
		err := sc.Scan(&id, &s.Kind, &s.On, &s.Outcome)
		if g := at[id]; g != nil {
			g.Steps = append(g.Steps, s)
		}
		return err
	}, "SELECT grievance, coalesce(kind,''), coalesce(on_day,''), coalesce(outcome,'') FROM grievance_step WHERE binned=0 ORDER BY grievance, pos, id")
	if err != nil {
		return err
	}
	law, err := r.lawNow()
	if err != nil {
		return err
	}
	for _, g := range all {
		limits, err := law.calendar.Grievance(g, law.targets)
		if err != nil {
			return err
		}
		d.Grievances = append(d.Grievances, indicator.Grievance{ID: g.ID, Number: g.Number, ReceivedOn: g.ReceivedOn, Topic: g.Topic, Severity: g.Severity, Channel: g.Channel,
			Settlement: g.Settlement, Owner: g.Owner, Reachable: g.Reachable(), Acknowledge: limits.Acknowledge.Date, Respond: limits.Respond.Date, Close: limits.Close,
			Acknowledged: limits.Acknowledged, Responded: limits.Responded, Turns: turns(g.Steps), RemedyOn: g.RemedyOn, Satisfied: g.Satisfied, ToldOn: g.ToldOn})
	}
	return nil
}

// turns are the steps that closed a grievance, and those that opened it again.
func turns(steps []*data.GrievanceStep) (out []indicator.Turn) {
	closed := false
	for _, s := range steps {
		switch {
		case s.Kind == data.GrievanceClosed:
			out, closed = append(out, indicator.Turn{On: s.On, Outcome: s.Outcome}), true
		case closed:
			out, closed = append(out, indicator.Turn{On: s.On}), false
		}
	}
	return out
}
