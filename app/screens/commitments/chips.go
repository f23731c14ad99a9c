package commitments

import (
	"context"
	"strings"

	"dogovor/app/screens"
	"dogovor/app/screens/record"
	"dogovor/app/widgets"
	"dogovor/data"
)

// filterChips narrow the ledger: one field that finds states, owners, topics and settlements by typing, what was chosen as chips before it.
type filterChips struct {
	host     screens.Host
	view     *widgets.Chips
	fixed    []widgets.Option // states and topics
	options  []widgets.Option
	onChange func(data.CommitmentFilter)
}

// The keys of options begin with what they narrow by.
const (
	byState      = "state/"
	byOwner      = "owner/"
	byTopic      = "topic/"
	bySettlement = "settlement/"
)

func newFilterChips(host screens.Host, onChange func(data.CommitmentFilter)) *filterChips {
	c := &filterChips{host: host, onChange: onChange}
	w := host.Words()
	for _, s := range data.CommitmentStates {
		c.fixed = append(c.fixed, widgets.Option{Key: byState + s, Label: w.T("commitments.state." + s), Note: w.T("commitments.filter.state")})
	}
	for _, o := range host.Choices(data.Topics.List) {
		c.fixed = append(c.fixed, widgets.Option{Key: byTopic + o.Key, Label: o.Label, Note: w.T("commitments.filter.topic")})
	}
	c.options = c.fixed
	c.view = widgets.NewChips(w, c.options).Hint(w.T("commitments.filter.add"))
	c.view.OnChange = c.changed
	return c
}

// load adds the settlements and owners, then shows a filter.
func (c *filterChips) load(db Store, f data.CommitmentFilter) {
	var places []*data.Settlement
	var owners []string
	c.host.Load(func(ctx context.Context) (err error) {
		if places, err = db.Settlements(ctx); err == nil {
			owners, err = db.CommitmentOwners(ctx)
		}
		return err
	}, func() {
		w := c.host.Words()
		c.options = append([]widgets.Option(nil), c.fixed...)
		for _, o := range owners {
			c.options = append(c.options, widgets.Option{Key: byOwner + o, Label: o, Note: w.T("commitments.filter.owner")})
		}
		for _, o := range record.SettlementOptions(c.host, places) {
			c.options = append(c.options, widgets.Option{Key: bySettlement + o.Key, Label: o.Label, Note: w.T("commitments.filter.settlement")})
		}
		c.view.SetOptions(c.options)
		c.show(f)
	})
}

// show sets the chips of a filter.
func (c *filterChips) show(f data.CommitmentFilter) {
	keys := map[string]bool{byState + f.State: true, byOwner + f.Owner: true, byTopic + f.Topic: true, bySettlement + f.Settlement.String(): true}
	var chosen []widgets.Option
	for _, o := range c.options {
		if keys[o.Key] {
			chosen = append(chosen, o)
		}
	}
	c.view.Set(chosen)
}

// changed reads the filter from the chips. There is one of each kind at a time: the later takes the place of the former.
func (c *filterChips) changed(keys []string) {
	var f data.CommitmentFilter
	for _, k := range keys {
		by, what, _ := strings.Cut(k, "/")
		switch by + "/" {
		case byState:
			f.State = what
		case byOwner:
			f.Owner = what
		case byTopic:
			f.Topic = what
		case bySettlement:
			f.Settlement, _ = data.ParseID(what)
		}
	}
	c.show(f)
	c.onChange(f)
}
