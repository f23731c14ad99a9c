package command

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"dogovor/data"
	"dogovor/data/sample"
	"dogovor/data/store"
	"dogovor/data/wholefile"
)

// database is the flag that nearly every job has.
type database struct {
	DB string `name:"db" required:"" placeholder:"FILE" help:"The database."`
}

// read opens the database to read it; a window may have it open at the same time.
func (d database) read(e *Env) (*store.Store, error) {
	return store.Open(e.ctx, d.DB, store.Options{Identity: e.identity(), Now: e.Now, ReadOnly: true, NoLock: true})
}

// sound opens the database to read figures out of it: what is damaged would give wrong ones and not say so.
func (d database) sound(e *Env) (*store.Store, error) {
	db, err := d.read(e)
	if err != nil {
		return nil, err
	}
	if err := db.Sound(e.ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// write opens the database to change it, and makes it when it is missing. The history says who wrote, so the settings must be known.
func (d database) write(e *Env) (*store.Store, error) {
	if err := e.settings.Unread(); err != nil {
		return nil, err
	}
	return store.Open(e.ctx, d.DB, store.Options{Identity: e.identity(), Now: e.Now})
}

func (e *Env) identity() store.Identity {
	return store.Identity{Officer: e.settings.Officer, Laptop: e.settings.Laptop, Origin: e.settings.Origin}
}

type openJob struct {
	DB string `name:"db" placeholder:"FILE" help:"A database other than the last one."`
}

// Run opens the window.
func (j *openJob) Run(e *Env) error { return e.Window(e.ctx, j.DB) }

type sampleJob struct {
	database
	Year  int    `default:"2026" help:"1 January to 31 December of this year; what lies after today is planned."`
	Scale int    `default:"1" help:"N times as much, for benchmarks."`
	Seed  uint64 `default:"1" help:"The same seed, year and clock make the same records."`
}

// Run makes the sample year in a new database.
func (j *sampleJob) Run(e *Env) error {
	if j.Year < data.FirstYear || j.Year > data.LastYear || j.Scale < 1 || j.Scale > 10000 {
		return usageError{fmt.Sprintf("--year goes from %d to %d, --scale from 1 to 10000", data.FirstYear, data.LastYear)}
	}
	if _, err := os.Lstat(j.DB); err == nil {
		return data.NewError("sample.exists", nil, "Path", j.DB)
	}
	made, err := sample.Make(e.ctx, j.DB, sample.Options{Year: j.Year, Scale: j.Scale, Seed: j.Seed, Now: e.Now()})
	if err != nil {
		return err
	}
	e.say("command.sample.done", "Path", j.DB, "Stakeholders", e.words.Int(made.Stakeholders), "Engagements", e.words.Int(made.Engagements),
		"Promises", e.words.Int(made.Promises), "Issues", e.words.Int(made.Issues), "Grievances", e.words.Int(made.Grievances), "Tasks", e.words.Int(made.Tasks))
	return nil
}

type exportJob struct {
	database
	Output string `short:"o" required:"" placeholder:"FILE" help:"Where to write; - is standard output."`
}

// Run writes every record and its history.
func (j *exportJob) Run(e *Env) error {
	db, err := j.read(e)
	if err != nil {
		return err
	}
	defer db.Close()
	if j.Output == "-" {
		return db.Export(e.ctx, e.Stdout)
	}
	if err := wholefile.Write(j.Output, func(w io.Writer) error { return db.Export(e.ctx, w) }); err != nil {
		return err
	}
	e.say("command.written", "Path", j.Output)
	return nil
}

type importJob struct {
	File string `arg:"" help:"The file to take in."`
	database
	DryRun bool `help:"Only say what would be taken."`
	JSON   bool `name:"json" help:"Print the outcome as JSON."`
}

// Run takes in a file as one batch.
func (j *importJob) Run(e *Env) error {
	f, err := os.Open(j.File)
	if err != nil {
		return data.NewError("import.unreadable", err, "Path", j.File)
	}
	defer f.Close()
	db, err := j.write(e)
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := db.Import(e.ctx, f, store.ImportOptions{DryRun: j.DryRun})
	if err != nil {
		return err
	}
	if j.JSON {
		return e.json(r)
	}
	id := "command.import.done"
	if j.DryRun {
		id = "command.import.dry"
	}
	e.say(id, "Taken", e.words.Int(r.Taken), "Made", e.words.Int(r.Made), "Matched", e.words.Int(r.Matched), "Refused", e.words.Int(len(r.Refused)))
	for _, x := range r.Refused {
		fmt.Fprintf(e.Stderr, "  %s %s: %s\n", x.Type, x.ID, strings.TrimSpace(e.words.T(x.Message())+" "+x.Detail))
	}
	return nil
}

type checkJob struct {
	database
	JSON bool `name:"json" help:"Print the outcome as JSON."`
}

// Run looks at file, schema, links, history and index.
func (j *checkJob) Run(e *Env) error {
	db, err := j.read(e)
	if err != nil {
		return err
	}
	defer db.Close()
	r, err := db.Check(e.ctx)
	if err != nil {
		return err
	}
	if j.JSON {
		if err := e.json(r); err != nil {
			return err
		}
	} else {
		said := map[string]bool{}
		for _, f := range r.Findings {
			if !said[f.Code] {
				fmt.Fprintln(e.Stdout, e.words.T(f.Message()))
				said[f.Code] = true
			}
			fmt.Fprintln(e.Stdout, "  ", f)
		}
	}
	if len(r.Findings) > 0 {
		return data.NewError("check.faults", nil, "N", len(r.Findings), "Path", j.DB)
	}
	if !j.JSON {
		fmt.Fprintln(e.Stdout, e.words.T("command.check.whole", "Path", j.DB))
	}
	return nil
}

type versionJob struct{}

// Run prints the version.
func (versionJob) Run(e *Env) error {
	_, err := fmt.Fprintln(e.Stdout, "dogovor", e.Version)
	return err
}

// json prints one document and nothing else on standard output.
func (e *Env) json(v any) error {
	enc := json.NewEncoder(e.Stdout)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
