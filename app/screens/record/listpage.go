package record

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Shown is one record with all that its page says.
type Shown interface {
	Subject() data.Record
	Heading() Heading
	Body(resized func()) []fyne.CanvasObject // the parts below the heading, nil ones left out; resized is for a part that takes another height
}

// Guide is a page that leads through its steps, instead of having them in its heading: it gets the buttons of those that may come next, or the
// fields of the one that is being said; nil when nothing may come.
type Guide interface {
	Guide(next fyne.CanvasObject) fyne.CanvasObject
}

// Heading is how a page begins.
type Heading struct {
	Title   string // what it is called
	Number  string
	Badges  []fyne.CanvasObject
	Actions []fyne.CanvasObject // what can be done beside its steps, editing and the bin
}

// isAsking tells whether a step is being said on the page that is shown.
func (l *List[R, F]) isAsking() bool {
	return l.asking != nil && !l.shown.IsZero() && l.asking.of == l.shown
}

// open shows the page of a record beside the rows. The page that is there stays until the other is read.
func (l *List[R, F]) open(id data.ID) {
	l.opened++
	l.shown, l.gone = id, false
	opened := l.opened
	var on Shown
	var gone bool
	l.host.Load(func(ctx context.Context) (err error) {
		on, err = l.of.Read(ctx, id)
		if gone = data.ErrorCode(err) == missing; gone {
			return nil // taken back, on this page or on another laptop: that is no failure
		}
		return err
	}, func() {
		switch {
		case opened != l.opened:
		case gone:
			l.closePage()
			l.gone = true
			l.sides.SetDetail(l.nothing())
		default:
			l.on = on
			l.Present()
		}
	})
}

// Reread reads the page that is shown again, without moving.
func (l *List[R, F]) Reread() {
	if !l.shown.IsZero() && !l.isAsking() {
		l.open(l.shown)
	}
}

// missing is the code of a record that is not there.
const missing = "record.missing"

// Present builds the page of what was read; the page of the same record stays where it was scrolled to.
func (l *List[R, F]) Present() {
	id, before := l.on.Subject().Head().ID, l.page
	focused := before != nil && before.HasFocus()
	var page *widgets.Page
	parts := []fyne.CanvasObject{l.heading()}
	if guide, ok := l.on.(Guide); ok {
		parts = append(parts, guide.Guide(l.next()))
	} else if l.isAsking() {
		parts = append(parts, l.asking.View)
	}
	page = Page(append(parts, l.on.Body(func() { page.Refresh() })...)...)
	l.page = page
	if !l.isAsking() {
		l.asked = ""
	}
	l.sides.SetDetail(page)
	if before != nil && l.paged == id {
		page.ScrollTo(before.Offset())
	}
	l.paged = id
	if focused {
		widgets.Focus(page)
	}
	if then := l.then; then != nil {
		l.then = nil
		then()
	}
}

// heading is what the record is, and what can be done next.
func (l *List[R, F]) heading() fyne.CanvasObject {
	h := l.on.Heading()
	r := l.on.Subject()
	if r.Head().Binned {
		restore := widgets.SecondaryButton(l.host.Words().T("common.restore"), l.restore)
		return widgets.Column(look.Unit*2, Banner(l.word("bin.banner"), restore), Head(h.Title, h.Number, h.Badges, nil))
	}
	var actions []fyne.CanvasObject
	if !l.isAsking() {
		if _, guided := l.on.(Guide); !guided {
			actions = l.stepButtons(r)
		}
		actions = append(append(actions, EditButton(l.host, l.Edit)), h.Actions...)
		if l.of.Binned != nil {
			actions = append(actions, BinButton(l.host, l.throwAway))
		}
	}
	return Head(h.Title, h.Number, h.Badges, actions)
}

// next is what a guide gets.
func (l *List[R, F]) next() fyne.CanvasObject {
	r := l.on.Subject()
	switch {
	case r.Head().Binned:
		return nil
	case l.isAsking():
		return l.asking.View
	}
	buttons := l.stepButtons(r)
	if len(buttons) == 0 {
		return nil
	}
	return widgets.Flow(look.Unit, buttons...)
}

