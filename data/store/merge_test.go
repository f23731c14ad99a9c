package store

import (
	"slices"
	"strings"
	"testing"

	"dogovor/data"
)

// two are one man, written by two officers, with everything that can point at him.
func two(t *testing.T, s *Store) (keep, drop, other *data.Stakeholder, both, alone *data.Engagement, all map[string]data.Record) {
	t.Helper()
	office := &data.Stakeholder{Kind: "organisation", Name: "Primer grada Bora"}
	save(t, s, office)
	keep, drop, other = person("Ђорђе Шарбановац"), person("Djordje Sarbanovac"), person("Ana Primer")
	keep.Phones, keep.Notes, keep.Confidentiality = []string{"063/123-45-67"}, "Pita za bunar.", "internal"
	drop.Phones, drop.Emails, drop.OtherNames = []string{"+381 63 1234567", "030 423 100"}, []string{"dj@primer.rs"}, []string{"Đoka"}
	drop.Notes, drop.Address, drop.Confidentiality = "Radi u gradu.", "Glavna 1", "restricted"
	keep.Memberships = []*data.Membership{{Organisation: office.ID, Role: "odbornik"}}
	drop.Memberships = []*data.Membership{{Organisation: office.ID, Role: "Одборник", From: "2024-01-01"}}
	drop.Assessments = []*data.Assessment{{On: "2026-02-01", Influence: 3}}
	save(t, s, keep, drop)
	other.Represents = drop.ID
	other.Relations = []*data.Relation{{Other: drop.ID, Kind: "family"}}
	save(t, s, other)
	drop.Relations = []*data.Relation{{Other: keep.ID, Kind: "family"}}
	save(t, s, drop)
	both, alone = held("Oba", "2026-09-01 18:00", keep, drop, other), held("Jedan", "2026-09-02 18:00", drop)
	both.Attendance[1].Capacity = "meštanin"
	alone.Points = []*data.Point{{RaisedBy: drop.ID, Said: "Voda"}}
	save(t, s, both, alone)
	all = map[string]data.Record{
		"issue":      &data.Issue{Kind: "need", Text: "Bunar", RaisedOn: "2026-09-02", Raisers: []*data.Raiser{{Stakeholder: keep.ID}, {Stakeholder: drop.ID}}},
		"commitment": &data.Commitment{Promise: "Put", MadeOn: "2026-09-02", Recipients: []*data.Recipient{{Stakeholder: drop.ID}}},
		"grievance":  &data.Grievance{Channel: "slip", Complaint: "named", Stakeholder: drop.ID, Topic: "water", Severity: "minor", ReceivedOn: "2026-09-02", ReceivedBy: "A", Description: "Buka"},
		"task":       &data.Task{Text: "Javi", MadeOn: "2026-09-02", Stakeholder: drop.ID},
	}
	save(t, s, all["issue"], all["commitment"], all["grievance"], all["task"])
	return
}

func again[R data.Record](t *testing.T, s *Store, rec R) R {
	t.Helper()
	v := &visitor{T: t, s: s}
	return v.again(rec).(R)
}

