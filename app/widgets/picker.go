package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
)

// Picker is a field in which a person types part of a name and chooses from what was found. The focus stays in the field while the
// list moves: ↓↑ choose, Enter takes the marked one, or the first, Tab takes it and moves on, Esc closes the list.
type Picker struct {
	Entry
	Search      func(text string) []Option // runs off Fyne's thread
	OnPick      func(Option)               // chosen; the zero Option when the choice was taken back
	OnCreate    func(text string)          // when set, the list offers to make what was typed
	OnMissing   func(text string) string   // what is wrong with text that was left without a choice; nil: the usual sentence
	ClearOnPick bool                       // for adding one after the other: the field empties and keeps the focus
	Free        bool                       // what was typed may stand without a choice

	p         *i18n.Printer
	list      *pickList
	picked    Option
	before    Option // the choice to come back to with Esc
	search    int    // generation: only the newest answer counts
	waiting   bool
	wantFirst bool // Enter was pressed before the answer came
	setting   bool
	instant   bool                    // Search is quick enough to run at once
	offer     func([]Option) []Option // of what was found, what may still be chosen; nil: all
	userMoved bool
	stopBusy  func()
}

// NewPicker makes a picker over whatever search finds for a text.
func NewPicker(p *i18n.Printer, search func(text string) []Option) *Picker {
	k := &Picker{}
	k.init(k, p, search)
	return k
}

func (k *Picker) init(self fyne.Widget, p *i18n.Printer, search func(string) []Option) {
	k.p, k.Search = p, search
	k.become(self)
	k.list = newPickList(k)
	k.OnChanged = k.typed
	k.ActionItem = newGlyph(theme.MenuDropDownIcon(), p.T("widgets.open_list"), func() {
		Focus(k.self)
		if k.isOpen() {
			k.close()
		} else {
			k.look("")
		}
	})
}

// Picked is what is chosen; the zero Option when nothing is.
func (k *Picker) Picked() Option { return k.picked }

// SetPicked shows a choice without calling OnPick; the zero Option empties the field.
func (k *Picker) SetPicked(o Option) {
	k.picked, k.before = o, o
	k.set(o.Label)
	k.tell("")
}

func (k *Picker) set(text string) {
	k.setting = true
	k.SetText(text)
	k.CursorColumn = len([]rune(text))
	k.Refresh()
	k.setting = false
}

func (k *Picker) isOpen() bool { return k.list.stage.isOpen(k.list) }

func (k *Picker) close() {
	k.list.stage.dismiss(k.list)
	k.forget()
}

// forget lets answers on their way come to nothing.
func (k *Picker) forget() {
	k.search++
	k.waiting, k.wantFirst = false, false
	if k.stopBusy != nil {
		k.stopBusy()
		k.stopBusy = nil
	}
}

// typed follows the text: a choice that no longer stands there is taken back, and the list shows what fits now.
func (k *Picker) typed(text string) {
	if k.setting {
		return
	}
	if k.picked != (Option{}) && text != k.picked.Label {
		k.before, k.picked = k.picked, Option{}
		if k.OnPick != nil && !k.ClearOnPick {
			k.OnPick(Option{})
		}
	}
	k.tell("")
	if strings.TrimSpace(text) == "" {
		k.close()
		return
	}
	k.look(text)
}

// look searches for text and opens the list on the answer.
func (k *Picker) look(text string) {
	k.forget()
	k.waiting, k.userMoved = true, false
	mine, search := k.search, k.Search
	k.stopBusy = after(200*time.Millisecond, func() {
		if mine == k.search && k.waiting {
			k.list.show(nil, text, true)
		}
	})
	if k.instant {
		k.found(text, search(strings.TrimSpace(text)))
		return
	}
	background(func() {
		found := search(strings.TrimSpace(text))
		onThread(func() {
			if mine == k.search {
				k.found(text, found)
			}
		})
	})
}

func (k *Picker) found(text string, found []Option) {
	k.waiting = false
	if k.offer != nil {
		found = k.offer(found)
	}
	if k.wantFirst {
		k.wantFirst = false
		if len(found) > 0 {
			k.choose(found[0], true)
			return
		}
	}
	k.list.show(found, text, false)
}

// choose takes an option; further moves on to the next field.
func (k *Picker) choose(o Option, further bool) {
	k.close()
	k.tell("")
	if k.ClearOnPick {
		k.set("")
		further = false
	} else {
		k.picked, k.before = o, o
		k.set(o.Label)
	}
	if k.OnPick != nil {
		k.OnPick(o)
	}
	if further {
		k.next()
	}
}

