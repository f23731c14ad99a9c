package indicator

import (
	"cmp"
	"maps"
	"slices"

	"dogovor/data"
)

// A split tells records apart. The records are given by their places in a list of the dataset, and refs points at them.

// splitBySettlement lists the settlements that have any, in the dataset's order; records without a settlement, or with one that is in the bin,
// stand in a last row of their own.
func (d *Dataset) splitBySettlement(places []int, of func(place int) data.ID, refs func([]int) []Ref) Split {
	at := map[data.ID][]int{}
	known := make(map[data.ID]bool, len(d.Settlements))
	for _, s := range d.Settlements {
		known[s.ID] = true
	}
	for _, p := range places {
		id := of(p)
		if !known[id] {
			id = data.ID{}
		}
		at[id] = append(at[id], p)
	}
	split := Split{By: "settlement"}
	for _, s := range d.Settlements {
		if l := at[s.ID]; len(l) > 0 {
			split.Rows = append(split.Rows, Row{Key: s.ID.String(), Label: s.Name, Ratio: Count(len(l)), Evidence: refs(l)})
		}
	}
	if l := at[data.ID{}]; len(l) > 0 {
		split.Rows = append(split.Rows, Row{Ratio: Count(len(l)), Evidence: refs(l)})
	}
	return split
}

// splitByCode tells apart by a word of a vocabulary, in its order.
func splitByCode(by string, places []int, of func(place int) string, v data.Vocabulary, refs func([]int) []Ref) Split {
	with := map[string][]int{}
	for _, p := range places {
		with[of(p)] = append(with[of(p)], p)
	}
	split := Split{By: by}
	for _, code := range inOrder(maps.Keys(with), v) {
		split.Rows = append(split.Rows, Row{Key: code, Ratio: Count(len(with[code])), Evidence: refs(with[code])})
	}
	return split
}

// inOrder sorts the codes of a vocabulary: its starting entries in their order, then those that users added, "" (not recorded) last.
func inOrder(codes func(func(string) bool), v data.Vocabulary) []string {
	rank := func(code string) int {
		if i := slices.Index(v.Codes, code); i >= 0 {
			return i
		}
		if code == "" {
			return len(v.Codes) + 1
		}
		return len(v.Codes)
	}
	return slices.SortedFunc(codes, func(a, b string) int { return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b)) })
}

// where are the places in a list at which something holds.
func where[T any](list []T, is func(*T) bool) (places []int) {
	for i := range list {
		if is(&list[i]) {
			places = append(places, i)
		}
	}
	return places
}
