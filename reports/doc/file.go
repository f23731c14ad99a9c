package doc

import (
	"io"
	"path/filepath"
	"strings"

	"dogovor/data"
	"dogovor/data/wholefile"
)

// formats are the files that can be written, by their ending.
var formats = map[string]func(Document, io.Writer) error{".pdf": PDF, ".xlsx": XLSX, ".csv": CSV}

// Write writes the document in the format of an ending: ".pdf", ".xlsx" or ".csv".
func Write(w io.Writer, ending string, d Document) error {
	format, ok := formats[strings.ToLower(ending)]
	if !ok {
		return data.NewError("output.format", nil, "Ending", ending)
	}
	return format(d, w)
}

// WriteFile writes the document in the format that the path's ending names. The file appears whole or not at all: an older one of that
// name stays until the new one is safely on the disk. Errors are *data.Error: output.format, output.unwritable, output.pdf, output.xlsx.
func WriteFile(path string, d Document) error {
	return wholefile.Write(path, func(w io.Writer) error { return Write(w, filepath.Ext(path), d) })
}
