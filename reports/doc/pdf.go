package doc

import (
	"io"

	"dogovor/data"
)

// PDF writes the document as a PDF: A4, fonts embedded, with bookmarks and links. Nothing is written when it fails before the end.
func PDF(d Document, w io.Writer) error {
	raw, err := draw(layout(d))
	if err != nil {
		return data.NewError("output.pdf", err)
	}
	out, err := finish(raw, d, &cleaner{})
	if err != nil {
		return data.NewError("output.pdf", err)
	}
	_, err = w.Write(out)
	return err
}