// stepButtons are for what may happen to the record now; what mostly comes next stands first.
func (l *List[R, F]) stepButtons(r data.Record) (buttons []fyne.CanvasObject) {
	var aside []fyne.CanvasObject
	for _, s := range l.of.Steps {
		switch word, ask := l.host.Words().T(s.Word), func() { l.ask(s) }; {
		case s.Fits != nil && !s.Fits(r):
		case s.Aside != nil && s.Aside(r):
			aside = append(aside, widgets.QuietButton(word, ask))
		default:
			buttons = append(buttons, widgets.SecondaryButton(word, ask))
		}
	}
	return append(buttons, aside...)
}

// readPage gives the keys to the page, as soon as there is one.
func (l *List[R, F]) readPage() {
	if l.page == nil {
		l.then = l.readPage
		return
	}
	widgets.Focus(l.page)
}

// nothing stands where no page is; where there is nothing to choose it says nothing.
func (l *List[R, F]) nothing() fyne.CanvasObject {
	switch {
	case l.gone:
		return widgets.NewEmpty(l.of.Icon, l.host.Words().T("record.gone"), "", nil)
	case l.rows.total == 0:
		return &fyne.Container{}
	}
	return widgets.NewEmpty(l.of.Icon, l.word("choose"), "", nil)
}

// closePage shows no record.
func (l *List[R, F]) closePage() {
	l.asked = ""
	l.opened++
	l.shown, l.page, l.paged, l.on, l.gone = data.ID{}, nil, data.ID{}, nil, false
	l.sides.SetDetail(l.nothing())
}

func (l *List[R, F]) throwAway() { l.move(l.word("binned", named(l.on)...), l.db.Bin) }
func (l *List[R, F]) restore()   { l.move(l.word("restored", named(l.on)...), l.db.Restore) }

// named is what messages may call a record by.
func named(on Shown) []any {
	h := on.Heading()
	return []any{"Number", h.Number, "Name", h.Title}
}

// move moves the record shown to the bin or out of it: it is in another list now.
func (l *List[R, F]) move(said string, do func(context.Context, string, data.ID) (data.ID, error)) {
	id := l.shown
	var batch data.ID
	l.host.Load(func(ctx context.Context) (err error) {
		batch, err = do(context.WithoutCancel(ctx), l.of.Type.Name, id)
		return err
	}, func() {
		l.closePage()
		l.sides.ShowList()
		l.host.Done(said, batch)
		l.load()
		widgets.Focus(l.table)
	})
}

// ask opens the fields of a step in the page. The record is read anew, so that what is typed does not show on the page before it is saved.
func (l *List[R, F]) ask(s Step) {
	id := l.shown
	var on Shown
	var from stepSources
	l.host.Load(func(ctx context.Context) (err error) {
		if on, err = l.of.Read(ctx, id); err == nil {
			from, err = readSources(ctx, l.db, on.Subject())
		}
		return err
	}, func() {
		if l.shown != id || l.isAsking() {
			return
		}
		l.asking = NewAsking(l.host, l.db, s, on.Subject(), from, l.of.Values)
		l.asked = strings.TrimSuffix(l.host.Words().T(s.Word), "…")
		l.asking.OnClose = l.endStep
		l.asking.OnSaved = func(batch data.ID) {
			l.asking = nil
			l.host.Done(l.host.Words().T(s.Said, named(on)...), batch)
			l.Reload()
			l.toPageOrRows()
		}
		if l.asking.First == nil { // nothing to be asked
			l.asking.Save()
			return
		}
		l.Present()
		widgets.Focus(l.asking.First)
	})
}

// endStep takes the fields of the step away again.
func (l *List[R, F]) endStep() {
	l.asking = nil
	l.Present()
	l.toPageOrRows()
}

func (l *List[R, F]) toPageOrRows() {
	if l.sides.InDetail() {
		l.readPage()
		return
	}
	widgets.Focus(l.table)
}
