package store

import (
	"slices"

	"dogovor/data"
	"dogovor/data/fold"
)

// names compares the names by which stakeholders and settlements are found with the records: no name is missing, none is left of what is gone.
func (c *checking) names() error {
	want, docs := map[string]int{}, 0
	compare := func(t *data.Type, id data.ID, doc int64, names []string) error {
		have, err := c.storedNames(doc)
		if err != nil {
			return err
		}
		if !slices.Equal(have, names) {
			c.find("index", t.Name, id, "its names in the search differ")
		}
		docs += len(names)
		for w := range nearWords(names) {
			want[w]++
		}
		return nil
	}
	err := c.allIDs(data.Stakeholders, func(id data.ID) error {
		l, err := c.lineFor(id)
		if err != nil {
			return err
		}
		return compare(data.Stakeholders, id, otherDoc(data.Stakeholders, l.rid), l.own)
	})
	if err != nil {
		return err
	}
	err = c.allIDs(data.Settlements, func(id data.ID) error {
		o, err := c.otherFor(data.Settlements, id)
		if err != nil {
			return err
		}
		return compare(data.Settlements, id, o.doc, o.names)
	})
	if err != nil {
		return err
	}
	var have int
	if err := c.row("SELECT count(*) FROM name").Scan(&have); err != nil {
		return err
	}
	if have > docs {
		c.find("index", "", data.ID{}, "%d names of nothing in the search", have-docs)
	}
	return c.words(want)
}

// words compares the words of names, and the keys under which they are found, with those that there should be.
func (c *checking) words(want map[string]int) error {
	keys := map[[2]string]bool{}
	for w := range want {
		for _, k := range fold.NearKeys(w) {
			keys[[2]string{k, w}] = true
		}
	}
	wrong := 0
	err := c.each(func(sc scanner) error {
		var w string
		var n int
		err := sc.Scan(&w, &n)
		if want[w] != n {
			wrong++
		}
		delete(want, w)
		return err
	}, "SELECT word, n FROM name_word")
	if err != nil {
		return err
	}
	err = c.each(func(sc scanner) error {
		var k [2]string
		err := sc.Scan(&k[0], &k[1])
		if !keys[k] {
			wrong++
		}
		delete(keys, k)
		return err
	}, "SELECT key, word FROM name_key")
	if wrong += len(want) + len(keys); wrong > 0 {
		c.find("index", "", data.ID{}, "%d words of names are counted or found wrongly", wrong) // the word itself is a name
	}
	return err
}
