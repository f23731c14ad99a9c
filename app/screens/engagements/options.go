package engagements

import (
	"slices"

	"fyne.io/fyne/v2"

	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// placeOptions are the settlements, in the order and script of the reader.
func placeOptions(host screens.Host, places []*data.Settlement) []widgets.Option {
	var out []widgets.Option
	for _, p := range places {
		out = append(out, widgets.Option{Key: p.ID.String(), Label: host.PlaceName(p.Name, p.NameCyrl), Note: p.Municipality})
	}
	slices.SortStableFunc(out, func(a, b widgets.Option) int { return host.Words().Compare(a.Label, b.Label) })
	return out
}

// beside puts things beside each other at their own size.
func beside(things ...fyne.CanvasObject) fyne.CanvasObject {
	return widgets.Flow(12, things...)
}