func TestMerge(t *testing.T) {
	s := fresh(t)
	keep, drop, other, both, alone, all := two(t, s)
	v := &visitor{T: t, s: s}
	before := v.graph()

	plan, err := s.MergePlan(ctx, keep.ID, drop.ID)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, m := range plan.Moves {
		what := m.Type + "." + m.Column
		if m.Joined {
			what += " joined"
		}
		for _, r := range m.Of {
			told = append(told, what+" "+strings.TrimSpace(r.Number[:1]+" "+r.Title))
		}
	}
	want := []string{"stakeholder.represents S Ana Primer", "membership.stakeholder joined S Djordje Sarbanovac", "assessment.stakeholder S Djordje Sarbanovac", "relation.stakeholder joined S Djordje Sarbanovac",
		"relation.other S Ana Primer", "attendance.stakeholder joined E Oba", "attendance.stakeholder E Jedan", "point.raised_by E Jedan",
		"recipient.stakeholder C Put", "raiser.stakeholder joined I Bunar", "grievance.stakeholder G Buka", "task.stakeholder T Javi"}
	slices.Sort(told)
	slices.Sort(want)
	if !slices.Equal(told, want) {
		t.Errorf("told\n%q\nwant\n%q", told, want)
	}
	if len(plan.Warnings) > 0 {
		t.Errorf("warned: %v", plan.Warnings)
	}
	v.sameGraph(before, v.graph()) // a plan changes nothing

	batch, err := s.Merge(ctx, keep.ID, drop.ID, map[string]string{"name": data.TakeDropped})
	if err != nil {
		t.Fatal(err)
	}
	one := again(t, s, keep)
	if one.Name != drop.Name || !slices.Equal(one.OtherNames, []string{"Đoka", "Ђорђе Шарбановац"}) || !slices.Equal(one.Phones, []string{"063/123-45-67", "030 423 100"}) ||
		one.Notes != "Pita za bunar.\n\nRadi u gradu." || one.Address != "Glavna 1" || one.Confidentiality != "restricted" || one.Number != keep.Number {
		t.Errorf("%+v", one)
	}
	if len(one.Memberships) != 1 || one.Memberships[0].From != "2024-01-01" || one.Memberships[0].Role != "odbornik" || len(one.Assessments) != 1 || len(one.Relations) != 0 {
		t.Errorf("parts: %+v %+v %+v", one.Memberships[0], one.Assessments, one.Relations)
	}
	if e := again(t, s, both); len(e.Attendance) != 2 || e.Attendance[0].Stakeholder != keep.ID || e.Attendance[0].Capacity != "meštanin" {
		t.Errorf("both were there: %+v", e.Attendance)
	}
	if e := again(t, s, alone); e.Attendance[0].Stakeholder != keep.ID || e.Points[0].RaisedBy != keep.ID {
		t.Error("what the other did is not his")
	}
	if x := again(t, s, all["issue"].(*data.Issue)); len(x.Raisers) != 1 {
		t.Errorf("raised twice: %+v", x.Raisers)
	}
	gone := again(t, s, drop)
	if !gone.Binned || gone.MergedInto != keep.ID {
		t.Errorf("%+v", gone.Meta)
	}
	if list, err := s.Merges(ctx, keep.ID); err != nil || len(list) != 1 || list[0].ID != drop.ID || list[0].By != "Primer Oficir" || list[0].Into != keep.ID {
		t.Errorf("merges: %+v %v", list, err)
	}
	if h, err := s.History(ctx, "stakeholder", keep.ID); err != nil || !slices.ContainsFunc(h, func(c data.Change) bool { return c.Record == drop.ID && c.Field == "merged_into" && c.Batch == batch }) {
		t.Errorf("the history does not tell of it: %v", err)
	}
	for _, name := range []string{"Шарбановац", "djoka", "Ђорђе"} {
		if hits, err := s.Search(ctx, data.Search{Text: name, Types: []string{"stakeholder"}}, 5); err != nil || len(hits) != 1 || hits[0].ID != keep.ID {
			t.Errorf("%q finds %+v %v", name, hits, err)
		}
	}
	wantWhole(t, s)

	// Weeks later: some of it was changed, and he came again.
	one.Address, one.Phones = "Nova 2", append(one.Phones, "064 555 333")
	save(t, s, one)
	later := held("Kasnije", "2026-10-01 18:00", keep)
	save(t, s, later)
	_, left, err := s.Unmerge(ctx, drop.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(left) != 1 || left[0].Column != "stakeholder.address" || left[0].Number != keep.Number {
		t.Errorf("left: %+v", left)
	}
	one = again(t, s, one)
	if one.Name != "Ђорђе Шарбановац" || one.Address != "Nova 2" || !slices.Equal(one.Phones, []string{"063/123-45-67", "064 555 333"}) || len(one.OtherNames) != 0 || one.Notes != "Pita za bunar." {
		t.Errorf("%+v", one)
	}
	if e := again(t, s, later); e.Attendance[0].Stakeholder != keep.ID {
		t.Error("where he came since is not his any more")
	}
	after := v.graph()
	for id, was := range before {
		if is := after[id]; is != was && id != "stakeholder "+keep.ID.String() {
			t.Errorf("%s\n was %s\n  is %s", id, was, is)
		}
	}
	if o := again(t, s, other); o.Represents != drop.ID {
		t.Error("whom Ana speaks for")
	}
	wantWhole(t, s)
}

// Two doubles of one man came to one meeting; one of them turns out to be somebody else.
func TestOneOfTwoDoublesIsTakenOut(t *testing.T) {
	s := fresh(t)
	kept, first, second := person("Primer Marko"), person("Primer Marko"), person("Пример Марко")
	save(t, s, kept, first, second)
	e := held("Bunari", "2026-10-01 18:00", first, second)
	e.Attendance[1].Capacity = "meštanin"
	save(t, s, e)
	v := &visitor{T: t, s: s}
	before := v.graph()
	for _, d := range []*data.Stakeholder{first, second} {
		if _, err := s.Merge(ctx, kept.ID, d.ID, nil); err != nil {
			t.Fatal(err)
		}
	}
	if x := again(t, s, e); len(x.Attendance) != 1 || x.Attendance[0].Stakeholder != kept.ID {
		t.Fatalf("%+v", x.Attendance)
	}
	apart := func(id data.ID) data.ID {
		t.Helper()
		batch, left, err := s.Unmerge(ctx, id)
		if err != nil || len(left) > 0 {
			t.Fatal(left, err)
		}
		return batch
	}
	merged := v.graph()
	batch := apart(first.ID)
	x := again(t, s, e)
	if len(x.Attendance) != 2 || x.Attendance[0].Stakeholder != first.ID || x.Attendance[1].Stakeholder != kept.ID || x.Attendance[1].Capacity != "meštanin" || x.Attendance[0].Capacity != "" {
		t.Errorf("%+v %+v", x.Attendance[0], x.Attendance[1])
	}
	wantWhole(t, s)
	if err := s.Undo(ctx, batch); err != nil {
		t.Fatal(err)
	}
	v.sameGraph(merged, v.graph())
	apart(first.ID)
	apart(second.ID)
	v.sameGraph(before, v.graph())
	wantWhole(t, s)
}

func TestMergeRefusals(t *testing.T) {
	s := fresh(t)
	keep, drop, other, _, _, all := two(t, s)
	merge := func(a, b data.ID) error {
		_, err := s.Merge(ctx, a, b, nil)
		return err
	}
	wantCode(t, merge(keep.ID, keep.ID), "merge.itself")
	wantCode(t, merge(keep.ID, data.NewID()), "record.missing")
	g := all["grievance"].(*data.Grievance)
	g.ThirdParty = keep.ID
	save(t, s, g)
	before := (&visitor{T: t, s: s}).graph()
	wantCode(t, merge(keep.ID, drop.ID), "merge.does_not_fit")
	(&visitor{T: t, s: s}).sameGraph(before, (&visitor{T: t, s: s}).graph())
	if _, err := s.Bin(ctx, "stakeholder", other.ID); err != nil {
		t.Fatal(err)
	}
	wantCode(t, merge(keep.ID, other.ID), "record.in_bin")
	wantCode(t, merge(other.ID, keep.ID), "record.in_bin")
	_, _, err := s.Unmerge(ctx, keep.ID)
	wantCode(t, err, "merge.not_merged")
	office := &data.Stakeholder{Kind: "organisation", Name: "Sarbanovac Djordje"}
	save(t, s, office)
	if plan, err := s.MergePlan(ctx, keep.ID, office.ID); err != nil || !slices.Equal(plan.Warnings, []string{data.MergeKinds}) {
		t.Errorf("a man and an office: %+v %v", plan, err)
	}
}
