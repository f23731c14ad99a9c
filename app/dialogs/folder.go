package dialogs

import (
	"fyne.io/fyne/v2"
	stock "fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// Folder asks for a folder, starting at one; then is called with its path unless the person leaves.
func Folder(parent fyne.Window, start string, then func(path string)) {
	d := stock.NewFolderOpen(func(chosen fyne.ListableURI, err error) {
		if err == nil && chosen != nil {
			then(chosen.Path())
		}
	}, parent)
	if at, err := storage.ListerForURI(storage.NewFileURI(start)); err == nil {
		d.SetLocation(at)
	}
	d.Resize(fyne.NewSize(760, 520))
	d.Show()
}
