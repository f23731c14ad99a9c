package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"dogovor/app/i18n"
	"dogovor/app/look"
)

// When waiting is shown: what is being done, and later a bar with Cancel.
const (
	busySoon = 200 * time.Millisecond
	busyLong = 2 * time.Second
	busyStep = 500 * time.Millisecond
)

const busySteps = 6 // places of the moving bar

// Busy says what is being waited for: after 200 ms in words, after 2 s with a bar and Cancel.
type Busy struct {
	widget.BaseWidget
	text   *look.Text
	cancel *Button
	long   bool
	at     int // place of the moving bar
	can    func()
	stops  []func()
	rose   func()
}

// NewBusy makes it; nothing shows yet.
func NewBusy(p *i18n.Printer) *Busy {
	b := &Busy{text: look.NewText("", look.Style{Size: look.SizeBody, Color: look.ColorSecondary}).Gives()}
	b.cancel = SecondaryButton(p.T("common.cancel"), func() {
		if can := b.can; can != nil {
			b.Stop()
			can()
		}
	})
	b.ExtendBaseWidget(b)
	b.Hide()
	return b
}

// Start begins to wait; cancel may be nil.
func (b *Busy) Start(text string, cancel func()) {
	b.Stop()
	b.can = cancel
	b.text.SetText(text)
	b.stops = []func(){
		after(busySoon, func() { b.Show(); b.Refresh(); b.rise() }),
		after(busyLong, func() { b.long = true; b.step() }),
	}
}

// step moves the bar on, slowly: enough to see that it goes on, without drawing all the time.
func (b *Busy) step() {
	b.at = (b.at + 1) % busySteps
	b.Refresh()
	b.stops = append(b.stops[:0], after(busyStep, b.step))
}

// Stop ends the waiting.
func (b *Busy) Stop() {
	for _, stop := range b.stops {
		stop()
	}
	b.stops, b.long, b.can = nil, false, nil
	if b.Visible() {
		b.Hide()
		b.rise()
	}
}

// OnHeight tells what the widget stands in when it comes or goes.
func (b *Busy) OnHeight(tell func()) { b.rose = tell }

func (b *Busy) rise() {
	if b.rose != nil {
		b.rose()
	}
}

// CreateRenderer is for Fyne.
func (b *Busy) CreateRenderer() fyne.WidgetRenderer {
	track, bar := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	track.CornerRadius, bar.CornerRadius = 2, 2
	return (&drawn{
		self: b, objects: []fyne.CanvasObject{b.text, track, bar, b.cancel},
		min: func() fyne.Size { return fyne.NewSize(240, look.RowHeight) },
		place: func(s fyne.Size) {
			w := min(look.Measure(b.text.Text(), look.BodyStyle)+1, s.Width)
			put(b.text, 0, 0, w, s.Height)
			m := b.cancel.MinSize()
			x := w + look.Unit*1.5
			room := max(min(s.Width-x-m.Width-look.Unit*1.5, 240), 0)
			put(track, x, s.Height/2-2, room, 4)
			put(bar, x+room*.8*float32(b.at)/(busySteps-1), s.Height/2-2, room*.2, 4)
			put(b.cancel, x+room+look.Unit*1.5, (s.Height-m.Height)/2, m.Width, m.Height)
		},
		paint: func() {
			track.FillColor, bar.FillColor = look.Color(look.ColorLine), look.Color(look.ColorAccent)
			track.Hidden, bar.Hidden = !b.long, !b.long
			b.cancel.Hidden = !b.long || b.can == nil
		},
	}).start()
}
