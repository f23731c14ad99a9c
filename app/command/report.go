package command

import (
	"fmt"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/reports"
)

// period is the pair of flags of every job that looks at a span of days.
type period struct {
	From string `placeholder:"DATE" help:"First day, 2026-10-01."`
	To   string `placeholder:"DATE" help:"Last day, in the period as well."`
}

func (p period) period() (data.Period, error) {
	out := data.Period{From: data.Date(p.From), To: data.Date(p.To)}
	if p.From == "" || p.To == "" {
		return out, usageError{"a period needs --from and --to"}
	}
	if err := out.Validate(); err != nil {
		return out, usageError{"a period goes from its first to its last day, written 2026-10-01 and 2026-10-31 (" + err.Error() + ")"}
	}
	return out, nil
}

type reportJob struct {
	Name string `arg:"" optional:"" help:"Which report; --list names them."`
	DB   string `name:"db" placeholder:"FILE" help:"The database."`
	period
	Lang       string `default:"" placeholder:"LANG" help:"en, sr-Latn, sr-Cyrl or zh-Hans; this laptop's language unless given."`
	Output     string `short:"o" placeholder:"FILE" help:"Where to write; the ending chooses pdf, xlsx or csv."`
	Restricted bool   `help:"Restricted records too."`
	List       bool   `help:"Name the reports."`
}

// Run writes one report.
func (j *reportJob) Run(e *Env) error {
	if j.List {
		for _, r := range reports.All {
			fmt.Fprintf(e.Stdout, "%-12s %s\n", r.Name, e.words.T(r.Title))
		}
		return nil
	}
	if j.Name == "" || j.DB == "" || j.Output == "" {
		return usageError{"report needs a NAME, --db and -o; try: dogovor report --list"}
	}
	report, ok := reports.Named(j.Name)
	if !ok {
		return usageError{fmt.Sprintf("there is no report %q; try: dogovor report --list", j.Name)}
	}
	p, err := j.period.period()
	if err != nil {
		return err
	}
	words := e.words
	if j.Lang != "" {
		lang, err := i18n.Parse(j.Lang)
		if err != nil {
			return usageError{"--lang is one of en, sr-Latn, sr-Cyrl, zh-Hans"}
		}
		words = i18n.For(lang)
	}
	db, err := database{j.DB}.sound(e)
	if err != nil {
		return err
	}
	defer db.Close()
	in, err := reports.Read(e.ctx, db, p, j.Restricted, e.Now())
	if err != nil {
		return err
	}
	terms, err := db.Terms(e.ctx)
	if err != nil {
		return err
	}
	if err := reports.Write(j.Output, report.Build(in, words.WithTerms(terms))); err != nil {
		return err
	}
	e.say("command.written", "Path", j.Output)
	return nil
}

type figuresJob struct {
	database
	period
	Restricted bool `help:"Restricted records too."`
	JSON       bool `name:"json" help:"Print code, value, numerator, denominator, rows and evidence as JSON."`
}

type figuresOutput struct {
	From       data.Date          `json:"from"`
	To         data.Date          `json:"to"`
	Zone       string             `json:"zone"`
	Restricted bool               `json:"restricted"`
	Figures    []indicator.Figure `json:"figures"`
}

// Run prints every indicator.
func (j *figuresJob) Run(e *Env) error {
	p, err := j.period.period()
	if err != nil {
		return err
	}
	db, err := j.sound(e)
	if err != nil {
		return err
	}
	defer db.Close()
	d, err := db.Dataset(e.ctx, p, j.Restricted)
	if err != nil {
		return err
	}
	figures := indicator.All(d)
	if j.JSON {
		return e.json(figuresOutput{p.From, p.To, data.Home, j.Restricted, figures})
	}
	for _, f := range figures {
		fmt.Fprintf(e.Stdout, "%-3s %-40s %s\n", f.Code, e.words.T("figure."+f.Code), reports.Ratio(f.Ratio, e.words))
	}
	return nil
}
