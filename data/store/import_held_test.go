package store

import (
	"strings"
	"testing"

	"dogovor/data"
)

// A grievance that was told back says so in its own row, and only its steps say that it was closed.
func TestImportJudgesRecordsWithTheirParts(t *testing.T) {
	a, b := fresh(t), other(t)
	_, _, _, _, all := everything(t, a)
	shut, heard := all["shut"].(*data.Grievance), all["heard"].(*data.Grievance)
	shut.ToldOn, shut.ToldWhom = "2026-09-20", "podnosiocu"
	save(t, a, shut)
	save(t, b, held("Samo ovde", "2026-10-05 10:00"))
	take := func(file string, refused string) ImportResult {
		t.Helper()
		r, err := b.Import(ctx, strings.NewReader(file), ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, x := range r.Refused {
			got = append(got, x.Type+" "+x.Reason+" "+x.Detail)
		}
		if s := strings.Join(got, ", "); s != refused {
			t.Errorf("refused %q, not %q", s, refused)
		}
		wantWhole(t, b)
		return r
	}
	file := export(t, a)
	// Steps in an order that makes no sense are refused with their grievance, and what points at it.
	crooked := strings.Replace(file, `"kind":"acknowledged","on_day":"2026-10-13"`, `"kind":"accepted","on_day":"2026-10-13"`, 1)
	if crooked == file {
		t.Fatal("nothing was changed")
	}
	take(crooked, "grievance invalid grievance_step.0.kind step_never_offered, grievance_step parent_refused ")
	if got, err := b.Grievance(ctx, shut.ID); err != nil || got.ToldOn != shut.ToldOn || len(got.Steps) != 3 || got.Validate(b.now()).Err() != nil {
		t.Errorf("%+v %v", got, err)
	}
	// The same file as it is: all that is missing comes.
	if r := take(file, ""); r.Made != 2 || r.Matched != r.Taken-2 {
		t.Errorf("%+v", r)
	}
	// A step that came later there fits here as well; one that fits no more is refused alone.
	heard.Steps = append(heard.Steps, &data.GrievanceStep{Kind: data.GrievanceAssessed, On: "2026-10-15", Admissible: "yes"})
	save(t, a, heard)
	if r := take(export(t, a), ""); r.Made != 1 {
		t.Errorf("%+v", r)
	}
	here, err := b.Grievance(ctx, heard.ID)
	if err != nil || here.Status() != data.GrievanceAssessed {
		t.Fatalf("%+v %v", here, err)
	}
	here.Steps = append(here.Steps, &data.GrievanceStep{Kind: data.GrievanceClosed, On: "2026-10-16", Outcome: "withdrawn", Why: "sam"})
	save(t, b, here)
	heard.Steps = append(heard.Steps, &data.GrievanceStep{Kind: data.GrievanceOffered, On: "2026-10-19"})
	save(t, a, heard)
	take(export(t, a), "grievance_step invalid grievance_step.3.kind step_after_closed")
}

// Without its history a file is judged by the same rules.
func TestImportWithoutHistoryJudgesParts(t *testing.T) {
	a, b := fresh(t), other(t)
	_, _, _, _, all := everything(t, a)
	shut := all["shut"].(*data.Grievance)
	shut.ToldOn, shut.ToldWhom = "2026-09-20", "podnosiocu"
	save(t, a, shut)
	file := export(t, a)
	bare := file[:strings.Index(file, "\"changes\":[")] + "\"changes\":[]}\n"
	if _, err := b.Import(ctx, strings.NewReader(strings.Replace(bare, `"kind":"acknowledged","on_day":"2026-10-13"`, `"kind":"accepted","on_day":"2026-10-13"`, 1)), ImportOptions{}); data.ErrorCode(err) != "import.invalid" {
		t.Errorf("crooked steps: %v", err)
	}
	if r, err := b.Import(ctx, strings.NewReader(bare), ImportOptions{}); err != nil || r.Made != r.Taken {
		t.Errorf("%+v %v", r, err)
	}
	wantWhole(t, b)
}
