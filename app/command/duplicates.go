package command

import (
	"fmt"

	"dogovor/data"
)

type duplicatesJob struct {
	database
	Least int  `default:"50" help:"Only pairs that score at least this, 1 to 100."`
	Limit int  `default:"200" help:"At most so many."`
	JSON  bool `name:"json" help:"Print score, reasons, ids, numbers and names as JSON."`
}

// pairOutput is one pair, as JSON. Reasons: name, script, spelling, order, typo, phone, email, organisation, settlement.
type pairOutput struct {
	Score   int        `json:"score"`
	Reasons []string   `json:"reasons"`
	A       alikeOne   `json:"a"`
	B       alikeOne   `json:"b"`
	IDs     [2]data.ID `json:"ids"`
}

type alikeOne struct {
	ID         data.ID `json:"id"`
	Number     string  `json:"number"`
	Name       string  `json:"name"`
	Kind       string  `json:"kind"`
	Settlement string  `json:"settlement,omitempty"`
}

// Run lists stakeholders that may be one, as the window's review does.
func (j *duplicatesJob) Run(e *Env) error {
	if j.Least < 1 || j.Least > 100 || j.Limit < 1 {
		return usageError{"--least goes from 1 to 100, --limit from 1"}
	}
	db, err := j.read(e)
	if err != nil {
		return err
	}
	defer db.Close()
	pairs, err := db.Duplicates(e.ctx, j.Least, j.Limit)
	if err != nil {
		return err
	}
	one := func(r data.StakeholderRow) alikeOne {
		return alikeOne{r.ID, r.Number, r.Name, r.Kind, r.SettlementName}
	}
	if j.JSON {
		out := make([]pairOutput, len(pairs))
		for i, p := range pairs {
			out[i] = pairOutput{p.Score, p.Reasons, one(p.A), one(p.B), [2]data.ID{p.A.ID, p.B.ID}}
		}
		return e.json(out)
	}
	for _, p := range pairs {
		fmt.Fprintf(e.Stdout, "%3d  %-16s %s\n     %-16s %s\n     %s\n", p.Score, p.A.Number, p.A.Name, p.B.Number, p.B.Name, e.reasons(p.Reasons))
	}
	if len(pairs) == 0 {
		e.say("command.duplicates.none")
	}
	return nil
}

func (e *Env) reasons(codes []string) (said string) {
	for i, c := range codes {
		if i > 0 {
			said += " · "
		}
		said += e.words.T("duplicates.reason." + c)
	}
	return said
}
