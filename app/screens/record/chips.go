package record

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// Chip is one thing that a list is narrowed by. All chips of a list share one field that finds their options by typing; what was chosen
// stands before it.
type Chip[F any] struct {
	Name    string // message that tells its options from those of other chips: "Settlement"
	Options []widgets.Option
	Read    func(ctx context.Context) ([]widgets.Option, error) // further options, read when the list is shown and when data changed; nil: none
	Get     func(F) []string                                    // the keys that a filter has
	Set     func(f *F, keys []string)
}

// OneOf narrows by one option at a time: the later takes the place of the former.
func OneOf[F any](name string, options []widgets.Option, field func(*F) *string) Chip[F] {
	return Chip[F]{Name: name, Options: options,
		Get: func(f F) []string { return []string{*field(&f)} },
		Set: func(f *F, keys []string) { *field(f) = last(keys) }}
}

// SomeOf narrows by any of several options.
func SomeOf[F any](name string, options []widgets.Option, field func(*F) *[]string) Chip[F] {
	return Chip[F]{Name: name, Options: options,
		Get: func(f F) []string { return *field(&f) },
		Set: func(f *F, keys []string) { *field(f) = keys }}
}

// NameOf narrows by one of the names that were written so far, such as that of an officer.
func NameOf[F any](name string, read func(ctx context.Context) ([]string, error), field func(*F) *string) Chip[F] {
	c := OneOf(name, nil, field)
	c.Read = func(ctx context.Context) (out []widgets.Option, err error) {
		names, err := read(ctx)
		for _, n := range names {
			out = append(out, widgets.Option{Key: n, Label: n})
		}
		return out, err
	}
	return c
}

// SettlementOf narrows by one settlement.
func SettlementOf[F any](host screens.Host, db FormStore, name string, field func(*F) *data.ID) Chip[F] {
	return Chip[F]{Name: name,
		Read: func(ctx context.Context) ([]widgets.Option, error) {
			places, err := db.Settlements(ctx)
			return SettlementOptions(host, places), err
		},
		Get: func(f F) []string { return []string{field(&f).String()} },
		Set: func(f *F, keys []string) { *field(f), _ = data.ParseID(last(keys)) }}
}

// WordOptions are choices whose words are messages that begin alike: "tasks.state." and a key.
func WordOptions(host screens.Host, begin string, keys []string) (out []widgets.Option) {
	for _, k := range keys {
		out = append(out, widgets.Option{Key: k, Label: host.Words().T(begin + k)})
	}
	return out
}

func last(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	return keys[len(keys)-1]
}

// chipBar is the search beside the chips.
type chipBar[F any] struct {
	host   screens.Host
	of     []Chip[F]
	filter func() F
	narrow func(F)
	view   fyne.CanvasObject
	chips  *widgets.Chips
	read   [][]widgets.Option // by chip
}

func newChipBar[F any](host screens.Host, search *widgets.Entry, of []Chip[F], filter func() F, narrow func(F)) *chipBar[F] {
	b := &chipBar[F]{host: host, of: of, filter: filter, narrow: narrow, view: search, read: make([][]widgets.Option, len(of))}
	if len(of) > 0 {
		b.chips = widgets.NewChips(host.Words(), b.options()).Hint(host.Words().T("record.filter"))
		b.chips.OnChange = b.changed
		b.view = widgets.Row(widgets.Part(2, 200, search), widgets.Part(3, 240, b.chips))
	}
	return b
}

// options are those of all chips; their keys begin with the number of their chip.
func (b *chipBar[F]) options() (out []widgets.Option) {
	for i, c := range b.of {
		for _, o := range slices.Concat(c.Options, b.read[i]) {
			out = append(out, widgets.Option{Key: strconv.Itoa(i) + "/" + o.Key, Label: o.Label, Note: b.host.Words().T(c.Name)})
		}
	}
	return out
}

// readOptions reads those that come from the data.
func (b *chipBar[F]) readOptions(ctx context.Context) (show func(), err error) {
	read := make([][]widgets.Option, len(b.of))
	for i, c := range b.of {
		if c.Read == nil {
			continue
		}
		if read[i], err = c.Read(ctx); err != nil {
			return nil, err
		}
	}
	return func() {
		b.read = read
		if b.chips != nil {
			b.chips.SetOptions(b.options())
		}
	}, nil
}

// View shows the chips of the filter as it is.
func (b *chipBar[F]) View() fyne.CanvasObject {
	if b.chips == nil {
		return b.view
	}
	set := map[string]bool{}
	f := b.filter()
	for i, c := range b.of {
		for _, k := range c.Get(f) {
			set[strconv.Itoa(i)+"/"+k] = true
		}
	}
	var chosen []widgets.Option
	for _, o := range b.options() {
		if set[o.Key] {
			chosen = append(chosen, o)
		}
	}
	if !slices.EqualFunc(b.chips.Keys(), chosen, func(k string, o widgets.Option) bool { return k == o.Key }) {
		b.chips.Set(chosen)
	}
	return b.view
}

// Close has nothing that is open.
func (b *chipBar[F]) Close() bool { return false }

// changed reads the filter from the chips.
func (b *chipBar[F]) changed(keys []string) {
	chosen := make([][]string, len(b.of))
	for _, k := range keys {
		n, key, _ := strings.Cut(k, "/")
		i, _ := strconv.Atoi(n)
		chosen[i] = append(chosen[i], key)
	}
	f := b.filter()
	for i, c := range b.of {
		c.Set(&f, chosen[i])
	}
	b.narrow(f)
}
