package settings

import (
	"context"
	"maps"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// company is the section of what all papers share: who we are, how people reach us, and how the papers look. It travels with the records.
type company struct {
	host    screens.Host
	db      Store
	stored  map[string]string // as it was read last
	entries map[string]*widgets.Entry
	accent  *widgets.Choice
	fields  map[string]*widgets.Field
	view    fyne.CanvasObject
}

func newCompany(host screens.Host, db Store) *company {
	p := host.Words()
	c := &company{host: host, db: db, stored: map[string]string{}, entries: map[string]*widgets.Entry{}, fields: map[string]*widgets.Field{}}
	entry := func(name, word string, most int) *widgets.Field {
		e := widgets.NewEntry()
		e.SetMax(most, p.N("widgets.too_long", most))
		c.entries[name] = e
		c.fields[name] = widgets.NewField(p.T(word), e)
		return c.fields[name]
	}
	name, address := entry(data.CompanyName, "settings.company.name", data.MaxLine), entry(data.CompanyAddress, "settings.company.address", data.MaxLine)
	phone, email := entry(data.CompanyPhone, "settings.company.phone", data.MaxLine), entry(data.CompanyEmail, "settings.company.email", data.MaxLine)
	footer := entry(data.CompanyFooter, "settings.company.footer", data.MaxFooter)
	var colours []widgets.Option
	for _, a := range data.Accents {
		colours = append(colours, widgets.Option{Key: a.Colour, Label: p.T("settings.company.accent." + a.Word)})
	}
	c.accent = widgets.NewChoice(p, colours)
	c.fields[data.CompanyAccent] = widgets.NewField(p.T("settings.company.accent"), c.accent)
	c.accent.SetKey(data.Accents[0].Colour)
	c.view = widgets.Column(look.Unit*2,
		look.NewWrapped(p.T("settings.company.hint"), look.SecondaryStyle),
		widgets.Column(look.Unit,
			widgets.EvenRow(widgets.Part(1, 240, name), widgets.Part(1, 240, address)),
			widgets.EvenRow(widgets.Part(1, 240, phone), widgets.Part(1, 240, email)),
			look.NewWrapped(p.T("settings.company.reach"), look.SecondaryStyle)),
		widgets.Column(look.Unit,
			widgets.EvenRow(widgets.Part(1, 240, c.fields[data.CompanyAccent]), widgets.Part(1, 240, footer)),
			look.NewWrapped(p.T("settings.company.footer.hint"), look.SecondaryStyle)),
	)
	return c
}

func (c *company) register(form *widgets.Form) {
	for _, name := range data.CompanySettings {
		form.Add(name, c.fields[name])
	}
}

// load shows what is stored; what a person typed meanwhile stays.
func (c *company) load() {
	var stored map[string]string
	c.host.Load(func(ctx context.Context) (err error) {
		stored, err = c.db.Settings(ctx)
		return err
	}, func() {
		before := c.stored
		c.stored = maps.Clone(stored)
		for _, name := range data.CompanySettings {
			if c.typed(name) == before[name] {
				c.set(name, stored[name])
			}
		}
	})
}

// typed is what stands in a field, as it is stored: the colour that holds anyway is stored as nothing.
func (c *company) typed(name string) string {
	if name != data.CompanyAccent {
		return data.CleanLine(c.entries[name].Text)
	}
	if key := c.accent.Key(); key != data.Accents[0].Colour {
		return key
	}
	return ""
}

func (c *company) set(name, value string) {
	switch {
	case name != data.CompanyAccent:
		c.entries[name].SetText(value)
	case value == "":
		c.accent.SetKey(data.Accents[0].Colour)
	default:
		c.accent.SetKey(value)
	}
}

// changed are the settings that stand otherwise than they are stored.
func (c *company) changed() map[string]string {
	out := map[string]string{}
	for _, name := range data.CompanySettings {
		if v := c.typed(name); v != c.stored[name] {
			out[name] = v
		}
	}
	return out
}

// problems are what keeps them from being saved, nil for nothing.
func (c *company) problems() (wrong map[string]string) {
	for name, value := range c.changed() {
		for _, x := range data.NewSetting(name, value).Validate(c.host.Now()) {
			if wrong == nil {
				wrong = map[string]string{}
			}
			wrong[name] = c.host.Words().Problem(x)
		}
	}
	return wrong
}

// save keeps what was changed.
func (c *company) save() {
	values := c.changed()
	if len(values) == 0 {
		return
	}
	var batch data.ID
	c.host.Load(func(ctx context.Context) (err error) {
		batch, err = c.db.SetSettings(context.WithoutCancel(ctx), values)
		return err
	}, func() {
		c.host.Done(c.host.Words().T("settings.company.saved"), batch)
		c.load()
	})
}
