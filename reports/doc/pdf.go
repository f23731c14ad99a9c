package doc

import (
	"io"

	"dogovor/data"
)

// PDF writes the document as a PDF: A4, fonts embedded, with bookmarks and links, tagged for screen readers (PDF/UA-1) and made to last
// (PDF/A-2a). Nothing is written when it fails before the end.
func PDF(d Document, w io.Writer) error { return write(d, w, pdfA2a) }

// PDFA1 writes the document as PDF/A-1b, for archives that take nothing newer. It looks the same.
func PDFA1(d Document, w io.Writer) error { return write(d, w, pdfA1b) }

func write(d Document, w io.Writer, as standard) error {
	out, err := finish(layout(d), d, as)
	if err != nil {
		return data.NewError("output.pdf", err)
	}
	_, err = w.Write(out)
	return err
}
