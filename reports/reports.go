// Package reports turns figures and records into documents. A report is one small file with a function that builds a doc.Document, and one
// line in All; how a document looks and how its file is written is package doc's.
//
// It reads only through Source, computes no figure of its own that is an indicator, and says nothing but messages.
package reports

import (
	"context"
	"slices"

	"dogovor/app/i18n"
	"dogovor/data"
	"dogovor/reports/doc"
)

// Report is one kind of document.
type Report struct {
	Name  string // on the command line
	Title string // message
	Needs []Need // what has to be said of what it is about
	May   []Need // what may be said
	Build func(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error)
}

// All are the reports that can be made, in the order in which they are offered.
var All = []Report{
	{Name: "summary", Title: "report.summary.title", Needs: []Need{Period}, May: []Need{Restricted, Public}, Build: buildSummary},
	{Name: "commitments", Title: "report.commitments.title", Needs: []Need{Period}, May: []Need{Settlement, Restricted, Public}, Build: buildCommitments},
	{Name: "village", Title: "report.village.title", Needs: []Need{Settlement}, May: []Need{Period}, Build: buildVillage},
	{Name: "grievances", Title: "report.complaints.title", Needs: []Need{Period}, May: []Need{Restricted, Public}, Build: buildGrievances},
	{Name: "feedback", Title: "report.feedback.title", Needs: []Need{Settlement, Period}, May: []Need{Public}, Build: buildFeedback},
	{Name: "briefing", Title: "briefing.report", Needs: []Need{Settlement}, May: []Need{Engagement, Restricted}, Build: buildBriefing},
	{Name: "gri", Title: "report.gri.title", Needs: []Need{Period}, May: []Need{Restricted}, Build: buildGRI},
	{Name: "rollup", Title: "report.rollup.title", Needs: []Need{Period}, May: []Need{Restricted}, Build: buildRollup},
	{Name: "notice", Title: "notice.report", Needs: []Need{Settlement}, May: []Need{Second}, Build: buildNotice},
	{Name: "minutes", Title: "report.minutes.title", Needs: []Need{Engagement}, May: []Need{Second, Restricted}, Build: buildMinutes},
	{Name: "signin", Title: "report.signin.title", Needs: []Need{Engagement}, May: []Need{Restricted}, Build: buildSignIn},
	{Name: "map", Title: "report.map.title", Needs: []Need{Period}, May: []Need{Restricted, Public}, Build: buildMap},
	{Name: "profile", Title: "report.profile.title", Needs: []Need{Stakeholder}, May: []Need{Period, Restricted}, Build: buildProfile},
}

// Named finds a report.
func Named(name string) (Report, bool) {
	i := slices.IndexFunc(All, func(r Report) bool { return r.Name == name })
	if i < 0 {
		return Report{}, false
	}
	return All[i], true
}

// Takes tells whether something may or must be said of what the report is about.
func (r Report) Takes(n Need) bool { return slices.Contains(r.Needs, n) || slices.Contains(r.May, n) }

// Make builds a report from the records as they stand at one moment, and dresses it as the company's papers are. What the report does not take is not looked at; what it needs and ask
// does not say is an error "report.needs".
func Make(ctx context.Context, from Source, r Report, ask Ask, p *i18n.Printer) (d doc.Document, err error) {
	for _, n := range r.Needs {
		if !ask.says(n) {
			return d, data.NewError("report.needs", nil, "Need", string(n))
		}
	}
	err = from.Snapshot(ctx, func(ctx context.Context) (err error) {
		if d, err = r.Build(ctx, from, ask, p); err != nil {
			return err
		}
		return Dress(ctx, from, &d)
	})
	return d, err
}

func buildSummary(ctx context.Context, from Source, ask Ask, p *i18n.Printer) (doc.Document, error) {
	in, err := gather(ctx, from, ask.Period, ask.Restricted && !ask.Public, ask.Made)
	if err != nil {
		return doc.Document{}, err
	}
	if ask.Public {
		return publicSummary(ctx, from, in, p)
	}
	return Summary(in, p), nil
}

// Write writes a document into a file whose ending chooses the format: .pdf, .xlsx or .csv. See doc.WriteFile for its errors.
func Write(path string, d doc.Document) error { return doc.WriteFile(path, d) }
