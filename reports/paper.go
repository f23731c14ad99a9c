package reports

import (
	"bytes"

	"dogovor/reports/doc"
)

// PDF is a document as a file to be looked at.
func PDF(d doc.Document) ([]byte, error) {
	var file bytes.Buffer
	if err := doc.PDF(d, &file); err != nil {
		return nil, err
	}
	return file.Bytes(), nil
}
