package store

import (
	"database/sql"
	"encoding/json"
	"slices"
	"strings"

	"dogovor/data"
	"dogovor/data/fold"
)

// line is what the register and the search hold of one stakeholder, all but what follows from engagements.
type line struct {
	rid          int64
	binned       bool
	kind         any
	settlement   any
	nameKey      []byte
	placeKey     []byte
	nameCyrl     []byte // in the order of the Cyrillic alphabet
	placeCyrl    []byte
	numberKey    string
	fold         string
	names        string
	organisation any
	role         any
	influence    int64
	interest     int64
	position     any
	groups       []string
	own          []string // its names, folded
	text         string   // folded
}

// lineFor derives a stakeholder's line from the records.
func (r *reading) lineFor(id data.ID) (*line, error) {
	rec, rid, err := r.get(data.Stakeholders, id)
	if err != nil {
		return nil, err
	}
	s := rec.(*data.Stakeholder)
	l := &line{rid: rid, binned: s.Binned, kind: orNull(s.Kind), groups: s.Groups, nameKey: sortKey(s.Name), placeKey: []byte{}, nameCyrl: cyrillicKey(s.Name), placeCyrl: []byte{},
		numberKey: numberKey(s.Number), fold: fold.Key(s.Name)}
	own := append([]string{s.Name}, s.OtherNames...)
	var names []string // of organisations
	var rest strings.Builder
	addWords(&rest, s)
	if !s.Settlement.IsZero() {
		place, rid, err := r.get(data.Settlements, s.Settlement)
		if err != nil {
			return nil, err
		}
		if place != nil {
			l.settlement, l.placeKey, l.placeCyrl = rid, sortKey(place.(*data.Settlement).Name), cyrillicKey(place.(*data.Settlement).Name)
			addWords(&rest, place)
		}
	}
	// The newest membership: one that still holds before one that ended.
	err = r.each(func(sc scanner) error {
		var org int64
		var role sql.NullString
		var name, others string
		if err := sc.Scan(&org, &role, &name, &others); err != nil {
			return err
		}
		if l.organisation == nil {
			l.organisation, l.role = org, orNull(role.String)
		}
		names = append(append(names, name), split(others)...)
		rest.WriteString(role.String + "\n" + name + "\n" + others + "\n")
		return nil
	}, `SELECT o.rid, m.role, coalesce(o.name,''), coalesce(o.other_names,'') FROM membership m JOIN stakeholder o ON o.id=m.organisation AND o.binned=0
		WHERE m.stakeholder=? AND m.binned=? ORDER BY m.to_day IS NULL DESC, m.from_day DESC, m.rid DESC`, id[:], s.Binned)
	if err != nil {
		return nil, err
	}
	// The newest that is known of each: who notes a position alone has not taken back the influence.
	err = r.row(`SELECT coalesce((SELECT influence FROM assessment WHERE stakeholder=?1 AND binned=?2 AND influence>0 ORDER BY on_day DESC, rid DESC LIMIT 1), 0),
		coalesce((SELECT interest FROM assessment WHERE stakeholder=?1 AND binned=?2 AND interest>0 ORDER BY on_day DESC, rid DESC LIMIT 1), 0),
		(SELECT position FROM assessment WHERE stakeholder=?1 AND binned=?2 AND position IS NOT NULL ORDER BY on_day DESC, rid DESC LIMIT 1)`, id[:], s.Binned).
		Scan(&l.influence, &l.interest, &l.position)
	if err != nil {
		return nil, err
	}
	var folded []string
	for _, n := range append(slices.Clone(own), names...) {
		folded = append(folded, fold.Key(n))
	}
	l.own, l.names = foldedNames(own), strings.Join(folded, "\n")
	t := newTokens(rest.String())
	t.number(s.Number)
	for _, p := range s.Phones {
		t.phone(p)
	}
	t.names(markName, own...)
	t.names(markOf, names...)
	t.ends(own...)
	t.rid(markPlace, l.settlement)
	t.code(markKind, s.Kind)
	for _, g := range s.Groups {
		t.code(markGroup, g)
	}
	l.text = t.String()
	return l, nil
}

// listStakeholder brings the register and the search text of one stakeholder up to date.
func (x *writing) listStakeholder(id data.ID) error {
	l, err := x.lineFor(id)
	if err != nil {
		return err
	}
	if err := x.exec(`INSERT INTO stakeholder_list(rid,binned,kind,settlement,name_key,place_key,number_key,fold,names,organisation,role,influence,interest,position,name_cyrl,place_cyrl)
		VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(rid) DO UPDATE SET binned=excluded.binned, kind=excluded.kind, settlement=excluded.settlement,
		name_key=excluded.name_key, place_key=excluded.place_key, number_key=excluded.number_key, fold=excluded.fold, names=excluded.names,
		organisation=excluded.organisation, role=excluded.role, influence=excluded.influence, interest=excluded.interest, position=excluded.position,
		name_cyrl=excluded.name_cyrl, place_cyrl=excluded.place_cyrl`,
		l.rid, l.binned, l.kind, l.settlement, l.nameKey, l.placeKey, l.numberKey, l.fold, l.names, l.organisation, l.role, l.influence, l.interest, l.position, l.nameCyrl, l.placeCyrl); err != nil {
		return err
	}
	if err := x.exec("DELETE FROM stakeholder_group WHERE stakeholder=?", l.rid); err != nil {
		return err
	}
	for _, g := range l.groups {
		if err := x.exec("INSERT OR IGNORE INTO stakeholder_group VALUES(?,?)", l.rid, g); err != nil {
			return err
		}
	}
	if err := x.putNames(otherDoc(data.Stakeholders, l.rid), l.own); err != nil {
		return err
	}
	return x.putText("stakeholder_text", l.rid, l.text)
}

// split reads a list as a column holds it.
func split(column string) (out []string) {
	if column != "" {
		_ = json.Unmarshal([]byte(column), &out)
	}
	return out
}
