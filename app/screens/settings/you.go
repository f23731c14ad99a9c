package settings

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"dogovor/app/i18n"
	"dogovor/app/look"
	"dogovor/app/machine"
	"dogovor/app/screens"
	"dogovor/app/widgets"
)

// you is the section of who works on this laptop, and how the window looks to them.
type you struct {
	do              Actions
	state           State
	host            screens.Host
	officer, laptop *widgets.Entry
	look, scale     *widgets.Choice
	fields          map[string]*widgets.Field
	view            fyne.CanvasObject
}

func newYou(host screens.Host, do Actions) *you {
	y := &you{host: host, do: do, state: do.State, officer: widgets.NewEntry(), laptop: widgets.NewEntry()}
	p := host.Words()
	y.officer.SetText(y.state.Officer)
	y.laptop.SetText(y.state.Laptop)
	y.look = widgets.NewChoice(p, looks(p))
	y.look.SetKey(y.state.Look)
	y.scale = widgets.NewChoice(p, scales(p))
	y.scale.SetKey(strconv.Itoa(y.state.Scale))
	language := widgets.NewChoice(p, languages())
	language.SetKey(string(p.Lang()))
	language.OnChange = func(code string) {
		if l, err := i18n.Parse(code); err == nil && l != p.Lang() {
			do.Language(l)
		}
	}
	officer := widgets.NewField(p.T("start.officer"), y.officer)
	laptop := widgets.NewField(p.T("start.laptop"), y.laptop)
	y.fields = map[string]*widgets.Field{"officer": officer, "laptop": laptop}
	y.view = widgets.Column(look.Unit,
		widgets.Row(widgets.Part(2, 220, officer), widgets.Part(1, 140, laptop), widgets.Part(1, 160, widgets.NewField(p.T("start.language"), language))),
		look.NewWrapped(p.T("start.laptop.hint"), look.SecondaryStyle),
		widgets.Row(widgets.Part(1, 160, widgets.NewField(p.T("settings.look"), y.look)), widgets.Part(1, 160, widgets.NewField(p.T("settings.scale"), y.scale)),
			widgets.Part(2, 0, container.NewWithoutLayout())),
		look.NewWrapped(p.T("settings.scale.hint"), look.SecondaryStyle),
	)
	return y
}

func (y *you) register(form *widgets.Form) {
	form.Add("officer", y.fields["officer"])
	form.Add("laptop", y.fields["laptop"])
}

// save takes the answers over; it answers what is wrong with them, nil for nothing.
func (y *you) save() map[string]string {
	scale, _ := strconv.Atoi(y.scale.Key())
	y.state.Officer, y.state.Laptop, y.state.Look, y.state.Scale = y.officer.Text, y.laptop.Text, y.look.Key(), scale
	ps := y.do.Change(y.state)
	if len(ps) == 0 {
		return nil
	}
	wrong := map[string]string{}
	for _, x := range ps {
		wrong[x.Field] = y.host.Words().Problem(x)
	}
	return wrong
}

// records is which file is open, and the ways to another one.
func records(host screens.Host, do Actions) fyne.CanvasObject {
	p := host.Words()
	file := widgets.NewEntry()
	file.SetText(do.State.Database)
	open := func() {
		if path := strings.TrimSpace(file.Text); path != "" && path != do.State.Database {
			do.Open(path)
		}
	}
	file.OnEnter = open
	other := widgets.SecondaryButton(p.T("start.sample"), do.SampleDB)
	if do.State.Sample {
		other = widgets.SecondaryButton(p.T("settings.database.own"), do.Own)
	}
	return widgets.Column(look.Unit*2,
		look.Body(p.T("settings.database.open_now", "Path", do.State.Database)),
		widgets.Column(look.Unit,
			widgets.Flow(look.Unit, widgets.SecondaryButton(p.T("settings.database.backup"), do.Backup)),
			look.NewWrapped(p.T("settings.database.backup.hint"), look.SecondaryStyle)),
		widgets.Column(look.Unit,
			widgets.Flow(look.Unit, other),
			look.NewWrapped(p.T("start.sample.hint"), look.SecondaryStyle)),
		widgets.Row(widgets.Part(1, 300, widgets.NewField(p.T("settings.database.file"), file)),
			widgets.Part(0, 100, widgets.SecondaryButton(p.T("settings.database.open"), open))),
	)
}

func looks(p *i18n.Printer) []widgets.Option {
	return []widgets.Option{{Key: string(look.Light), Label: p.T("settings.look.light")}, {Key: string(look.Dark), Label: p.T("settings.look.dark")},
		{Key: string(look.HighContrast), Label: p.T("settings.look.contrast")}}
}

func scales(p *i18n.Printer) (out []widgets.Option) {
	for _, n := range machine.Scales {
		out = append(out, widgets.Option{Key: strconv.Itoa(n), Label: p.Percent(float64(n)/100, 0)})
	}
	return out
}

func languages() (out []widgets.Option) {
	for _, l := range i18n.Langs {
		out = append(out, widgets.Option{Key: string(l), Label: i18n.Name(l)})
	}
	return out
}
