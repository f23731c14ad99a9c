package stakeholders

import (
	"context"
	"strings"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// filterChips narrow the register: one field that finds kinds, groups and settlements by typing, what was chosen as chips before it.
type filterChips struct {
	host     screens.Host
	view     *widgets.Chips
	options  []widgets.Option
	onChange func(data.StakeholderFilter)
}

// The keys of options begin with what they narrow by.
const (
	byKind       = "kind/"
	byGroup      = "group/"
	bySettlement = "settlement/"
)

func newFilterChips(host screens.Host, onChange func(data.StakeholderFilter)) *filterChips {
	c := &filterChips{host: host, onChange: onChange}
	w := host.Words()
	for _, o := range host.Choices(data.StakeholderKinds.List) {
		c.options = append(c.options, widgets.Option{Key: byKind + o.Key, Label: o.Label, Note: w.T("stakeholders.filter.kind")})
	}
	for _, o := range host.Choices(data.Groups.List) {
		c.options = append(c.options, widgets.Option{Key: byGroup + o.Key, Label: o.Label, Note: w.T("stakeholders.filter.group")})
	}
	c.view = widgets.NewChips(w, c.options).Hint(w.T("stakeholders.filter.add"))
	c.view.OnChange = c.changed
	return c
}

// load adds the settlements, then shows a filter.
func (c *filterChips) load(db Store, f data.StakeholderFilter) {
	var places []*data.Settlement
	c.host.Load(func(ctx context.Context) (err error) {
		places, err = db.Settlements(ctx)
		return err
	}, func() {
		for _, o := range record.SettlementOptions(c.host, places) {
			c.options = append(c.options, widgets.Option{Key: bySettlement + o.Key, Label: o.Label, Note: c.host.Words().T("stakeholders.filter.settlement")})
		}
		c.view.SetOptions(c.options)
		c.show(f)
	})
}

// show sets the chips of a filter.
func (c *filterChips) show(f data.StakeholderFilter) {
	keys := map[string]bool{byKind + f.Kind: true, bySettlement + f.Settlement.String(): true}
	for _, g := range f.Groups {
		keys[byGroup+g] = true
	}
	var chosen []widgets.Option
	for _, o := range c.options {
		if keys[o.Key] {
			chosen = append(chosen, o)
		}
	}
	c.view.Set(chosen)
}

// changed reads the filter from the chips. There is one kind and one settlement at a time: the later takes the place of the former.
func (c *filterChips) changed(keys []string) {
	var f data.StakeholderFilter
	for _, k := range keys {
		switch {
		case strings.HasPrefix(k, byKind):
			f.Kind = strings.TrimPrefix(k, byKind)
		case strings.HasPrefix(k, byGroup):
			f.Groups = append(f.Groups, strings.TrimPrefix(k, byGroup))
		case strings.HasPrefix(k, bySettlement):
			f.Settlement, _ = data.ParseID(strings.TrimPrefix(k, bySettlement))
		}
	}
	c.show(f)
	c.onChange(f)
}
