package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dogovor/data"
	"dogovor/data/fold"
)

// TestRandomEdits does what people do, in any order, and sees that the database stays whole, that lists and search answer what a plain
// walk over the records answers, and that nothing is lost through export and import. STORE_SEEDS asks for more.
func TestRandomEdits(t *testing.T) {
	seeds, _ := strconv.Atoi(os.Getenv("STORE_SEEDS"))
	for seed := range max(seeds, 6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			v := &visitor{T: t, s: fresh(t), r: rand.New(rand.NewPCG(uint64(seed), 7))}
			for range 200 {
				v.act()
			}
			wantWhole(t, v.s)
			v.compareLists()
			v.compareFollows()
			file := export(t, v.s)
			b := other(t)
			if _, err := b.Import(ctx, strings.NewReader(file), ImportOptions{}); err != nil {
				t.Fatal(err)
			}
			if export(t, b) != file {
				t.Error("the export of the import differs")
			}
			wantWhole(t, b)
			v.s.Close()
			v.s = reopen(t, v.s.path, options())
			if export(t, v.s) != file {
				t.Error("the export differs after closing")
			}
		})
	}
}

type visitor struct {
	*testing.T
	s           *Store
	r           *rand.Rand
	places      []data.ID
	people      []data.ID
	engagements []data.ID
	batches     []data.ID
	follows     []data.Record // as they were made first
}

func (v *visitor) word() string { return benchWords[v.r.IntN(len(benchWords))] }
func (v *visitor) pick(list []string) string {
	if v.r.IntN(4) == 0 {
		return ""
	}
	return list[v.r.IntN(len(list))]
}

func (v *visitor) id(list []data.ID) data.ID {
	if len(list) == 0 {
		return data.ID{}
	}
	return list[v.r.IntN(len(list))]
}

func (v *visitor) keep(batch data.ID, err error) {
	switch code := data.ErrorCode(err); code {
	case "", "record.in_bin", "undo.changed_since", "undo.nothing", "undo.no_longer_fits":
	default:
		v.Fatalf("%s: %v", code, err)
	}
	if !batch.IsZero() {
		v.batches = append(v.batches, batch)
	}
}

func (v *visitor) act() {
	switch v.r.IntN(16) {
	case 0:
		p := place("Selo "+v.word(), "")
		v.keep(v.s.Save(ctx, p))
		v.places = append(v.places, p.ID)
	case 1, 2:
		p := person("Primer " + v.word())
		v.describe(p)
		v.keep(v.s.Save(ctx, p))
		v.people = append(v.people, p.ID)
	case 3, 4, 5:
		e := &data.Engagement{Status: "held", Venue: "Dom"}
		v.write(e)
		v.keep(v.s.Save(ctx, e))
		v.engagements = append(v.engagements, e.ID)
	case 6:
		if id := v.id(v.people); !id.IsZero() {
			p, err := v.s.Stakeholder(ctx, id)
			v.keep(data.ID{}, err)
			v.describe(p)
			v.keep(v.s.Save(ctx, p))
		}
	case 7, 8:
		if id := v.id(v.engagements); !id.IsZero() {
			e, err := v.s.Engagement(ctx, id)
			v.keep(data.ID{}, err)
			v.write(e)
			v.keep(v.s.Save(ctx, e))
		}
	case 9:
		if id := v.id(v.places); !id.IsZero() {
			p, err := v.s.Settlement(ctx, id)
			v.keep(data.ID{}, err)
			p.Name = "Selo " + v.word()
			v.keep(v.s.Save(ctx, p))
		}
	case 10:
		lists := map[string][]data.ID{"settlement": v.places, "stakeholder": v.people, "engagement": v.engagements}
		typ := []string{"settlement", "stakeholder", "engagement", "engagement"}[v.r.IntN(4)]
		id := v.id(lists[typ])
		if id.IsZero() {
			return
		}
		if v.r.IntN(2) == 0 {
			v.keep(v.s.Bin(ctx, typ, id))
		} else {
			v.keep(v.s.Restore(ctx, typ, id))
		}
	case 12, 13, 14:
		v.follow()
	case 15:
		v.decree()
	case 11:
		if id := v.id(v.batches); !id.IsZero() {
			v.keep(data.ID{}, v.s.Undo(ctx, id))
		}
	}
}

// describe changes a stakeholder somehow.
func (v *visitor) describe(p *data.Stakeholder) {
	switch v.r.IntN(5) {
	case 0:
		p.Name = "Primer " + v.word() + " " + v.word()
	case 1:
		p.Groups = nil
		for _, g := range benchGroups[:4] {
			if v.r.IntN(2) == 0 {
				p.Groups = append(p.Groups, g)
			}
		}
	case 2:
		p.Settlement, p.Notes, p.OtherNames = v.id(v.places), v.word(), []string{v.word()}
	case 3:
		p.Assessments = append(p.Assessments, &data.Assessment{On: data.Date(fmt.Sprintf("2026-0%d-01", 1+v.r.IntN(9))), Influence: v.r.IntN(6)})
	case 4:
		if org := v.id(v.people); org != p.ID && !org.IsZero() {
			p.Memberships = append(p.Memberships, &data.Membership{Organisation: org, Role: v.word()})
		} else if len(p.Memberships) > 0 {
			p.Memberships = p.Memberships[1:]
		}
	}
}

