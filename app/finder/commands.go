package finder

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2/theme"

	"dogovor/app/widgets"
	"dogovor/data/fold"
)

// commandRows are the commands with words that begin as typed.
func (f *Finder) commandRows(a answer) (rows []widgets.FindRow) {
	want := fold.Key(a.typed)
	if want == "" || a.query.Narrowed() || len(a.query.Phrases) > 0 {
		return nil
	}
	var begins, others []widgets.FindRow
	for _, c := range f.win.Commands() {
		switch how := matches(fold.Key(c.Word), want); {
		case how == 0:
		case how == 1:
			begins = append(begins, f.commandRow(c))
		default:
			others = append(others, f.commandRow(c))
		}
	}
	rows = append(begins, others...)
	if len(rows) == 0 {
		return nil
	}
	head := widgets.FindRow{Head: true, Text: f.p.T("find.commands")}
	return slices.Insert(rows[:min(len(rows), mostCommands)], 0, head)
}

// matches tells how a folded command fits: 1 it begins so, 2 its words do, 0 not at all. Chinese has no words to begin.
func matches(command, want string) int {
	if strings.HasPrefix(command, want) {
		return 1
	}
	if strings.ContainsFunc(want, fold.Han) {
		if strings.Contains(command, want) {
			return 2
		}
		return 0
	}
	words := strings.Fields(command)
	for _, part := range strings.Fields(want) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, part) }) {
			return 0
		}
	}
	return 2
}

func (f *Finder) allCommands() (rows []widgets.FindRow) {
	for i, c := range f.win.Commands() {
		if i == 0 {
			rows = append(rows, widgets.FindRow{Head: true, Text: f.p.T("find.commands")})
		}
		rows = append(rows, f.commandRow(c))
	}
	return rows
}

func (f *Finder) commandRow(c Command) widgets.FindRow {
	return widgets.FindRow{Icon: theme.MediaPlayIcon(), Text: c.Word, Right: c.Keys, Do: func() {
		f.Close()
		c.Do()
	}}
}