// create makes what was typed.
func (k *Picker) create() {
	text := strings.TrimSpace(k.Text)
	k.close()
	if k.ClearOnPick {
		k.set("")
	}
	k.OnCreate(text)
}

func (k *Picker) next() {
	if k.OnEnter != nil {
		k.OnEnter()
		return
	}
	focusNext(k.self)
}

// AcceptsTab lets the picker take the marked one before it leaves.
func (k *Picker) AcceptsTab() bool { return k.isOpen() }

// TypedKey moves in the list, takes and closes.
func (k *Picker) TypedKey(ev *fyne.KeyEvent) {
	if k.Disabled() {
		return
	}
	switch ev.Name {
	case fyne.KeyDown:
		k.down(1)
	case fyne.KeyUp:
		k.down(-1)
	case fyne.KeyPageDown:
		k.down(pickRows)
	case fyne.KeyPageUp:
		k.down(-pickRows)
	case fyne.KeyReturn, fyne.KeyEnter:
		k.enter()
	case fyne.KeyTab:
		k.tab()
	case fyne.KeyEscape:
		k.escape(ev)
	default:
		k.Entry.TypedKey(ev)
	}
}

func (k *Picker) down(by int) {
	switch {
	case k.isOpen():
		k.userMoved = true
		k.list.move(by)
	case by > 0 && k.Text == k.picked.Label:
		k.look("")
	case by > 0:
		k.look(k.Text)
	}
}

func (k *Picker) enter() {
	switch {
	case k.isOpen() && k.list.onCreate():
		k.create()
	case k.Free && !k.userMoved: // what was typed stands, however much longer the first suggestion is
		k.close()
		k.next()
	case k.isOpen() && k.list.marked() != nil:
		k.choose(*k.list.marked(), true)
	case k.waiting && k.Text != "":
		k.wantFirst = true
	default:
		k.next()
	}
}

// tab takes what is marked when something was typed or the mark was moved, then leaves in the direction of the key.
func (k *Picker) tab() {
	back := k.shift
	if o := k.list.marked(); k.isOpen() && o != nil && (k.userMoved || k.Text != "" && k.Text != k.picked.Label) && !k.Free {
		k.choose(*o, false)
	}
	k.close()
	if c := canvasOf(k.self); c != nil {
		if back {
			c.FocusPrevious()
		} else {
			c.FocusNext()
		}
	}
}

func (k *Picker) escape(ev *fyne.KeyEvent) {
	if !k.isOpen() && !k.waiting {
		pass(k.self, ev)
		return
	}
	k.close()
	if k.picked == (Option{}) && k.before != (Option{}) && !k.Free {
		k.picked = k.before
		k.set(k.before.Label)
		if k.OnPick != nil {
			k.OnPick(k.picked)
		}
	}
}

// FocusGained marks what is chosen, so that typing replaces it.
func (k *Picker) FocusGained() {
	k.Entry.FocusGained()
	if k.picked.Key != "" && k.Text == k.picked.Label && !k.Free {
		k.Entry.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// FocusLost settles what was typed: exactly the name of something found is taken, anything else stays and is marked.
func (k *Picker) FocusLost() {
	if k.list.pressing { // the mouse is on the list: the field comes back to it
		k.Entry.FocusLost()
		return
	}
	exact := k.list.exactly(k.Text)
	k.close()
	k.Entry.FocusLost()
	text := strings.TrimSpace(k.Text)
	switch {
	case text == "" || k.picked != (Option{}) && k.Text == k.picked.Label:
		if text == "" {
			k.before = Option{}
		}
	case exact != nil && !k.Free:
		k.choose(*exact, false)
	case k.Free:
	case k.OnMissing != nil:
		k.tell(k.OnMissing(text))
	default:
		k.tell(k.p.T("widgets.pick_one"))
	}
}

// settle takes the one thing found that is called exactly as typed, as leaving the field would.
func (k *Picker) settle() {
	if exact := k.list.exactly(k.Text); exact != nil && k.picked == (Option{}) && !k.Free {
		k.choose(*exact, false)
	}
	k.close()
}

// Settle lets the picker that is typed into take what was typed, where that is the name of something found: Ctrl+S leaves no field.
func Settle(w fyne.Window) {
	if k, ok := w.Canvas().Focused().(interface{ settle() }); ok {
		k.settle()
	}
}

// Disable closes the list and lets nothing be typed.
func (k *Picker) Disable() {
	k.close()
	k.Entry.Disable()
}
