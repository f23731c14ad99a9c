package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"dogovor/data"
)

// recentTitles are the record types that people work on, and where each says what it is about.
var recentTitles = []struct {
	t     *data.Type
	title string
}{
	{data.Engagements, "title"}, {data.Stakeholders, "name"}, {data.Issues, "text"}, {data.Commitments, "promise"}, {data.Grievances, "description"}, {data.Tasks, "text"},
}

// hands goes from one officer to the next in the index of what each changed; without a name they are one more.
func hands(t *data.Type) string {
	return `WITH RECURSIVE next(name) AS (SELECT min(updated_by) FROM ` + t.Name + `
	UNION ALL SELECT (SELECT min(updated_by) FROM ` + t.Name + ` WHERE updated_by>next.name) FROM next WHERE next.name IS NOT NULL)
	SELECT name FROM next`
}

// changedBy are the newest records that one officer changed last.
func changedBy(t *data.Type, title string) string {
	return "SELECT id, coalesce(number,''), coalesce(" + title + ",''), binned, created_at, updated_at, coalesce(confidentiality,'')='restricted' FROM " + t.Name + `
	WHERE updated_by IS ? AND updated_at>? ORDER BY updated_at DESC LIMIT ?`
}

// Since lists the records that changed after a moment, newest first, each once, as the last change left it. What notBy changed last is left
// out; with "" nothing is. However many records and changes there are, it looks at no more than limit of each officer and type.
func (s *Store) Since(ctx context.Context, at time.Time, notBy string, limit int) (out []data.Recent, err error) {
	err = s.read(ctx, func(r *reading) error {
		out = nil
		for _, of := range recentTitles {
			var officers []any
			err := r.each(func(sc scanner) error {
				var name any
				err := sc.Scan(&name)
				if name != notBy || notBy == "" {
					officers = append(officers, name)
				}
				return err
			}, hands(of.t))
			if err != nil {
				return err
			}
			for _, name := range officers {
				err := r.each(func(sc scanner) error {
					x, err := scanRecent(sc, at)
					x.Type, x.By = of.t.Name, ""
					if s, ok := name.(string); ok {
						x.By = s
					}
					out = append(out, x)
					return err
				}, changedBy(of.t, of.title), name, at.UnixMilli(), limit)
				if err != nil {
					return err
				}
			}
		}
		slices.SortFunc(out, func(a, b data.Recent) int { return cmp.Or(b.At.Compare(a.At), b.ID.Compare(a.ID)) })
		out = out[:min(limit, len(out))]
		return nil
	})
	return out, err
}

func scanRecent(sc scanner, since time.Time) (x data.Recent, err error) {
	var binned bool
	var madeAt, changedAt int64
	err = sc.Scan(&x.ID, &x.Number, &x.Title, &binned, &madeAt, &changedAt, &x.Restricted)
	x.At, x.Kind = instant(changedAt), "changed"
	switch {
	case binned:
		x.Kind = "binned"
	case madeAt > since.UnixMilli():
		x.Kind = "made"
	}
	return x, err
}
