package stakeholders

import (
	"context"

	"dogovor/app/widgets"
	"dogovor/data"
)

// open shows the page of a stakeholder beside the rows. The page that is there stays until the other is read.
func (l *list) open(id data.ID) {
	l.opened++
	opened := l.opened
	var k known
	var gone bool
	l.host.Load(func(ctx context.Context) (err error) {
		k, err = load(ctx, l.db, id)
		if gone = data.ErrorCode(err) == "record.missing"; gone {
			return nil // taken back, on this page or in another window: nothing to be told of
		}
		return err
	}, func() {
		switch {
		case opened != l.opened:
		case gone:
			l.close()
		default:
			l.show(k)
		}
	})
}

// show builds the page.
func (l *list) show(k known) {
	p := &page{host: l.host, known: k, edit: l.Edit, bin: l.bin, restore: l.restore}
	scroll, before := p.view(), l.scroll
	p.resized = scroll.Refresh
	same := l.page != nil && l.page.known.who.ID == k.who.ID
	focused := before != nil && before.HasFocus()
	l.page, l.scroll = p, scroll
	l.sides.SetDetail(scroll)
	if same {
		scroll.ScrollTo(before.Offset())
	}
	if focused {
		widgets.Focus(scroll)
	}
	if then := l.then; then != nil {
		l.then = nil
		then()
	}
}

// read gives the keys to the page, as soon as there is one.
func (l *list) read() {
	if l.scroll == nil {
		l.then = l.read
		return
	}
	widgets.Focus(l.scroll)
}

// bin moves the stakeholder shown to the bin.
func (l *list) bin() {
	l.change("stakeholders.binned", l.db.Bin)
}

// restore takes it out again.
func (l *list) restore() {
	l.change("stakeholders.restored", l.db.Restore)
}

func (l *list) change(said string, do func(context.Context, string, data.ID) (data.ID, error)) {
	who := l.page.known.who
	var batch data.ID
	l.host.Load(func(ctx context.Context) (err error) {
		batch, err = do(context.WithoutCancel(ctx), data.Stakeholders.Name, who.ID)
		return err
	}, func() {
		l.close()
		l.sides.ShowList()
		l.host.Done(l.host.Words().T(said, "Name", who.Name), batch)
		l.load()
		widgets.Focus(l.table)
	})
}
