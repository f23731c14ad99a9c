// Package e2e drives the real window under Xvfb as a person does, with keys alone. Its test has the build tag "window" because it needs
// an X server, a window manager and the built program; make test runs it. It waits for conditions, never for fixed times.
package e2e
