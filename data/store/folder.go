package store

import (
	"path/filepath"
	"strings"

	"dogovor/data"
)

// fitFolder refuses folders in which a live database is not safe: network shares (the write-ahead log needs memory shared on one
// machine) and folders that another program copies while we write.
func fitFolder(dir string) error {
	if onNetwork(dir) {
		return data.NewError("db.network", nil, "Path", dir)
	}
	if name := syncedBy(dir); name != "" {
		return data.NewError("db.synced", nil, "Path", dir, "Service", name)
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
