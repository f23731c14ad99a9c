package dialogs

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/dialog"
)

// Size of the system's questions for files and folders.
var fileSize = fyne.NewSize(760, 520)

// File asks for a file; then is called with its path unless the person leaves.
func File(parent fyne.Window, then func(path string)) {
	d := stock.NewFileOpen(func(chosen fyne.URIReadCloser, err error) {
		if err == nil && chosen != nil {
			path := chosen.URI().Path()
			_ = chosen.Close()
			then(filepath.FromSlash(path))
		}
	}, parent)
	d.Resize(fileSize)
	d.Show()
}

// SaveFile asks where to write a file that is offered a name; then gets the open file, which it closes, unless the person leaves.
func SaveFile(parent fyne.Window, name string, then func(to fyne.URIWriteCloser)) {
	d := stock.NewFileSave(func(chosen fyne.URIWriteCloser, err error) {
		if err == nil && chosen != nil {
			then(chosen)
		}
	}, parent)
	d.SetFileName(name)
	d.Resize(fileSize)
	d.Show()
}
