package widgets

import "dogovor/app/i18n"

// Choice is a Picker over a list that is known beforehand, such as a vocabulary.
type Choice struct {
	Picker
	OnChange func(key string) // "" when the choice was taken back

	options []Option
}

// NewChoice makes a choice of one of options; nothing is chosen at first.
func NewChoice(p *i18n.Printer, options []Option) *Choice {
	c := &Choice{options: options}
	c.init(c, p, func(text string) []Option { return Matching(c.options, text) })
	c.instant = true
	c.OnPick = func(o Option) {
		if c.OnChange != nil {
			c.OnChange(o.Key)
		}
	}
	return c
}

// SetOptions replaces what can be chosen; a choice that is not among them any more is kept as it is.
func (c *Choice) SetOptions(options []Option) { c.options = options }

// Key is the key of what is chosen, "" for nothing.
func (c *Choice) Key() string { return c.Picked().Key }

// SetKey chooses by key without calling OnChange; a key that is no option shows as itself, so that nothing is lost.
func (c *Choice) SetKey(key string) {
	for _, o := range c.options {
		if o.Key == key {
			c.SetPicked(o)
			return
		}
	}
	c.SetPicked(Option{Key: key, Label: key})
}
