package store

import (
	"encoding/json"
	"errors"
	"fmt"

	"dogovor/data"
)

// keep writes a record into an empty database as it is in the file.
func (im *importing) keep(tb *table, rec data.Record) error {
	im.dirty = true
	im.result.Made++
	if err := im.insertRow(tb, rec); err != nil {
		return data.NewError("import.damaged", err, "At", 0)
	}
	if f, ok := tb.Field("number"); ok {
		return im.countNumber(*f.Ptr(rec).(*string))
	}
	return nil
}

// history reads the changes. Only an empty database takes them; in another one the import is a change of its own.
func (im *importing) history(d *document) error {
	return d.array(func() error {
		if !im.verbatim {
			var skip json.RawMessage
			return d.value(&skip)
		}
		if err := im.until.Err(); err != nil {
			return err
		}
		var c changeJSON
		if err := d.value(&c); err != nil {
			return err
		}
		at, err := parseTime(c.At)
		if err == nil {
			im.changes++
			err = im.exec("INSERT INTO change(origin,seq,hlc,at,schema,batch,officer,laptop,type,row,kind,field,old,new,base) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
				c.Origin, c.Seq, c.HLC, at.UnixMilli(), c.Schema, c.Batch[:], orNull(c.Officer), orNull(c.Laptop), c.Type, c.Row[:], c.Kind, c.Field,
				orNull(string(c.Old)), orNull(string(c.New)), orNull(string(c.Base)))
		}
		if err != nil {
			return data.NewError("import.damaged", err, "At", d.at())
		}
		return nil
	})
}

func (im *importing) refuse(tb *table, id data.ID, reason, detail string) {
	im.refused[id] = true
	im.result.Refused = append(im.result.Refused, Refusal{Type: tb.Name, ID: id, Reason: reason, Detail: detail})
}

// offer takes a record into a database that has others, unless there is a reason not to.
func (im *importing) offer(tb *table, rec data.Record) error {
	ok, err := im.fit(tb, rec)
	if err != nil || !ok {
		return err
	}
	missing, err := im.missingLinks(rec, im.known)
	if err != nil {
		return err
	}
	switch {
	case len(missing) > 0 && missing[0] == fileField:
		im.refuse(tb, rec.Head().ID, missingFile, missing[0])
		return nil
	case len(missing) > 0:
		im.refuse(tb, rec.Head().ID, missingLink, missing[0])
		return nil
	}
	return im.take(tb, rec)
}

// offerTogether takes records of a type that points at itself: those that point at a refused one are refused too.
func (im *importing) offerTogether(tb *table, recs []data.Record) error {
	var fit []data.Record
	for _, rec := range recs {
		ok, err := im.fit(tb, rec)
		if err != nil {
			return err
		}
		if ok {
			fit = append(fit, rec)
			im.known[rec.Head().ID] = true
		}
	}
	for again := true; again; {
		again = false
		kept := fit[:0]
		for _, rec := range fit {
			missing, err := im.missingLinks(rec, im.known)
			if err != nil {
				return err
			}
			if len(missing) > 0 {
				im.refuse(tb, rec.Head().ID, missingLink, missing[0])
				im.known[rec.Head().ID] = false
				again = true
				continue
			}
			kept = append(kept, rec)
		}
		fit = kept
	}
	for _, rec := range fit {
		if err := im.take(tb, rec); err != nil {
			return err
		}
	}
	return nil
}

// fit tells whether a record is new here and keeps its rules; what is here already is matched or refused.
func (im *importing) fit(tb *table, rec data.Record) (bool, error) {
	id := rec.Head().ID
	rec.Clean() // what another program wrote is compared in the form in which it is stored here
	stored, _, err := im.get(tb.Type, id)
	if err != nil {
		return false, err
	}
	if stored != nil {
		if alike(tb, stored, rec) {
			im.result.Matched++
		} else {
			im.refuse(tb, id, differs, "")
		}
		return false, nil
	}
	if tb.parent != nil && im.refused[*tb.link.Ptr(rec).(*data.ID)] {
		im.refuse(tb, id, parentRefused, "")
		return false, nil
	}
	if ps := rec.Validate(im.now); len(ps) > 0 && !im.judged[id] {
		im.refuse(tb, id, invalid, ps[0].Field+" "+ps[0].Code)
		return false, nil
	}
	return true, nil
}

