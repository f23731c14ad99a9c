package record

import (
	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/widgets"
	"dogovor/data"
)

// fewEntries is how much of a history shows before a person asks for the rest.
const fewEntries = 3

// HistoryView shows a history: when and who in grey, what below it. resized is called when it grew.
func HistoryView(s Speaker, entries []Entry, resized func()) fyne.CanvasObject {
	w := s.Words()
	shown := widgets.Column(look.Unit * 1.5)
	add := func(es []Entry) {
		for _, e := range es {
			shown.Add(entryView(s, e))
		}
	}
	if len(entries) <= fewEntries+1 {
		add(entries)
		return shown
	}
	add(entries[:fewEntries])
	rest := entries[fewEntries:]
	var more *widgets.Link
	more = widgets.NewLink(w.N("record.history.older", len(rest)), func() {
		shown.Remove(more)
		add(rest)
		resized()
	})
	shown.Add(more)
	return shown
}

func entryView(s Speaker, e Entry) fyne.CanvasObject {
	head := s.Words().DateTime(e.At.In(data.HomeZone()))
	for _, x := range []string{e.By, e.Laptop} {
		if x != "" {
			head += " · " + x
		}
	}
	lines := []fyne.CanvasObject{look.Secondary(head).Gives()}
	for _, l := range e.Lines {
		lines = append(lines, look.Body(l).MaxLines(6))
	}
	return widgets.Column(2, lines...)
}
