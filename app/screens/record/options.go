package record

import (
	"slices"

	"dogovor/app/i18n"
	"dogovor/app/screens"
	"dogovor/app/widgets"
	"dogovor/data"
)

// SettlementOptions are the places to choose from, as the reader sorts and writes them.
func SettlementOptions(host screens.Host, places []*data.Settlement) []widgets.Option {
	var out []widgets.Option
	for _, p := range places {
		out = append(out, widgets.Option{Key: p.ID.String(), Label: host.PlaceName(p.Name, p.NameCyrl), Note: host.PlaceName(p.Municipality, i18n.Cyrillic(p.Municipality))})
	}
	slices.SortStableFunc(out, func(a, b widgets.Option) int { return host.Words().Compare(a.Label, b.Label) })
	return out
}

// Post is a stakeholder's newest organisation and role.
func Post(r data.StakeholderRow) string {
	if r.OrganisationName != "" && r.Role != "" {
		return r.OrganisationName + ", " + r.Role
	}
	return r.OrganisationName + r.Role
}

// WhoNote tells people of the same name apart.
func WhoNote(host screens.Host, r data.StakeholderRow) string {
	place := host.PlaceName(r.SettlementName, r.SettlementCyrl)
	switch post := Post(r); {
	case post != "" && place != "":
		return post + " · " + place
	case post != "":
		return post
	case place == "" && len(r.Groups) > 0:
		return host.Term(data.Groups.List, r.Groups[0])
	}
	return place
}
