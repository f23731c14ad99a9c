package store

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"

	"dogovor/data"
)

// ImportOptions of Import.
type ImportOptions struct {
	DryRun bool // say what would happen, write nothing
}

// ImportResult tells what became of the records of a file.
type ImportResult struct {
	Taken   int       `json:"taken"`   // read
	Made    int       `json:"made"`    // new here
	Matched int       `json:"matched"` // here already, alike
	Refused []Refusal `json:"refused"`
	Batch   data.ID   `json:"batch"` // undoes the import; zero when the database was empty before
}

// Refusal is a record that was not taken.
type Refusal struct {
	Type   string  `json:"type"`
	ID     data.ID `json:"id"`
	Reason string  `json:"reason"`
	Detail string  `json:"detail,omitempty"` // field and code of what is invalid
}

// Message is the sentence for people.
func (r Refusal) Message() string { return "import.refused." + r.Reason }

// Reasons to refuse a record.
const (
	differs       = "different"      // a record with this id is here, with other contents
	invalid       = "invalid"        // breaks a rule of its type
	unreadable    = "unreadable"     // a value that its field cannot hold, or an unknown field
	missingLink   = "missing_link"   // points at a record that is neither here nor taken
	numberTaken   = "number_taken"   // another record has its number
	parentRefused = "parent_refused" // a part of a record that was refused
	missingFile   = "missing_file"   // an attachment whose bytes are neither here nor in the file
)

var errDryRun = errors.New("dry run")

// Import takes in what Export wrote. Into an empty database everything comes as it is, history included. Into another one new records come
// as one batch that Undo takes back; records that are here already and alike are passed over, those that differ are refused. A file
// that cannot be taken at all is import.not_json, import.not_ours, import.newer, import.truncated, import.damaged or import.invalid; nothing
// is written then.
func (s *Store) Import(ctx context.Context, r io.Reader, o ImportOptions) (ImportResult, error) {
	var result ImportResult
	err := s.write(ctx, func(x *writing) error {
		empty, err := x.empty()
		if err != nil {
			return err
		}
		im := &importing{writing: x, until: ctx, verbatim: empty, known: map[data.ID]bool{}, refused: map[data.ID]bool{}, held: map[data.ID]*heldBack{}, judged: map[data.ID]bool{}, parents: map[data.ID]*table{}}
		im.result.Refused = []Refusal{}
		if err := im.document(newDocument(r)); err != nil {
			return err
		}
		if err := im.finish(); err != nil {
			return err
		}
		if im.result.Batch = x.batch; im.verbatim || o.DryRun {
			im.result.Batch = data.ID{}
		}
		result = im.result
		if o.DryRun {
			return errDryRun
		}
		return nil
	})
	if err != nil && !errors.Is(err, errDryRun) {
		return ImportResult{}, err
	}
	return result, nil
}

// empty tells a database without any record or history.
func (r *reading) empty() (bool, error) {
	for _, t := range append([]string{"change"}, typeNames()...) {
		var n int
		if err := r.row("SELECT EXISTS (SELECT 1 FROM " + t + ")").Scan(&n); err != nil || n > 0 {
			return false, err
		}
	}
	return true, nil
}

func typeNames() (out []string) {
	for _, t := range data.Types {
		out = append(out, t.Name)
	}
	return out
}

// importing is one import under way.
type importing struct {
	*writing
	until    context.Context // the caller's: an import may be long, and may be given up
	verbatim bool
	sample   bool
	result   ImportResult
	changes  int
	known    map[data.ID]bool // links already looked up
	refused  map[data.ID]bool
	held     map[data.ID]*heldBack // records that wait for their parts
	heldIDs  []data.ID             // in the order in which they came
	judged   map[data.ID]bool      // records that keep their rules with their parts
	parents  map[data.ID]*table    // records here before that got new parts
	brought  []string              // hashes of the files that were not here before
}

