package store

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dogovor/data/fold"
)

// foldedNames are names as table name holds them, each once.
func foldedNames(names []string) (out []string) {
	for _, n := range names {
		if k := fold.Key(n); k != "" && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

// storedNames reads the names that table name holds of a record.
func (r *reading) storedNames(doc int64) (out []string, err error) {
	err = r.each(func(sc scanner) error {
		var s string
		err := sc.Scan(&s)
		out = append(out, s)
		return err
	}, "SELECT fold FROM name WHERE doc=? ORDER BY fold", doc)
	return out, err
}

// putNames replaces the names of a record, and counts their words.
func (x *writing) putNames(doc int64, names []string) error {
	was, err := x.storedNames(doc)
	if err != nil || slices.Equal(was, names) {
		return err
	}
	if err := x.exec("DELETE FROM name WHERE doc=?", doc); err != nil {
		return err
	}
	for _, n := range names {
		if err := x.exec("INSERT INTO name VALUES(?,?)", doc, n); err != nil {
			return err
		}
	}
	change := map[string]int{}
	for w := range nearWords(names) {
		change[w]++
	}
	for w := range nearWords(was) {
		change[w]--
	}
	for w, n := range change {
		if err := x.countWord(w, n); err != nil {
			return err
		}
	}
	return nil
}

// nearWords are the words of names that are found although they are typed with an error.
func nearWords(names []string) map[string]bool {
	out := map[string]bool{}
	for _, n := range names {
		for _, w := range strings.Fields(n) {
			if utf8.RuneCountInString(w) >= fold.NearFrom-1 && !strings.ContainsFunc(w, fold.Han) {
				out[w] = true
			}
		}
	}
	return out
}

// countWord notes that a word stands in n names more, or fewer.
func (x *writing) countWord(word string, n int) error {
	switch {
	case n == 0:
		return nil
	case n > 0:
		var now int
		if err := x.row("INSERT INTO name_word VALUES(?1,?2) ON CONFLICT DO UPDATE SET n=n+?2 RETURNING n", word, n).Scan(&now); err != nil || now > n {
			return err
		}
		for _, k := range fold.NearKeys(word) {
			if err := x.exec("INSERT OR IGNORE INTO name_key VALUES(?,?)", k, word); err != nil {
				return err
			}
		}
		return nil
	}
	var now int
	if err := x.row("UPDATE name_word SET n=n+? WHERE word=? RETURNING n", n, word).Scan(&now); err != nil || now > 0 {
		return err
	}
	for _, k := range fold.NearKeys(word) {
		if err := x.exec("DELETE FROM name_key WHERE key=? AND word=?", k, word); err != nil {
			return err
		}
	}
	return x.exec("DELETE FROM name_word WHERE word=?", word)
}