// write changes an engagement somehow.
func (v *visitor) write(e *data.Engagement) {
	e.Title = v.word() + " " + v.word()
	if !e.Start.Known() || v.r.IntN(3) == 0 {
		e.Start = data.OnDay(data.Date(fmt.Sprintf("2026-%02d-%02d", 1+v.r.IntN(9), 1+v.r.IntN(3))))
		if v.r.IntN(2) == 0 {
			e.Start = data.At(e.Start.Local().Add(10 * 3600e9))
		}
	}
	e.Kind, e.Settlement, e.Women = v.pick(data.EngagementKinds.Codes[:3]), v.id(v.places), v.r.IntN(9)
	e.Status = []string{"held", "held", "planned"}[v.r.IntN(3)]
	e.Attendance = nil
	came := map[data.ID]bool{{}: true}
	for range v.r.IntN(5) {
		if id := v.id(v.people); !came[id] {
			came[id] = true
			e.Attendance = append(e.Attendance, &data.Attendance{Stakeholder: id, Capacity: v.pick(benchWords)})
		}
	}
	switch {
	case len(e.Points) > 0 && v.r.IntN(2) == 0:
		e.Points = e.Points[1:]
	case v.r.IntN(2) == 0:
		e.Points = append(e.Points, &data.Point{Said: v.word(), Topic: v.pick(benchTopics)})
	}
}

// compareLists asks the lists many things, and answers them by walking over the records.
func (v *visitor) compareLists() {
	type known struct {
		*data.Engagement
		words  []string
		groups map[string]bool
		came   map[data.ID]bool
	}
	var all []known
	for _, id := range v.engagements {
		e, err := v.s.Engagement(ctx, id)
		if err != nil {
			v.Fatal(err)
		}
		k := known{e, nil, map[string]bool{}, map[data.ID]bool{}}
		text := []string{e.Title, e.Venue, e.Number}
		for _, a := range e.Attendance {
			p, err := v.s.Stakeholder(ctx, a.Stakeholder)
			if err != nil {
				v.Fatal(err)
			}
			k.came[p.ID] = true
			text = append(append(text, a.Capacity, p.Name), p.OtherNames...)
			for _, g := range p.Groups {
				if !p.Binned {
					k.groups[g] = true
				}
			}
		}
		for _, p := range e.Points {
			text = append(text, p.Said)
		}
		if !e.Settlement.IsZero() {
			p, err := v.s.Settlement(ctx, e.Settlement)
			if err != nil {
				v.Fatal(err)
			}
			text = append(text, p.Name)
		}
		fold.Tokens(strings.Join(text, "\n"), func(token string, _, _ int) { k.words = append(k.words, token) })
		all = append(all, k)
	}
	for range 60 {
		var f data.EngagementFilter
		f.Binned = v.r.IntN(6) == 0
		if v.r.IntN(3) == 0 {
			f.Groups = benchGroups[v.r.IntN(3):4]
		}
		if v.r.IntN(3) == 0 {
			f.Stakeholder = v.id(v.people)
		}
		if v.r.IntN(4) == 0 && len(v.places) > 0 {
			f.Settlements = v.places[:1+v.r.IntN(len(v.places))]
		}
		if v.r.IntN(3) == 0 {
			f.Text = v.word()
		}
		if v.r.IntN(4) == 0 {
			f.From, f.To = "2026-03-02", "2026-06-01"
		}
		if v.r.IntN(4) == 0 {
			f.Kinds = []string{"meeting"}
		}
		var want []data.ID
		for _, k := range all {
			d := k.Start.HomeDate()
			var tokens []string
			fold.Tokens(f.Text, func(token string, _, _ int) { tokens = append(tokens, token) })
			begins := func(token string) bool {
				return slices.ContainsFunc(k.words, func(w string) bool { return strings.HasPrefix(w, token) })
			}
			if k.Binned == f.Binned &&
				(len(f.Groups) == 0 || slices.ContainsFunc(f.Groups, func(g string) bool { return k.groups[g] })) &&
				(f.Stakeholder.IsZero() || k.came[f.Stakeholder]) &&
				(len(f.Settlements) == 0 || slices.Contains(f.Settlements, k.Settlement)) &&
				(f.From == "" || d >= f.From && d <= f.To) &&
				(len(f.Kinds) == 0 || slices.Contains(f.Kinds, k.Kind)) &&
				!slices.ContainsFunc(tokens, func(token string) bool { return !begins(token) }) {
				want = append(want, k.ID)
			}
		}
		page, err := v.s.Engagements(ctx, f, data.Page{Limit: 1000})
		if err != nil {
			v.Fatal(err)
		}
		var got []data.ID
		for i, r := range page.Rows {
			got = append(got, r.ID)
			if i > 0 && r.Start.At.After(page.Rows[i-1].Start.At) {
				v.Errorf("%+v: not in the order of time", f)
			}
		}
		if !slices.Equal(sorted(got), sorted(want)) {
			v.Errorf("%+v: %d found, want %d\n%v\n%v", f, len(got), len(want), got, want)
		}
	}
}

