package app

import "dogovor/data"

// mostUndo is how many saves of this session can be taken back one after the other.
const mostUndo = 100

// saved is a batch that Undo takes back, with what was said when it was saved.
type saved struct {
	batch data.ID
	said  string
}

// keepUndo remembers a batch. What was saved last is taken back first.
func (w *Window) keepUndo(batch data.ID, said string) {
	w.undo = append(w.undo, saved{batch, said})
	if len(w.undo) > mostUndo {
		w.undo = w.undo[1:]
	}
}

// undoKey takes back typing while a person types, else what was saved last, and pressed again what was saved before it.
func (w *Window) undoKey() {
	if typing, ok := w.win.Canvas().Focused().(interface{ Undo() }); ok {
		typing.Undo()
		return
	}
	w.undoLast()
}

func (w *Window) undoLast() {
	if len(w.undo) == 0 {
		return
	}
	db, last := w.db, w.undo[len(w.undo)-1]
	w.undo = w.undo[:len(w.undo)-1]
	w.run(func() error { return db.Undo(w.ctx, last.batch) }, func(err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.said(w.words.T("window.undone", "What", last.said), data.ID{})
	})
}
