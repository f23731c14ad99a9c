package stakeholders

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// possible is the quiet way to the review of duplicates, above the register while there are any.
type possible struct {
	host screens.Host
	db   Store
	n    int
}

func newPossible(host screens.Host, db Store) *possible { return &possible{host: host, db: db} }

// count looks how many there are, and calls then when there are some. The register does not wait for it.
func (p *possible) count(then func()) {
	n := 0
	p.host.Load(func(ctx context.Context) (err error) {
		n, err = p.db.CountDuplicates(ctx, data.LeastAlike)
		return err
	}, func() {
		if p.n = n; n > 0 {
			then()
		}
	})
}

func (p *possible) view() fyne.CanvasObject {
	if p.n == 0 {
		return nil
	}
	return widgets.Flow(0, widgets.NewLink(p.host.Words().N("duplicates.link", p.n), func() { p.host.Go(screens.Place{Area: screens.Duplicates}) }))
}

// merges are those that were merged into the one shown, each with the way back.
func (p page) merges() fyne.CanvasObject {
	if p.who.Binned {
		return nil
	}
	w := p.Host.Words()
	var ls []fyne.CanvasObject
	for _, m := range p.merged {
		ls = append(ls, widgets.Flow(look.Unit*1.5,
			widgets.NewLink(strings.TrimSpace(m.Name+" · "+m.Number), func() { p.open("", m.ID) }),
			look.NewText(w.T("duplicates.by", "On", w.Day(data.DateOf(m.At.In(data.HomeZone()))), "By", m.By), look.Style{Size: look.SizeBody, Color: look.ColorSecondary}),
			widgets.QuietButton(w.T("duplicates.undo"), func() { p.unmerge(m) })))
	}
	return record.Section(w.T("duplicates.section"), lines(ls))
}

// unmerge makes two of one again, and tells what stays because somebody changed it since.
func (p page) unmerge(m data.Merged) {
	var batch data.ID
	var left []data.MergeLeft
	p.Host.Load(func(ctx context.Context) (err error) {
		batch, left, err = p.db.Unmerge(context.WithoutCancel(ctx), m.ID)
		return err
	}, func() {
		w := p.Host.Words()
		if len(left) == 0 {
			p.Host.Done(w.T("duplicates.undone", "Number", m.Number), batch)
			return
		}
		var fields []string
		for _, x := range left {
			said := w.T(x.Column)
			if x.ID != p.who.ID {
				said += " (" + x.Number + ")"
			}
			fields = append(fields, said)
		}
		p.Host.Done(w.T("duplicates.undone.left", "Number", m.Number, "Fields", strings.Join(fields, ", ")), batch)
	})
}