// document reads the whole file.
func (im *importing) document(d *document) error {
	if err := d.open(); err != nil {
		return err
	}
	var head struct {
		format          string
		version, schema int
		records         bool
	}
	for {
		key, more, err := d.key()
		if err != nil {
			return err
		}
		if !more {
			break
		}
		switch key {
		case "format":
			err = d.value(&head.format)
		case "version":
			err = d.value(&head.version)
		case "schema":
			err = d.value(&head.schema)
		case "sample":
			err = d.value(&im.sample)
		case "files", "records", "changes":
			switch {
			case head.format != exportFormat || head.version < 1 || head.schema < 1:
				return data.NewError("import.not_ours", nil)
			case head.version > exportVersion || head.schema > im.schema:
				return data.NewError("import.newer", nil, "Version", head.schema, "Known", im.schema)
			}
			switch key {
			case "files":
				err = im.files(d)
			case "records":
				head.records = true
				err = im.records(d)
			default:
				err = im.history(d)
			}
		default:
			return data.NewError("import.not_ours", nil)
		}
		if err != nil {
			return err
		}
	}
	if !head.records {
		return data.NewError("import.not_ours", nil)
	}
	return d.end()
}

// records reads {"settlement": [ … ], …}.
func (im *importing) records(d *document) error {
	if err := d.open(); err != nil {
		return err
	}
	for {
		name, more, err := d.key()
		if err != nil {
			return err
		}
		t := data.TypeNamed(name)
		if !more || t != nil && t.Of == "" { // no more parts of what came before
			if err := im.release(); err != nil {
				return err
			}
		}
		if !more {
			return nil
		}
		if t == nil {
			return data.NewError("import.damaged", errors.New("unknown record type "+name), "At", d.at())
		}
		tb := im.s.tables[t]
		var held []data.Record // of a type that points at itself: any of them may point at a later one
		err = d.array(func() error {
			if err := im.until.Err(); err != nil {
				return err
			}
			var fields map[string]json.RawMessage
			if err := d.value(&fields); err != nil {
				return err
			}
			im.result.Taken++
			rec, err := tb.parse(fields)
			switch {
			case err != nil && im.verbatim:
				return data.NewError("import.damaged", err, "At", d.at())
			case err != nil:
				im.refuse(tb, rec.Head().ID, unreadable, err.Error())
			case im.verbatim:
				return im.keep(tb, rec)
			case tb.pointsAtItself():
				held = append(held, rec)
			default:
				wait, err := im.holdBack(tb, rec)
				if err != nil || wait {
					return err
				}
				return im.offer(tb, rec)
			}
			return nil
		})
		if err != nil {
			return err
		}
		if err := im.offerTogether(tb, held); err != nil {
			return err
		}
	}
}

func (tb *table) pointsAtItself() bool {
	for _, to := range tb.refs {
		if to == tb.Type {
			return true
		}
	}
	return false
}

// parse reads a record; fields that are not there are empty. The error names the field that cannot be read.
func (tb *table) parse(fields map[string]json.RawMessage) (data.Record, error) {
	rec := tb.New()
	h := rec.Head()
	for _, m := range []struct {
		name string
		into any
	}{
		{"id", &h.ID}, {"binned", &h.Binned}, {"created_at", &h.CreatedAt}, {"created_by", &h.CreatedBy}, {"updated_at", &h.UpdatedAt}, {"updated_by", &h.UpdatedBy},
	} {
		v, ok := fields[m.name]
		if ok && json.Unmarshal(v, m.into) != nil || !ok && (m.name == "created_at" || m.name == "updated_at") || m.name == "id" && h.ID.IsZero() {
			return rec, errors.New(m.name)
		}
		delete(fields, m.name)
	}
	for _, f := range tb.Fields {
		if v, ok := fields[f.Name]; ok && f.SetJSON(rec, v) != nil {
			return rec, errors.New(f.Name)
		}
		delete(fields, f.Name)
	}
	if len(fields) > 0 {
		return rec, errors.New(slices.Min(slices.Collect(maps.Keys(fields))))
	}
	return rec, nil
}
