package store

import (
	"strings"

	"dogovor/data"
)

// otherEntry is what the search holds of a settlement or an attachment.
type otherEntry struct {
	doc   int64
	names []string // folded; those of a settlement alone
	text  string
}

// otherTypes are found through other_text.
func otherTypes() []*data.Type { return []*data.Type{data.Settlements, data.Attachments} }

// otherFor derives it from the record.
func (r *reading) otherFor(t *data.Type, id data.ID) (*otherEntry, error) {
	rec, rid, err := r.get(t, id)
	if err != nil {
		return nil, err
	}
	o := &otherEntry{doc: otherDoc(t, rid)}
	var text strings.Builder
	addWords(&text, rec)
	out := newTokens(text.String())
	out.put(ridToken(markType, int64(t.Code)))
	place := rid
	switch x := rec.(type) {
	case *data.Settlement:
		names := append([]string{x.Name, x.NameCyrl}, x.OtherNames...)
		o.names = foldedNames(names)
		out.names(markName, names...)
		out.ends(names...)
	case *data.Attachment:
		out.names(markName, x.Name)
		if place, err = r.placeOf(x); err != nil {
			return nil, err
		}
	}
	if place != 0 {
		out.rid(markPlace, place)
	}
	o.text = out.String()
	return o, nil
}

// placeOf is the rid of the settlement that an attachment belongs to, 0 when it belongs to something else.
func (r *reading) placeOf(a *data.Attachment) (rid int64, err error) {
	if !a.Settlement.IsZero() {
		_, err = found(r.row("SELECT rid FROM settlement WHERE id=?", a.Settlement[:]).Scan(&rid))
	}
	return rid, err
}

// listOther brings the search text of a settlement or an attachment up to date.
func (x *writing) listOther(t *data.Type, id data.ID) error {
	o, err := x.otherFor(t, id)
	if err != nil {
		return err
	}
	if t == data.Settlements {
		if err := x.putNames(o.doc, o.names); err != nil {
			return err
		}
	}
	return x.putText("other_text", o.doc, o.text)
}
