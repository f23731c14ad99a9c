package finder

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/widgets"
	"dogovor/data"
	"dogovor/data/find"
	"dogovor/data/fold"
)

// groupWords head the groups of what was found.
var groupWords = map[string]string{
	data.Stakeholders.Name: "window.stakeholders", data.Settlements.Name: "window.places", data.Engagements.Name: "window.engagements",
	data.Issues.Name: "window.issues", data.Commitments.Name: "window.commitments", data.Grievances.Name: "window.grievances",
	data.Tasks.Name: "window.tasks", data.Attachments.Name: "attachments.title",
}

// Of one type so many are shown beside others; a few the store gives of each type that has them, perhaps of more.
const (
	mostOfType = 6
	fewOfType  = 3
)

// mostCommands is how many commands are shown beside records.
const mostCommands = 5

// rows are what an answer shows; at is the one to mark.
func (f *Finder) rows(a answer) (rows []widgets.FindRow, at int) {
	head := func(word string) { rows = append(rows, widgets.FindRow{Head: true, Text: word}) }
	values := slices.ContainsFunc(a.offers, func(c find.Candidate) bool { return !strings.HasSuffix(c.Text, ":") })
	if values {
		head(f.p.T("find.offers"))
		for i, c := range a.offers {
			r := widgets.FindRow{Text: c.Label, Makes: true, Do: func() { f.take(c) }}
			if i == 0 {
				r.Right = "Tab"
			}
			rows = append(rows, r)
		}
		switch {
		case a.whole(): // what it finds is meant
			at = len(rows)
		case !a.parts[len(a.parts)-1].Known:
			return rows, 0
		}
	}
	for _, p := range a.parts {
		if p.Field != "" && p.Value != "" && !p.Known {
			rows = append(rows, widgets.FindRow{Icon: theme.QuestionIcon(), Text: f.p.T("find.unknown", "Field", find.Keyword(p.Field, string(f.p.Lang())), "Value", p.Value)})
		}
	}
	if strings.TrimSpace(a.typed) == "" {
		return f.beginning(a), 0
	}
	commands := f.commandRows(a)
	if len(commands) > 0 && !named(a.hits) {
		rows = append(rows, commands...)
		commands = nil
	}
	rows = append(rows, f.hitRows(a)...)
	rows = append(rows, commands...)
	if len(a.hits) == 0 && len(rows) == 0 {
		rows = append(rows, widgets.FindRow{Icon: theme.SearchIcon(), Text: f.p.T("find.nothing"), Under: f.p.T("find.nothing.do")})
	}
	if name := strings.TrimSpace(a.query.Text); len([]rune(name)) > 1 && !a.query.Narrowed() && len(a.query.Phrases) == 0 && !named(a.hits) {
		rows = append(rows, widgets.FindRow{Icon: theme.ContentAddIcon(), Makes: true, Text: f.p.T("find.new", "Name", name), Do: func() {
			f.Close()
			f.win.New(name)
		}})
	}
	return rows, at
}

// whole tells whether the value at the end is one that is offered, to the last letter.
func (a answer) whole() bool {
	return len(a.parts) > 0 && slices.ContainsFunc(a.offers, func(c find.Candidate) bool {
		return fold.Key(c.Label) == fold.Key(a.parts[len(a.parts)-1].Value)
	})
}

// named tells whether something is called, numbered or begins so: then that is most likely meant.
func named(hits []data.Hit) bool {
	return len(hits) > 0 && slices.Contains([]string{data.HitNumber, data.HitSame, data.HitBegins}, hits[0].Match)
}

