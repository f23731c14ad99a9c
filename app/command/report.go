package command

import (
	"fmt"
	"slices"
	"strings"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/data/indicator"
	"dogovor/data/store"
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
	Settlement  string `placeholder:"NAME" help:"A settlement, in any script."`
	Engagement  string `placeholder:"NUMBER" help:"An engagement, as E-26-BOR1-0014."`
	Stakeholder string `placeholder:"NUMBER" help:"A stakeholder, as S-26-BOR1-0003."`
	Lang        string `default:"" placeholder:"LANG" help:"en, sr-Latn, sr-Cyrl or zh-Hans; this laptop's language unless given."`
	With        string `placeholder:"LANG" help:"A second language beside the first."`
	Output      string `short:"o" placeholder:"FILE" help:"Where to write; the ending chooses pdf, xlsx or csv."`
	Restricted  bool   `help:"Restricted records too."`
	Public      bool   `help:"The public edition: without names, restricted matters and small counts."`
	List        bool   `help:"Name the reports, and what each takes."`
}

// Run writes one report.
func (j *reportJob) Run(e *Env) error {
	if j.List {
		for _, r := range reports.All {
			var takes []string
			for _, n := range r.Needs {
				takes = append(takes, flags[n])
			}
			for _, n := range r.May {
				takes = append(takes, "["+flags[n]+"]")
			}
			fmt.Fprintf(e.Stdout, "%-12s %-46s %s\n", r.Name, e.words.T(r.Title), strings.Join(takes, " "))
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
	if err := j.fits(report); err != nil {
		return err
	}
	words, err := j.in(e, j.Lang, "--lang")
	if err != nil {
		return err
	}
	db, err := database{j.DB}.sound(e)
	if err != nil {
		return err
	}
	defer db.Close()
	terms, err := db.Terms(e.ctx)
	if err != nil {
		return err
	}
	ask, err := j.ask(e, db, report, terms)
	if err != nil {
		return err
	}
	d, err := reports.Make(e.ctx, db, report, ask, words.WithTerms(terms))
	if err != nil {
		return err
	}
	if err := reports.Write(j.Output, d); err != nil {
		return err
	}
	e.say("command.written", "Path", j.Output)
	return nil
}

// flags say how a report is told what it is about.
var flags = map[reports.Need]string{reports.Period: "--from DATE --to DATE", reports.Settlement: "--settlement NAME", reports.Engagement: "--engagement NUMBER",
	reports.Stakeholder: "--stakeholder NUMBER", reports.Second: "--with LANG", reports.Restricted: "--restricted", reports.Public: "--public"}

// fits refuses what the report does not take, and what it needs and is not there.
func (j *reportJob) fits(r reports.Report) error {
	for n, given := range map[reports.Need]bool{reports.Period: j.From != "" || j.To != "", reports.Settlement: j.Settlement != "", reports.Engagement: j.Engagement != "",
		reports.Stakeholder: j.Stakeholder != "", reports.Second: j.With != "", reports.Restricted: j.Restricted, reports.Public: j.Public} {
		switch {
		case given && !r.Takes(n):
			return usageError{fmt.Sprintf("the report %s takes no %s; try: dogovor report --list", r.Name, flags[n])}
		case !given && n != reports.Restricted && n != reports.Public && slices.Contains(r.Needs, n):
			return usageError{fmt.Sprintf("the report %s needs %s", r.Name, flags[n])}
		}
	}
	return nil
}

// in is the printer of a language; of "", this laptop's.
func (j *reportJob) in(e *Env, lang, flag string) (*i18n.Printer, error) {
	if lang == "" {
		return e.words, nil
	}
	l, err := i18n.Parse(lang)
	if err != nil {
		return nil, usageError{flag + " is one of en, sr-Latn, sr-Cyrl, zh-Hans"}
	}
	return i18n.For(l), nil
}

// ask finds what the flags name.
func (j *reportJob) ask(e *Env, db *store.Store, r reports.Report, terms []*data.Term) (ask reports.Ask, err error) {
	ask = reports.Ask{Restricted: j.Restricted, Public: j.Public, Made: e.Now()}
	if j.From != "" || j.To != "" {
		if ask.Period, err = j.period.period(); err != nil {
			return ask, err
		}
	}
	if j.With != "" {
		second, err := j.in(e, j.With, "--with")
		if err != nil {
			return ask, err
		}
		ask.Second = second.WithTerms(terms)
	}
	for _, x := range []struct {
		t    *data.Type
		said string
		to   *data.ID
	}{{data.Settlements, j.Settlement, &ask.Settlement}, {data.Engagements, j.Engagement, &ask.Engagement}, {data.Stakeholders, j.Stakeholder, &ask.Stakeholder}} {
		if x.said == "" {
			continue
		}
		if *x.to, err = db.Numbered(e.ctx, x.t, x.said); err != nil {
			return ask, err
		}
	}
	return ask, nil
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
