package finder

import (
	"strings"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/widgets"
	"dogovor/data"
)

// saved is the saved search that stands in the field; nil when it has no name.
func (f *Finder) saved() *data.SavedSearch {
	typed := strings.TrimSpace(f.panel.Text())
	for _, s := range f.win.Saved() {
		if strings.TrimSpace(s.Typed) == typed {
			return &s
		}
	}
	return nil
}

// aside offers to give the search a name, or to forget the one it has.
func (f *Finder) aside() {
	switch {
	case f.names:
		f.panel.SetAside("", nil)
	case strings.TrimSpace(f.panel.Text()) == "":
		f.panel.SetAside("", nil)
	case f.saved() != nil:
		f.panel.SetAside(f.p.T("find.forget")+"  Ctrl+S", f.Save)
	default:
		f.panel.SetAside(f.p.T("find.save")+"  Ctrl+S", f.Save)
	}
}

// Save gives the search a name, or takes away the one it has, as Ctrl+S; while a name is typed, it is kept under it.
func (f *Finder) Save() {
	typed := strings.TrimSpace(f.panel.Text())
	switch s := f.saved(); {
	case f.names:
		f.keep()
	case f.wait && len(f.after) > 0:
		f.after = append(f.after, f.Save)
	case typed == "":
	case s != nil:
		f.drop(s.Name)
	default:
		f.forget()
		f.naming, f.names = typed, true
		f.panel.SetHint(f.p.T("find.name"))
		f.panel.SetText(typed)
		f.panel.SelectAll()
	}
}

// nameTyped tells what will happen with the name.
func (f *Finder) nameTyped() {
	f.offers = nil
	f.panel.SetRows([]widgets.FindRow{{Icon: theme.DocumentSaveIcon(), Text: f.p.T("find.naming"), Under: f.naming}}, 0)
	f.aside()
}

// endNaming goes back to the search.
func (f *Finder) endNaming() {
	typed := f.naming
	f.naming, f.names = "", false
	f.panel.SetHint(f.p.T("find.hint"))
	f.panel.SetText(typed)
}

// keep saves the search under the name that was typed.
func (f *Finder) keep() {
	name, typed := strings.TrimSpace(f.panel.Text()), f.naming
	if name == "" {
		return
	}
	var batch data.ID
	f.win.Run(func() (err error) {
		batch, err = f.db.SaveSearch(f.ctx, name, typed)
		return err
	}, func(err error) {
		f.names = false
		f.Close()
		if err != nil {
			f.win.Fail(err)
			return
		}
		f.win.Said(f.p.T("find.kept", "Name", name), batch)
	})
}

// drop takes a saved search away.
func (f *Finder) drop(name string) {
	var batch data.ID
	f.win.Run(func() (err error) {
		batch, err = f.db.DropSearch(f.ctx, name)
		return err
	}, func(err error) {
		f.Close()
		if err != nil {
			f.win.Fail(err)
			return
		}
		f.win.Said(f.p.T("find.dropped", "Name", name), batch)
	})
}

// foot tells what the keys do with the marked row.
func (f *Finder) foot(r *widgets.FindRow) {
	if f.names {
		f.panel.SetFoot(f.p.T("find.foot.name"))
		return
	}
	var says []string
	if r != nil && !r.Makes {
		says = append(says, f.p.T("find.foot.enter"))
		if r.Act != nil {
			says = append(says, f.p.T("find.foot.act", "What", r.Acts))
		}
	}
	switch {
	case len(f.offers) > 0:
		says = append(says, "Tab: "+f.offered(r).Label)
	case strings.TrimSpace(f.panel.Text()) == "":
		says = append(says, f.p.T("find.foot.syntax"))
	}
	f.panel.SetFoot(strings.Join(says, "     "))
}
