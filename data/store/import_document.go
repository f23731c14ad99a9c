package store

import (
	"bufio"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"

	"dogovor/data"
)

// document reads a JSON file piece by piece, so that its size does not matter.
type document struct {
	dec  *json.Decoder
	some bool // something was read
}

func newDocument(r io.Reader) *document {
	b := bufio.NewReaderSize(r, 1<<16)
	if bom, err := b.Peek(3); err == nil && string(bom) == "\uFEFF" { // editors on Windows add one
		_, _ = b.Discard(3)
	}
	return &document{dec: json.NewDecoder(b)}
}

func (d *document) at() int64 { return d.dec.InputOffset() }

// fail says what is wrong with the file.
func (d *document) fail(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var letters base64.CorruptInputError
	switch {
	case !d.some:
		return data.NewError("import.not_json", err)
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return data.NewError("import.truncated", err, "At", d.at())
	case errors.As(err, &syntax), errors.As(err, &kind), errors.As(err, &letters):
		return data.NewError("import.damaged", err, "At", d.at())
	}
	return data.NewError("import.unreadable", err)
}

func (d *document) delim(want json.Delim) error {
	t, err := d.dec.Token()
	if err != nil {
		return d.fail(err)
	}
	if t != want {
		if !d.some {
			return data.NewError("import.not_json", nil)
		}
		return data.NewError("import.damaged", nil, "At", d.at())
	}
	d.some = true
	return nil
}

// open enters an object.
func (d *document) open() error { return d.delim('{') }

// key reads the next key of an object, or leaves it.
func (d *document) key() (key string, more bool, err error) {
	t, err := d.dec.Token()
	if err != nil {
		return "", false, d.fail(err)
	}
	if t == json.Delim('}') {
		return "", false, nil
	}
	key, _ = t.(string) // a decoder lets only strings stand here
	return key, true, nil
}

func (d *document) value(v any) error {
	if err := d.dec.Decode(v); err != nil {
		return d.fail(err)
	}
	return nil
}

// array calls f before each element of a list.
func (d *document) array(f func() error) error {
	if err := d.delim('['); err != nil {
		return err
	}
	for d.dec.More() {
		if err := f(); err != nil {
			return err
		}
	}
	return d.delim(']')
}

// end sees to it that nothing follows.
func (d *document) end() error {
	if _, err := d.dec.Token(); !errors.Is(err, io.EOF) {
		return data.NewError("import.damaged", nil, "At", d.at())
	}
	return nil
}
