package today

import (
	"context"
	"slices"
	"time"

	"dogovor/data"
)

const (
	few      = 8  // lines of a section: what is late leaves room for what comes next
	weekDays = 6  // after today that are looked ahead
	missed   = 14 // days for which a planned meeting that nobody wrote down is still asked about
	waited   = 30 // days after which an issue without an answer has waited long
)

// query is what is asked for.
type query struct {
	today   data.Date
	since   time.Time // zero: nothing is new
	officer string
	whose   string
}

// found is what there is to show: a few lines of each kind, and how many there are.
type found struct {
	overdue, soon dues
	waiting       data.FollowPage // issues without an answer, those that waited long
	meetings      data.EngagementPage
	meetingsAll   int
	drafts        []data.Draft
	changed       []data.Recent
	others        int // overdue or due, when nothing of mine is
}

// dues are follow-ups in one state.
type dues struct {
	filter data.FollowFilter
	rows   []data.FollowRow
	all    int
	by     map[string]int // by record type, when there are more than the rows
}

// nothing tells a day on which nothing waits, for nobody.
func (f found) nothing() bool {
	return f.overdue.all+f.soon.all+f.others+len(f.waiting.Rows)+len(f.meetings.Rows)+len(f.drafts)+len(f.changed) == 0
}

// due tells whether something is to be done.
func (f found) due() bool { return len(f.overdue.rows)+len(f.soon.rows)+len(f.waiting.Rows) > 0 }

// owner is whose things are looked for, "" for everybody's.
func (q query) owner() string {
	if q.whose == everybodys {
		return ""
	}
	return q.officer
}

// read asks the store. Each question costs the same however many records there are.
func (q *query) read(ctx context.Context, db Store) (f found, err error) {
	if q.whose == "" { // who sees to nothing, such as a manager, looks at everybody's
		owners, err := db.FollowOwners(ctx)
		if err != nil {
			return f, err
		}
		if q.whose = everybodys; slices.Contains(owners, q.officer) {
			q.whose = mine
		}
	}
	if f.overdue, err = q.dues(ctx, db, data.FollowOverdue, q.owner()); err != nil {
		return f, err
	}
	if f.soon, err = q.dues(ctx, db, data.FollowDueSoon, q.owner()); err != nil {
		return f, err
	}
	if f.overdue.all+f.soon.all == 0 && q.whose == mine {
		for _, state := range []string{data.FollowOverdue, data.FollowDueSoon} {
			n, err := db.CountFollows(ctx, data.FollowFilter{State: state, Today: q.today})
			if err != nil {
				return f, err
			}
			f.others += n
		}
	}
	if f.waiting, err = q.unanswered(ctx, db); err != nil {
		return f, err
	}
	meetings := q.meetings()
	if f.meetings, err = db.Engagements(ctx, meetings, data.Page{Limit: few}); err != nil {
		return f, err
	}
	if f.meetingsAll = len(f.meetings.Rows); f.meetings.Next != "" {
		if f.meetingsAll, err = db.CountEngagements(ctx, meetings); err != nil {
			return f, err
		}
	}
	if f.drafts, err = db.Drafts(ctx); err == nil && !q.since.IsZero() {
		f.changed, err = db.Since(ctx, q.since, q.officer, few)
	}
	return f, err
}

func (q query) dues(ctx context.Context, db Store, state, owner string) (d dues, err error) {
	d.filter = data.FollowFilter{State: state, Today: q.today, Owner: owner}
	page, err := db.Follows(ctx, d.filter, data.Page{Limit: few})
	if err != nil {
		return d, err
	}
	d.rows, d.all = page.Rows, len(page.Rows)
	if page.Next == "" {
		return d, nil
	}
	d.all, d.by = 0, map[string]int{}
	for _, t := range data.FollowTypes() {
		f := d.filter
		f.Types = []string{t.Name}
		n, err := db.CountFollows(ctx, f)
		if err != nil {
			return d, err
		}
		d.all += n
		d.by[t.Name] = n
	}
	return d, nil
}

// unansweredFilter finds the issues that nobody answered, those that have waited longest first.
func (q query) unansweredFilter() data.FollowFilter {
	return data.FollowFilter{Types: []string{data.Issues.Name}, State: data.FollowOpen, Today: q.today, Owner: q.owner(), ByDay: true}
}

// unanswered are those that have waited long. An issue has no day by which it is due.
func (q query) unanswered(ctx context.Context, db Store) (data.FollowPage, error) {
	page, err := db.Follows(ctx, q.unansweredFilter(), data.Page{Limit: few})
	for i, r := range page.Rows {
		if r.On.AddDays(waited) >= q.today {
			page.Rows, page.Next = page.Rows[:i], "" // the rest came later
			break
		}
	}
	return page, err
}

// meetings are those planned for today and the week, and those of the days before that are still only planned.
func (q query) meetings() data.EngagementFilter {
	return data.EngagementFilter{From: q.today.AddDays(-missed), To: q.today.AddDays(weekDays), Statuses: []string{"planned"}, OldestFirst: true}
}