// TestCheckSees damages a database in every way that Check looks for.
func TestCheckSees(t *testing.T) {
	for _, c := range []struct{ name, statement, code string }{
		{"a record behind its history's back", "UPDATE engagement SET title='X'", "history"},
		{"binned behind its history's back", "UPDATE stakeholder SET binned=1", "history"},
		{"a record without history", "DELETE FROM change WHERE row=(SELECT id FROM term)", "history"},
		{"history without a record", "DELETE FROM term", "history"},
		{"a gap", "DELETE FROM change WHERE seq=4", "sequence"},
		{"a link to nothing", "UPDATE engagement SET settlement=x'00112233445566778899aabbccddeeff'", "link"},
		{"a list row lost", "DELETE FROM engagement_list WHERE doc=(SELECT min(doc) FROM engagement_list)", "index"},
		{"a list row wrong", "UPDATE engagement_list SET people=people+1", "index"},
		{"a list row of nothing", "INSERT INTO engagement_list SELECT 1, 999, 0, NULL, NULL, NULL, 0, 0, 0, 0", "index"},
		{"who came", "DELETE FROM attended", "index"},
		{"the register", "UPDATE stakeholder_list SET fold='x'", "index"},
		{"how often somebody came", "UPDATE stakeholder_list SET came=came+1", "index"},
		{"groups", "INSERT INTO stakeholder_group SELECT rid, 'other' FROM stakeholder", "index"},
		{"a follow-up lost", "DELETE FROM follow_list WHERE doc=(SELECT min(doc) FROM follow_list)", "index"},
		{"a follow-up wrong", "UPDATE follow_list SET untold=1-untold", "index"},
		{"a limit wrong", "UPDATE follow_list SET due_key='2026-01-01' WHERE type=15 AND open=1", "index"},
		{"a follow-up of nothing", "INSERT INTO follow_list SELECT 31, type, binned, open, untold, status, due_key, on_key, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0 FROM follow_list LIMIT 1", "index"},
		{"whom it concerns", "DELETE FROM follow_who", "index"},
		{"search text of a follow-up", "DELETE FROM follow_text WHERE rowid=(SELECT min(doc) FROM follow_list)", "index"},
		{"suggestions", "UPDATE used SET n=n+1", "index"},
		{"search text lost", "DELETE FROM engagement_text WHERE rowid=(SELECT min(doc) FROM engagement_list)", "index"},
		{"search text of another", "INSERT OR REPLACE INTO engagement_text(rowid, text) SELECT min(doc), 'nesto drugo' FROM engagement_list", "index"},
		{"search text of a person", "INSERT INTO stakeholder_text(rowid, text) VALUES(999, 'x')", "index"},
		{"search text of a place", "DELETE FROM other_text WHERE rowid=(SELECT min(doc) FROM name WHERE doc&31=1)", "index"},
		{"a name of nobody", "INSERT INTO name VALUES(999<<5|3, 'niko')", "index"},
		{"a name lost", "DELETE FROM name WHERE doc&31=3", "index"},
		{"a word of a name", "UPDATE name_word SET n=n+1", "index"},
		{"a word left over", "INSERT INTO name_word VALUES('ostatak', 1)", "index"},
		{"a key left over", "INSERT INTO name_key VALUES('ostata', 'ostatak')", "index"},
		{"a column lost", "ALTER TABLE term DROP COLUMN label_zh", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "bor.db")
			s := reopen(t, path, options())
			village(t, s)
			everything(t, s)
			save(t, s, &data.Term{List: "topic", Code: "dust", Label: "prašina"})
			s.Close()
			plainSQLite(t, path, "PRAGMA foreign_keys=0", c.statement)
			r, err := reopenRead(t, path).Check(ctx)
			if c.code == "" {
				if err == nil {
					t.Error("a missing column was not seen")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Code == c.code && f.String() != "" }) {
				t.Errorf("found %v, want %s", r.Findings, c.code)
			}
			for _, f := range r.Findings {
				if strings.Contains(f.Detail, "Primer") {
					t.Errorf("a name in a finding: %s", f)
				}
			}
		})
	}
}
