// Dogovor is the record of a mining company's dealings with its neighbours. Without a command it opens the window, with one it runs a
// job of the command line.
package main

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"
	_ "time/tzdata" // the zone of every period, on machines that have no zone files

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"dogovor/app"
	"dogovor/app/command"
	"dogovor/app/i18n"
	"dogovor/app/machine"
	"dogovor/assets"
	"dogovor/data"
)

// version is set by the build: -ldflags "-X main.version=…".
var version = "0.1.0-dev"

func main() {
	dirs := machine.UserDirs()
	stop, err := machine.StartLog(dirs.State)
	if err != nil { // a laptop whose log cannot be written still records meetings
		fmt.Fprintln(os.Stderr, "dogovor: "+i18n.For(i18n.English).Error(err))
		stop = func() {}
	}
	now := clock()
	status := command.Run(os.Args[1:], command.Env{
		Version: version, Stdout: os.Stdout, Stderr: os.Stderr, Now: now, Dirs: dirs,
		Window: func(ctx context.Context, db string) error { return window(ctx, dirs, db, now) },
	})
	stop()
	os.Exit(status)
}

// clock is the laptop's, or set to a moment by the test that drives the real window: DOGOVOR_CLOCK=2026-11-20T09:00:00Z.
func clock() func() time.Time {
	at, err := time.Parse(time.RFC3339, os.Getenv("DOGOVOR_CLOCK"))
	if err != nil {
		return time.Now
	}
	ahead := time.Until(at)
	return func() time.Time { return time.Now().Add(ahead) }
}

// window shows the program's window until it is closed.
func window(ctx context.Context, dirs machine.Dirs, db string, now func() time.Time) error {
	settings, _ := machine.Load(dirs.Config) // what went wrong with them is told in the window
	if os.Getenv("FYNE_SCALE") == "" {
		// Fyne reads the scale of the interface from here, once, before the window opens.
		os.Setenv("FYNE_SCALE", fmt.Sprintf("%.2f", float64(settings.Scale)/100))
	}
	a := fyneapp.NewWithID("rs.dogovor.app")
	a.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon("icon-256.png")))
	if err := show(app.New(ctx, a, app.Options{Version: version, Database: db, Settings: settings, Dirs: dirs, Now: now})); err != nil {
		return err
	}
	a.Run()
	return nil
}

// show opens the window. Where there is no display the toolkit panics, and without OpenGL it would wait for ever for a window that nobody
// sees: both are told as an error.
func show(w *app.Window) (err error) {
	defer func() {
		if r := recover(); r != nil {
			if err = data.NewError("window.no_display", fmt.Errorf("%v", r)); !strings.Contains(fmt.Sprint(r), "GLFW") {
				panic(r)
			}
		}
	}()
	w.Start()
	if !w.Shown() {
		return data.NewError("window.no_opengl", nil)
	}
	return nil
}
