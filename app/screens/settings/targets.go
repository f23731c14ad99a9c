package settings

import (
	"context"
	"maps"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"dogovor/app/look"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// targets is the section of the days within which something must happen to a grievance. An empty field is the default.
type targets struct {
	host   screens.Host
	db     Store
	stored map[string]string // as it was read last
	fields []*target
	view   fyne.CanvasObject
}

// target is one of them.
type target struct {
	name   string
	normal int
	number *widgets.NumberField
	field  *widgets.Field
}

func newTargets(host screens.Host, db Store) *targets {
	p := host.Words()
	t := &targets{host: host, db: db, stored: map[string]string{}}
	var cells []widgets.Cell
	add := func(name, word, unit string, normal int) {
		number := widgets.NewNumberField(p)
		number.Hint(strconv.Itoa(normal))
		x := &target{name: name, normal: normal, number: number, field: widgets.NewField(p.T(word), number)}
		t.fields = append(t.fields, x)
		cells = append(cells, widgets.Part(1, 190, widgets.Column(2, x.field, look.Secondary(p.T(unit, "N", normal)))))
	}
	add(data.TargetAcknowledge, "settings.targets.acknowledge", "settings.targets.default_working", data.DefaultTargets.Acknowledge)
	add(data.TargetRespond, "settings.targets.respond", "settings.targets.default_working", data.DefaultTargets.Respond)
	add(data.TargetClose, "settings.targets.close", "settings.targets.default_days", data.DefaultTargets.Close)
	t.view = widgets.Column(look.Unit*2,
		look.NewWrapped(p.T("settings.targets.hint"), look.SecondaryStyle),
		widgets.EvenRow(cells...),
		look.NewWrapped(p.T("settings.targets.all"), look.SecondaryStyle),
	)
	return t
}

func (t *targets) register(form *widgets.Form) {
	for _, x := range t.fields {
		form.Add(x.name, x.field)
	}
}

// load shows what is stored; what a person typed meanwhile stays.
func (t *targets) load() {
	var stored map[string]string
	t.host.Load(func(ctx context.Context) (err error) {
		stored, err = t.db.Settings(ctx)
		return err
	}, func() {
		before := t.stored
		t.stored = maps.Clone(stored)
		for _, x := range t.fields {
			if x.typed() != before[x.name] {
				continue
			}
			x.number.Clear()
			if n, err := strconv.Atoi(stored[x.name]); err == nil {
				x.number.SetNumber(n)
			}
		}
	})
}

// typed is what stands in the field, as it is stored: the default is stored as nothing.
func (x *target) typed() string {
	text := strings.TrimSpace(x.number.Text)
	if n, ok := x.number.Number(); ok {
		text = strconv.Itoa(n)
	}
	if text == strconv.Itoa(x.normal) {
		return ""
	}
	return text
}

// changed are the settings that were typed otherwise than they are stored.
func (t *targets) changed() map[string]string {
	out := map[string]string{}
	for _, x := range t.fields {
		if v := x.typed(); v != t.stored[x.name] {
			out[x.name] = v
		}
	}
	return out
}

// problems are what keeps them from being saved, nil for nothing.
func (t *targets) problems() (wrong map[string]string) {
	for name, value := range t.changed() {
		for _, x := range data.NewSetting(name, value).Validate(t.host.Now()) {
			if wrong == nil {
				wrong = map[string]string{}
			}
			wrong[name] = t.host.Words().Problem(x)
		}
	}
	return wrong
}

// save keeps what was changed.
func (t *targets) save() {
	values := t.changed()
	if len(values) == 0 {
		return
	}
	var batch data.ID
	t.host.Load(func(ctx context.Context) (err error) {
		batch, err = t.db.SetSettings(context.WithoutCancel(ctx), values)
		return err
	}, func() {
		t.host.Done(t.host.Words().T("settings.targets.saved"), batch)
		t.load()
	})
}
