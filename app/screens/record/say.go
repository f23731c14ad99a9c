package record

import (
	"strings"

	"dogovor/data"
)

// Label is the name of a field in the reader's language.
func Label(s Speaker, t *data.Type, column string) string { return s.Words().T(t.Name + "." + column) }

// Say writes one field of a record in words: terms, dates, numbers, names of other records. What is unknown is an empty text.
func Say(s Speaker, r data.Record, column string, names Names) string {
	f, ok := r.Type().Field(column)
	if !ok {
		panic("record: " + r.Type().Name + " has no field " + column)
	}
	w := s.Words()
	switch v := f.Ptr(r).(type) {
	case *string:
		if f.Code && *v != "" {
			return s.Term(VocabularyOf(r.Type(), column), *v)
		}
		return *v
	case *[]string:
		said := make([]string, len(*v))
		for i, x := range *v {
			said[i] = x
			if f.Code {
				said[i] = s.Term(VocabularyOf(r.Type(), column), x)
			}
		}
		return strings.Join(said, ", ")
	case *bool:
		if *v {
			return w.T("common.yes")
		}
		return w.T("common.no")
	case *int:
		if *v == 0 && r.Type() == data.Assessments {
			return "" // influence and interest count from 1
		}
		return w.Int(*v)
	case **int:
		if *v != nil {
			return w.Int(**v)
		}
	case **float64:
		if *v != nil {
			return w.Decimal(**v, 4)
		}
	case *data.Date:
		return w.Day(*v)
	case *data.Moment:
		return w.Moment(*v)
	case *data.ID:
		if !v.IsZero() {
			return names.Of(s, *v)
		}
	}
	return ""
}
