package store

import (
	"context"

	"dogovor/data"
	"dogovor/data/calendar"
)

// law is what deadlines follow from: the law's calendar with the days that people took out of it or added, and the targets.
type law struct {
	calendar *calendar.Calendar
	targets  data.Targets
}

// lawNow reads it, once for each look at the database.
func (r *reading) lawNow() (*law, error) {
	if r.law != nil {
		return r.law, nil
	}
	settings, err := r.settings()
	if err != nil {
		return nil, err
	}
	days, err := all[*data.Holiday](r, data.Holidays)
	if err != nil {
		return nil, err
	}
	c, err := calendar.New(calendar.FromHolidays(days))
	if err != nil {
		return nil, err
	}
	r.law = &law{calendar: c, targets: data.TargetsOf(func(name string) string { return settings[name] })}
	return r.law, nil
}

// nextLimit is the day by which the next thing must happen to a grievance, "" when nothing must or no such day is known.
func (r *reading) nextLimit(g *data.Grievance) (data.Date, error) {
	l, err := r.lawNow()
	if err != nil {
		return "", err
	}
	limits, err := l.calendar.Grievance(g, l.targets)
	if err != nil {
		return "", nil // received on a day for which there is no calendar
	}
	_, due := limits.Next(g)
	return due, nil
}

// Calendar is the law's calendar with the exceptions that people entered.
func (s *Store) Calendar(ctx context.Context) (c *calendar.Calendar, err error) {
	err = s.read(ctx, func(r *reading) error {
		l, err := r.lawNow()
		if err == nil {
			c = l.calendar
		}
		return err
	})
	return c, err
}

// Targets are within how many days something must happen to a grievance.
func (s *Store) Targets(ctx context.Context) (t data.Targets, err error) {
	err = s.read(ctx, func(r *reading) error {
		l, err := r.lawNow()
		if err == nil {
			t = l.targets
		}
		return err
	})
	return t, err
}

// relimit brings the limits of open grievances up to date with the law as it is now; all else in their lines stays.
func (x *writing) relimit() error {
	due := map[data.ID]string{}
	err := x.each(func(sc scanner) error {
		var id data.ID
		var key string
		err := sc.Scan(&id, &key)
		due[id] = key
		return err
	}, "SELECT g.id, l.due_key FROM follow_list l CROSS JOIN grievance g ON g.rid=(l.doc>>5) WHERE l.type=? AND l.binned IN (0,1) AND l.open=1", data.Grievances.Code)
	if err != nil {
		return err
	}
	for id, was := range due {
		rec, rid, err := x.whole(data.Grievances, id)
		if err != nil {
			return err
		}
		next, err := x.nextLimit(rec.(*data.Grievance))
		if err != nil {
			return err
		}
		if key := string(either(next, noDue)); key != was {
			if err := x.exec("UPDATE follow_list SET due_key=? WHERE doc=?", key, followDoc(data.Grievances, rid)); err != nil {
				return err
			}
		}
	}
	return nil
}
