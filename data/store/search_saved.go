package store

import (
	"context"
	"strings"

	"dogovor/data"
)

// savedSearch begins the names of the settings that hold saved searches.
const savedSearch = "search/"

// SavedSearches are the searches that somebody gave a name, in the order of their names. They travel with the records.
func (s *Store) SavedSearches(ctx context.Context) (out []data.SavedSearch, err error) {
	all, err := s.Settings(ctx)
	for name, typed := range all {
		if name, ok := strings.CutPrefix(name, savedSearch); ok && typed != "" {
			out = append(out, data.SavedSearch{Name: name, Typed: typed})
		}
	}
	byName(out, func(x data.SavedSearch) string { return x.Name })
	return out, err
}

// SaveSearch keeps what was typed under a name, in place of what had this name; the batch undoes it.
func (s *Store) SaveSearch(ctx context.Context, name, typed string) (batch data.ID, err error) {
	return s.SetSetting(ctx, savedSearch+strings.TrimSpace(name), typed)
}

// DropSearch puts a saved search into the bin; the batch undoes it.
func (s *Store) DropSearch(ctx context.Context, name string) (batch data.ID, err error) {
	return s.Bin(ctx, data.Settings.Name, data.SettingID(savedSearch+strings.TrimSpace(name)))
}
