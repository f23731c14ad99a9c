package store

import (
	"bytes"
	"database/sql"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dogovor/data"
)

// lists compares the list rows of every engagement, stakeholder and follow-up with the records.
func (c *checking) lists() error {
	err := c.allIDs(data.Engagements, func(id data.ID) error {
		want, g, err := c.entryFor(id)
		if err != nil {
			return err
		}
		have, err := c.storedEntry(want.rid)
		if err != nil {
			return err
		}
		if have == nil {
			c.find("index", "engagement", id, "not in the list")
			return nil
		}
		// The first minute with room: at most a little after the start.
		if off := docTime(have.doc).Sub(g.Start.At); off < -60e9 || off > 3600e9 {
			c.find("index", "engagement", id, "stands at %s in the list", docTime(have.doc))
		}
		want.doc = have.doc
		if !want.same(have) {
			c.find("index", "engagement", id, "its row in the list differs")
		}
		return nil
	})
	if err != nil {
		return err
	}
	err = c.allIDs(data.Stakeholders, func(id data.ID) error {
		want, err := c.lineFor(id)
		if err != nil {
			return err
		}
		return c.compareLine(id, want)
	})
	if err != nil {
		return err
	}
	for _, t := range data.FollowTypes() {
		if err := c.allIDs(t, func(id data.ID) error { return c.compareFollow(t, id) }); err != nil {
			return err
		}
	}
	for _, q := range []string{
		"SELECT count(*) FROM follow_list WHERE doc NOT IN (" + allDocs() + ")",
		"SELECT count(*) FROM follow_who WHERE doc NOT IN (SELECT doc FROM follow_list)",
		"SELECT count(*) FROM engagement_list WHERE rid NOT IN (SELECT rid FROM engagement)",
		"SELECT count(*) FROM stakeholder_list WHERE rid NOT IN (SELECT rid FROM stakeholder)",
		"SELECT count(*) FROM attended WHERE doc NOT IN (SELECT doc FROM engagement_list)",
		"SELECT count(*) FROM engagement_group WHERE doc NOT IN (SELECT doc FROM engagement_list)",
		"SELECT count(*) FROM stakeholder_group WHERE stakeholder NOT IN (SELECT rid FROM stakeholder)",
	} {
		var n int
		if err := c.row(q).Scan(&n); err != nil {
			return err
		}
		if n > 0 {
			c.find("index", "", data.ID{}, "%d rows of nothing: %s", n, q)
		}
	}
	return nil
}

// allDocs selects the doc of every record that is followed up.
func allDocs() string {
	var all []string
	for _, t := range data.FollowTypes() {
		all = append(all, fmt.Sprintf("SELECT rid<<5|%d FROM %s", t.Code, t.Name))
	}
	return strings.Join(all, " UNION ALL ")
}

func (c *checking) compareFollow(t *data.Type, id data.ID) error {
	want, err := c.followFor(t, id)
	if err != nil {
		return err
	}
	have, err := c.storedFollow(want.doc)
	if err != nil {
		return err
	}
	if have == nil || have.followLine != want.followLine || !slices.Equal(have.who, want.who) {
		c.find("index", t.Name, id, "its row in the list differs")
	}
	return nil
}

func (c *checking) compareLine(id data.ID, want *line) error {
	have := line{rid: want.rid}
	var met, came, lastMet, times int64
	err := c.row(`SELECT binned, kind, settlement, name_key, place_key, number_key, fold, names, organisation, role, influence, interest, position, name_cyrl, place_cyrl, met, came
		FROM stakeholder_list WHERE rid=?`, want.rid).Scan(&have.binned, &have.kind, &have.settlement, &have.nameKey, &have.placeKey, &have.numberKey,
		&have.fold, &have.names, &have.organisation, &have.role, &have.influence, &have.interest, &have.position, &have.nameCyrl, &have.placeCyrl, &met, &came)
	if ok, err := found(err); err != nil {
		return err
	} else if !ok {
		c.find("index", "stakeholder", id, "not in the register")
		return nil
	}
	if have.binned != want.binned || have.kind != want.kind || have.settlement != want.settlement || !bytes.Equal(have.nameKey, want.nameKey) ||
		!bytes.Equal(have.placeKey, want.placeKey) || have.numberKey != want.numberKey || have.fold != want.fold || have.names != want.names ||
		have.organisation != want.organisation || have.role != want.role || have.influence != want.influence || have.interest != want.interest ||
		have.position != want.position || !bytes.Equal(have.nameCyrl, want.nameCyrl) || !bytes.Equal(have.placeCyrl, want.placeCyrl) {
		c.find("index", "stakeholder", id, "its row in the register differs")
	}
	if err := c.row("SELECT coalesce(max(doc),0), count(*) FROM attended WHERE stakeholder=? AND counts=1", want.rid).Scan(&lastMet, &times); err != nil {
		return err
	}
	if met != lastMet || came != times {
		c.find("index", "stakeholder", id, "came %d times, the register says %d", times, came)
	}
	groups := map[string]bool{}
	err = c.each(func(sc scanner) error {
		var code string
		err := sc.Scan(&code)
		groups[code] = true
		return err
	}, "SELECT code FROM stakeholder_group WHERE stakeholder=?", want.rid)
	for _, g := range want.groups {
		if !groups[g] {
			c.find("index", "stakeholder", id, "group %s is missing", g)
		}
		delete(groups, g)
	}
	for g := range groups {
		c.find("index", "stakeholder", id, "group %s is not its own", g)
	}
	return err
}

