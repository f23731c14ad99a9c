package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"dogovor/data"
)

// fitFolder refuses a path whose folder is not there, or in which a live database is not safe: network shares (the write-ahead log needs memory shared on one
// machine) and folders that another program copies while we write.
func fitFolder(path string) error {
	dir := filepath.Dir(path)
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		return data.NewError("db.no_folder", err, "Path", path, "Folder", dir)
	}
	if onNetwork(dir) {
		return data.NewError("db.network", nil, "Path", path)
	}
	if name := syncedBy(dir); name != "" {
		return data.NewError("db.synced", nil, "Path", path, "Service", name)
	}
	return nil
}

// syncedBy names the service whose folder dir lies in.
func syncedBy(dir string) string {
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	for _, part := range strings.FieldsFunc(dir, func(r rune) bool { return r == '/' || r == '\\' }) {
		low := strings.ToLower(part)
		for _, s := range []string{"OneDrive", "Dropbox", "Google Drive", "GoogleDrive", "iCloud Drive", "Nextcloud", "ownCloud"} {
			// "OneDrive - Company" and "Dropbox (Personal)" are theirs too, "dropbox-notes" is not.
			if rest, ok := strings.CutPrefix(low, strings.ToLower(s)); ok && (rest == "" || strings.HasPrefix(rest, " - ") || strings.HasPrefix(rest, " (")) {
				return s
			}
		}
		if part == "Mobile Documents" {
			return "iCloud Drive"
		}
	}
	return ""
}
