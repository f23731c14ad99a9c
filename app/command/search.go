package command

import (
	"fmt"
	"strings"

	"dogovor/data"
	"dogovor/data/find"
)

type searchJob struct {
	Query []string `arg:"" optional:"" help:"What to look for, as in the window: djordje sarb, village:Krivelj kind:visit after:2026-01. Nothing shows what was changed last."`
	database
	Limit int  `default:"20" help:"At most so many."`
	JSON  bool `name:"json" help:"Print rank, kind, id, number, title and where it was found as JSON."`
}

// hitOutput is one hit, as JSON. Kind is the record type.
type hitOutput struct {
	Rank       int       `json:"rank"` // 1 is the best
	Kind       string    `json:"kind"`
	ID         data.ID   `json:"id"`
	Number     string    `json:"number,omitempty"`
	Title      string    `json:"title"`
	Match      string    `json:"match"` // why it was found: number, same, begins, name, within, text, near, recent
	Field      string    `json:"field,omitempty"`
	Snippet    string    `json:"snippet,omitempty"`
	Marks      [][2]int  `json:"marks,omitempty"` // bytes of the snippet
	Status     string    `json:"status,omitempty"`
	On         data.Date `json:"on,omitempty"`
	Settlement string    `json:"settlement,omitempty"`
}

// Run finds records, with the functions that the window's quick find calls.
func (j *searchJob) Run(e *Env) error {
	if j.Limit < 1 || j.Limit > 1000 {
		return usageError{"--limit goes from 1 to 1000"}
	}
	db, err := j.read(e)
	if err != nil {
		return err
	}
	defer db.Close()
	terms, err := db.Terms(e.ctx)
	if err != nil {
		return err
	}
	places, err := db.Settlements(e.ctx)
	if err != nil {
		return err
	}
	words := e.words.WithTerms(terms)
	query, _ := find.Parse(strings.Join(j.Query, " "), words.FindWords(terms, places))
	hits, err := db.Search(e.ctx, query, j.Limit)
	if err != nil {
		return err
	}
	if j.JSON {
		out := make([]hitOutput, len(hits))
		for i, h := range hits {
			out[i] = hitOutput{h.Rank, h.Type, h.ID, h.Number, h.Title, h.Match, h.Field, h.Snippet, h.Marks, h.Status, h.On, h.SettlementName}
		}
		return e.json(out)
	}
	for _, h := range hits {
		fmt.Fprintf(e.Stdout, "%-16s %-24s %s\n", h.Number, words.T("record."+h.Type), strings.Join(strings.Fields(h.Title), " "))
		if h.Snippet != "" {
			fmt.Fprintf(e.Stdout, "%-16s %-24s   %s\n", "", "", h.Snippet)
		}
	}
	if len(hits) == 0 {
		e.say("command.search.nothing")
	}
	return nil
}