// used counts the suggested words again.
func (c *checking) used() error {
	type word struct {
		field int
		value string
	}
	want := map[word]int{}
	for _, t := range data.Types {
		tb := c.s.tables[t]
		if len(tb.used) == 0 {
			continue
		}
		err := c.each(func(sc scanner) error {
			rec, _, err := tb.scan(sc)
			if err != nil {
				return err
			}
			for _, f := range tb.used {
				for _, w := range words(f, rec) {
					want[word{usedKey(t, f), w}]++
				}
			}
			return nil
		}, tb.selectFrom)
		if err != nil {
			return err
		}
	}
	err := c.each(func(sc scanner) error {
		var w word
		var n int
		if err := sc.Scan(&w.field, &w.value, &n); err != nil {
			return err
		}
		want[w] -= n
		return nil
	}, "SELECT field, value, n FROM used")
	for w, n := range want {
		if n != 0 {
			c.find("index", "", data.ID{}, "a suggestion of field %d is counted wrongly by %d", w.field, n)
		}
	}
	return err
}

// searchTables hold the search texts.
var searchTables = []string{"engagement_text", "stakeholder_text", "follow_text", "other_text"}

var prefixOption = regexp.MustCompile(`prefix='[^']*',`)

// texts builds the search index anew, in memory, and compares the two word by word.
func (c *checking) texts() error {
	again, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		return err
	}
	defer again.Close()
	again.SetMaxOpenConns(1)
	for _, table := range searchTables {
		var create string
		if err := c.row("SELECT sql FROM sqlite_schema WHERE name=?", table).Scan(&create); err != nil {
			return err
		}
		// Only whole words can be compared: fts5vocab shows no others. Their beginnings would take most of the time.
		if _, err := again.ExecContext(c.ctx, prefixOption.ReplaceAllString(create, "")); err != nil {
			return err
		}
	}
	if err := c.fill(again); err != nil {
		return err
	}
	for _, table := range searchTables {
		if err := c.compareText(again, table); err != nil {
			return err
		}
	}
	return nil
}

func (c *checking) fill(again *sql.DB) error {
	tx, err := again.BeginTx(c.ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	err = c.allIDs(data.Engagements, func(id data.ID) error {
		e, _, err := c.entryFor(id)
		if err != nil {
			return err
		}
		have, err := c.storedEntry(e.rid)
		if err != nil || have == nil {
			return err
		}
		_, err = tx.Exec("INSERT INTO engagement_text(rowid, text) VALUES(?,?)", have.doc, e.text)
		return err
	})
	if err != nil {
		return err
	}
	err = c.allIDs(data.Stakeholders, func(id data.ID) error {
		l, err := c.lineFor(id)
		if err != nil {
			return err
		}
		_, err = tx.Exec("INSERT INTO stakeholder_text(rowid, text) VALUES(?,?)", l.rid, l.text)
		return err
	})
	if err != nil {
		return err
	}
	for _, t := range data.FollowTypes() {
		err := c.allIDs(t, func(id data.ID) error {
			f, err := c.followFor(t, id)
			if err != nil {
				return err
			}
			_, err = tx.Exec("INSERT INTO follow_text(rowid, text) VALUES(?,?)", f.doc, f.text)
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, t := range otherTypes() {
		err := c.allIDs(t, func(id data.ID) error {
			o, err := c.otherFor(t, id)
			if err != nil {
				return err
			}
			_, err = tx.Exec("INSERT INTO other_text(rowid, text) VALUES(?,?)", o.doc, o.text)
			return err
		})
		if err != nil {
			return err
		}
	}
	return tx.Commit()
}

func (c *checking) compareText(again *sql.DB, table string) error {
	create := fmt.Sprintf("CREATE VIRTUAL TABLE temp.words_%s USING fts5vocab(main, %s, instance)", table, table)
	// One line a word: in how many texts, and in which.
	sums := "SELECT term, count(*), sum(doc % 1000000007), sum(doc % 1000003 * (doc % 10007)) FROM temp.words_" + table + " GROUP BY term ORDER BY term"
	if err := c.exec(create); err != nil {
		return err
	}
	if _, err := again.ExecContext(c.ctx, create); err != nil {
		return err
	}
	want := map[string][3]int64{}
	rows, err := again.QueryContext(c.ctx, sums)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var term string
		var s [3]int64
		if err := rows.Scan(&term, &s[0], &s[1], &s[2]); err != nil {
			return err
		}
		want[term] = s
	}
	if err := rows.Err(); err != nil {
		return err
	}
	err = c.each(func(sc scanner) error {
		var term string
		var s [3]int64
		if err := sc.Scan(&term, &s[0], &s[1], &s[2]); err != nil {
			return err
		}
		if want[term] != s {
			c.find("index", "", data.ID{}, "%s holds a word wrongly", table) // the word itself may be a name
		}
		delete(want, term)
		return nil
	}, sums)
	if len(want) > 0 {
		c.find("index", "", data.ID{}, "%s lacks %d words", table, len(want))
	}
	return err
}