func alike(tb *table, stored, rec data.Record) bool {
	if stored.Head().Binned != rec.Head().Binned {
		return false
	}
	for _, f := range tb.Fields {
		if f.Name == "number" && f.IsZero(rec) {
			continue // it was given here
		}
		if !same(f.Value(stored), f.Value(rec)) {
			return false
		}
	}
	return true
}

// take makes the record here.
func (im *importing) take(tb *table, rec data.Record) error {
	id := rec.Head().ID
	err := im.add(tb, rec)
	var ps data.Problems
	if errors.As(err, &ps) {
		im.refuse(tb, id, numberTaken, "")
		im.known[id] = false
		return nil
	}
	if err != nil {
		return err
	}
	im.known[id] = true
	im.result.Made++
	if tb.parent != nil {
		im.parents[*tb.link.Ptr(rec).(*data.ID)] = im.s.tables[tb.parent]
	}
	return nil
}

// finish completes what follows from the records.
func (im *importing) finish() error {
	if im.verbatim {
		return im.finishVerbatim()
	}
	for id, tb := range im.parents {
		parent, _, err := im.get(tb.Type, id)
		if err != nil {
			return err
		}
		if parent.Head().UpdatedAt.Equal(im.now) {
			continue // made just now
		}
		if err := im.touch(tb, parent); err != nil {
			return err
		}
	}
	return im.sendBack()
}

func (im *importing) finishVerbatim() error {
	if im.result.Taken == 0 && im.changes == 0 {
		return nil
	}
	var broken string
	ok, err := found(im.row(`SELECT "table" FROM pragma_foreign_key_check LIMIT 1`).Scan(&broken))
	if err != nil {
		return err
	}
	if ok {
		return data.NewError("import.damaged", fmt.Errorf("a %s points at a record that is not in the file", broken), "At", 0)
	}
	if err := im.filesComplete(); err != nil {
		return err
	}
	if im.changes == 0 { // made by another program: history begins now
		if err := im.makings(); err != nil {
			return err
		}
	} else if err := im.adopt(); err != nil {
		return err
	}
	if im.sample {
		if err := im.setMeta("sample", "1"); err != nil {
			return err
		}
	}
	im.many = true
	return im.rebuild(im.ctx)
}

// makings notes the making of every record of a file without history. Such a file was not written by a store, so nobody has looked
// at what is in it: one that breaks a rule is refused whole.
func (im *importing) makings() error {
	for _, t := range data.Types {
		tb := im.s.tables[t]
		err := im.allIDs(t, func(id data.ID) error {
			rec, _, err := im.whole(t, id)
			if err != nil {
				return err
			}
			if ps := rec.Validate(im.now); len(ps) > 0 {
				return data.NewError("import.invalid", nil, "Type", t.Name, "ID", id.String(), "Field", ps[0].Field, "Why", ps)
			}
			return im.log(tb.Type, id, made, 0, nil, making(rec), nil)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// adopt takes over how far the file knew each laptop. A history with gaps, or without the making of a record, is refused.
func (im *importing) adopt() error {
	for _, t := range data.Types {
		var n int
		if err := im.row("SELECT EXISTS (SELECT 1 FROM " + t.Name + " r WHERE NOT EXISTS (SELECT 1 FROM change WHERE row=r.id AND field=0 AND kind=1))").Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			return data.NewError("import.damaged", fmt.Errorf("a %s has no history", t.Name), "At", 0)
		}
	}
	if err := im.exec("INSERT INTO origin SELECT origin, max(seq), max(hlc) FROM change GROUP BY origin"); err != nil {
		return err
	}
	return im.each(func(sc scanner) error {
		var origin, seq, hlc, n int64
		if err := sc.Scan(&origin, &seq, &hlc, &n); err != nil {
			return err
		}
		if n != seq {
			return data.NewError("import.damaged", fmt.Errorf("laptop %d: %d changes, the last is number %d", origin, n, seq), "At", 0)
		}
		im.hlc = max(im.hlc, hlc)
		if origin == im.s.opt.Origin {
			im.seq = seq
		}
		return nil
	}, "SELECT origin, seq, hlc, (SELECT count(*) FROM change c WHERE c.origin=o.origin) FROM origin o")
}
