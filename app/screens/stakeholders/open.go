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
			l.record, l.page = data.ID{}, nil
			l.sides.SetDetail(l.nobody())
		default:
			l.show(k)
		}
	})
}

// show builds the page.
func (l *list) show(k known) {
	p := &page{host: l.host, known: k, edit: l.Edit, bin: l.bin, restore: l.restore}
	scroll := p.view()
	p.resized = scroll.Refresh
	l.page, l.scroll = p, scroll
	l.sides.SetDetail(scroll)
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
		l.record, l.page = data.ID{}, nil
		l.opened++
		l.sides.SetDetail(l.nobody())
		l.sides.ShowList()
		l.host.Done(l.host.Words().T(said, "Name", who.Name), batch)
		l.load()
		widgets.Focus(l.table)
	})
}
