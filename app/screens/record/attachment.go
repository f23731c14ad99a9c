package record

import (
	"path"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"dogovor/app/i18n"
	"dogovor/data"
)

// isPicture tells whether a file can be looked at in the window.
func isPicture(x *data.Attachment) bool {
	return slices.Contains([]string{"image/jpeg", "image/png", "image/gif", "image/webp", "image/bmp", "image/tiff"}, x.Media)
}

// iconOf is what stands for a file that has no picture.
func iconOf(media string) fyne.Resource {
	switch kind, _, _ := strings.Cut(media, "/"); {
	case kind == "image":
		return theme.MediaPhotoIcon()
	case kind == "video":
		return theme.MediaVideoIcon()
	case kind == "audio":
		return theme.MediaMusicIcon()
	case kind == "text", media == "application/pdf", strings.Contains(media, "word"), strings.Contains(media, "document"):
		return theme.DocumentIcon()
	}
	return theme.FileIcon()
}

// runs tells by its name whether a file can run as a program when it is opened.
func runs(name string) bool {
	return slices.Contains([]string{".exe", ".com", ".bat", ".cmd", ".msi", ".scr", ".pif", ".cpl", ".ps1", ".vbs", ".vbe", ".js", ".jse", ".wsf", ".wsh", ".hta", ".reg", ".jar",
		".lnk", ".url", ".desktop", ".sh", ".run", ".appimage", ".app", ".command", ".pkg", ".dmg", ".deb", ".rpm", ".py"}, strings.ToLower(path.Ext(name)))
}

// Bytes is the size of a file as people read it: 850 KB, 2,4 MB.
func Bytes(w *i18n.Printer, n int) string {
	const kilo, mega = 1 << 10, 1 << 20
	switch {
	case n < kilo:
		return w.Int(n) + " B"
	case n < mega:
		return w.Int((n+kilo/2)/kilo) + " KB"
	}
	return w.Decimal(float64(n)/mega, 1) + " MB"
}

// indent is a layout that leaves room at the left.
type indent float32

func (d indent) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Move(fyne.NewPos(float32(d), 0))
		o.Resize(fyne.NewSize(max(s.Width-float32(d), 0), s.Height))
	}
}

func (d indent) MinSize(os []fyne.CanvasObject) (m fyne.Size) {
	for _, o := range os {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(float32(d), 0)
}
