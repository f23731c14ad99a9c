package store

import (
	"path/filepath"
	"strings"

	"golang.org/x/sys/windows"
)

// onNetwork tells whether dir lies on another machine.
func onNetwork(dir string) bool {
	volume := filepath.VolumeName(dir)
	if strings.HasPrefix(volume, `\\`) {
		return true
	}
	root, err := windows.UTF16PtrFromString(volume + `\`)
	return err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE
}
