package reports

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dogovor/data"
	"dogovor/reports/doc"
)

// meeting is one engagement with all that its minutes tell.
type meeting struct {
	*data.Engagement
	place   *data.Settlement // nil for none
	people  map[data.ID]*data.Stakeholder
	belongs map[data.ID]string   // the organisation somebody came from
	became  []data.FollowRow     // what came of it, as it was recorded
	from    map[data.ID][]string // of a point the numbers of what it became
	hidden  int                  // restricted records left out
	photos  []photo
}

// photo is a picture kept with a meeting.
type photo struct {
	name string
	note string
	data []byte // nil when it cannot be read
}

// readMeeting reads an engagement. One that is restricted is refused unless it was asked for; restricted people and follow-ups are left out.
func readMeeting(ctx context.Context, from Source, ask Ask) (m meeting, err error) {
	m = meeting{people: map[data.ID]*data.Stakeholder{}, belongs: map[data.ID]string{}, from: map[data.ID][]string{}}
	if m.Engagement, err = from.Engagement(ctx, ask.Engagement); err != nil {
		return m, err
	}
	if m.Restricted() && !ask.Restricted {
		return m, data.NewError("report.restricted", nil, "Number", m.Number)
	}
	if !m.Settlement.IsZero() {
		if m.place, err = from.Settlement(ctx, m.Settlement); err != nil {
			return m, err
		}
	}
	for _, a := range m.Attendance {
		if err := m.readPerson(ctx, from, ask, a.Stakeholder); err != nil {
			return m, err
		}
	}
	for _, x := range m.Points {
		if err := m.readPerson(ctx, from, ask, x.RaisedBy); err != nil {
			return m, err
		}
	}
	for _, a := range m.Attendance {
		if m.people[a.Stakeholder] == nil {
			m.hidden++
		}
	}
	return m, m.readBecame(ctx, from, ask)
}

// readPerson leaves out who is in the bin or, unless asked for, restricted.
func (m *meeting) readPerson(ctx context.Context, from Source, ask Ask, id data.ID) error {
	if id.IsZero() || m.people[id] != nil {
		return nil
	}
	s, err := from.Stakeholder(ctx, id)
	if err != nil || s.Binned || s.Confidentiality == "restricted" && !ask.Restricted {
		return err
	}
	m.people[id] = s
	m.belongs[id], err = organisationOf(ctx, from, s, m.Start.HomeDate(), ask.Restricted)
	return err
}

// organisationOf is where somebody belonged on a day.
func organisationOf(ctx context.Context, from Source, s *data.Stakeholder, on data.Date, restricted bool) (string, error) {
	for _, x := range s.Memberships {
		if x.From != "" && x.From > on || x.To != "" && x.To < on {
			continue
		}
		o, err := from.Stakeholder(ctx, x.Organisation)
		if err != nil {
			return "", err
		}
		if !o.Binned && (restricted || o.Confidentiality != "restricted") {
			return o.Name, nil
		}
	}
	return "", nil
}

// readBecame reads what was promised, asked, complained of and given to somebody to do at the meeting, and from which points.
func (m *meeting) readBecame(ctx context.Context, from Source, ask Ask) error {
	rows, err := allFollows(ctx, from, data.FollowFilter{Engagement: m.ID, Today: data.DateOf(ask.Made.In(data.HomeZone())), ByDay: true})
	if err != nil {
		return err
	}
	for _, r := range rows {
		if r.Restricted && !ask.Restricted {
			m.hidden++
			continue
		}
		m.became = append(m.became, r)
		if !r.Point.IsZero() {
			m.from[r.Point] = append(m.from[r.Point], r.Number)
		}
	}
	kind := func(r data.FollowRow) int {
		return slices.IndexFunc(data.FollowTypes(), func(t *data.Type) bool { return t.Name == r.Type })
	}
	slices.SortFunc(m.became, func(a, b data.FollowRow) int { return cmp.Or(kind(a)-kind(b), strings.Compare(a.Number, b.Number)) })
	for _, numbers := range m.from {
		slices.Sort(numbers)
	}
	return nil
}

// allFollows reads every follow-up of a filter, page by page.
func allFollows(ctx context.Context, from Source, f data.FollowFilter) (out []data.FollowRow, err error) {
	after := data.Cursor("")
	for {
		page, err := from.Follows(ctx, f, data.Page{After: after, Limit: 200})
		if err != nil {
			return nil, err
		}
		out = append(out, page.Rows...)
		if after = page.Next; after == "" {
			return out, nil
		}
	}
}

// readPhotos reads the pictures kept with the meeting; one whose bytes are damaged or gone is printed as an empty frame with its name.
func (m *meeting) readPhotos(ctx context.Context, from Source) error {
	kept, err := from.Attachments(ctx, data.Engagements, m.ID)
	if err != nil {
		return err
	}
	for _, a := range kept {
		if a.Media != "image/jpeg" && a.Media != "image/png" {
			continue
		}
		body, err := from.AttachmentBytes(ctx, a.SHA256)
		if err != nil && ctx.Err() != nil {
			return err
		}
		m.photos = append(m.photos, photo{a.Name, strings.TrimSpace(a.Note), body})
	}
	return nil
}

// image is the picture as a block.
func (x photo) image() doc.Image {
	said := x.note
	if said == "" {
		said = x.name
	}
	return doc.Image{Data: x.data, Alt: said, Caption: said, Height: 80}
}