// beginning is what shows before anything was typed: records that were changed last, saved searches, commands.
func (f *Finder) beginning(a answer) (rows []widgets.FindRow) {
	if len(a.hits) > 0 {
		rows = append(rows, widgets.FindRow{Head: true, Text: f.p.T("find.recent")})
	}
	for _, h := range a.hits {
		r := f.hitRow(h)
		r.Note = line(f.p.T("record."+h.Type), r.Note)
		rows = append(rows, r)
	}
	if saved := f.win.Saved(); len(saved) > 0 {
		rows = append(rows, widgets.FindRow{Head: true, Text: f.p.T("find.saved")})
		for _, s := range saved {
			rows = append(rows, widgets.FindRow{Icon: theme.SearchIcon(), Text: s.Name, Note: s.Typed, Do: func() { f.panel.SetText(s.Typed) }})
		}
	}
	return append(rows, f.allCommands()...)
}

// hitRows are the records that were found, by type, the best first.
func (f *Finder) hitRows(a answer) (rows []widgets.FindRow) {
	var types []string
	for _, h := range a.hits {
		if !slices.Contains(types, h.Type) {
			types = append(types, h.Type)
		}
	}
	for _, t := range types {
		rows = append(rows, widgets.FindRow{Head: true, Text: f.p.T(groupWords[t])})
		n := 0
		for _, h := range a.hits {
			if h.Type != t {
				continue
			}
			if n++; n <= mostOfType || len(types) == 1 {
				rows = append(rows, f.hitRow(h))
			}
		}
		if len(types) > 1 && (n > mostOfType || len(a.hits) >= a.limit && n >= fewOfType) {
			rows = append(rows, f.allOf(a, t))
		}
	}
	return rows
}

// allOf narrows to one type, in the words of the search language, so that a person learns them.
func (f *Finder) allOf(a answer, recordType string) widgets.FindRow {
	word := f.p.T("record." + recordType)
	value := strings.ToLower(word)
	if strings.ContainsAny(value, " ,") {
		value = `"` + value + `"`
	}
	narrowed := find.Keyword(find.Type, string(f.p.Lang())) + ":" + value + " " + a.typed
	return widgets.FindRow{Makes: true, Icon: theme.MoreHorizontalIcon(), Text: f.p.T("find.all_of", "Group", f.p.T(groupWords[recordType])), Do: func() { f.panel.SetText(narrowed) }}
}

func (f *Finder) hitRow(h data.Hit) widgets.FindRow {
	r := widgets.FindRow{Icon: f.win.Icon(h.Type), Text: h.Title, Marks: h.TitleMarks, Right: h.Number, Note: f.note(h)}
	if h.Snippet != "" {
		label := ""
		if h.Field != "" && f.p.Has(h.Field) {
			label = f.p.T(h.Field) + ": "
		}
		r.Under = label + h.Snippet
		for _, m := range h.Marks {
			r.Bold = append(r.Bold, [2]int{m[0] + len(label), m[1] + len(label)})
		}
	}
	r.Do = func() {
		f.Close()
		f.win.Open(h)
	}
	if act := f.win.Act(h); act.Do != nil {
		r.Acts, r.Act = act.Word, func() {
			f.Close()
			act.Do()
		}
	}
	return r
}

// note is what tells records of one name apart.
func (f *Finder) note(h data.Hit) string {
	place := f.win.PlaceName(h.SettlementName, h.SettlementCyrl)
	day := func() string {
		if h.On == "" {
			return ""
		}
		return f.p.Day(h.On)
	}
	status := ""
	if id := h.Type + ".status." + h.Status; h.Status != "" && f.p.Has(id) {
		status = f.p.T(id)
	}
	restricted := ""
	if h.Restricted {
		restricted = f.p.Term("confidentiality", "restricted")
	}
	switch h.Type {
	case data.Stakeholders.Name:
		return line(f.p.Term(data.StakeholderKinds.List, h.Kind), place, restricted)
	case data.Engagements.Name:
		return line(day(), place, f.p.Term(data.EngagementKinds.List, h.Kind), restricted)
	case data.Attachments.Name:
		if h.Of != "" {
			return f.p.T("record." + h.Of)
		}
		return ""
	}
	return line(day(), place, status, restricted)
}

// line joins what there is.
func line(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}
