package store

import (
	"net/http"
	"path"
	"strings"
	"unicode/utf8"

	"dogovor/data"
)

// byEnding are the media types that cannot be told from the first bytes alone. The system's own list is not asked: a file is the same on every laptop.
var byEnding = map[string]string{
	".doc": "application/msword", ".xls": "application/vnd.ms-excel", ".ppt": "application/vnd.ms-powerpoint", ".msg": "application/vnd.ms-outlook",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
	".odt":  "application/vnd.oasis.opendocument.text", ".ods": "application/vnd.oasis.opendocument.spreadsheet", ".odp": "application/vnd.oasis.opendocument.presentation",
	".rtf": "application/rtf", ".csv": "text/csv", ".eml": "message/rfc822", ".svg": "image/svg+xml", ".tif": "image/tiff", ".tiff": "image/tiff",
	".heic": "image/heic", ".heif": "image/heif", ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".mov": "video/quicktime", ".kml": "application/vnd.google-earth.kml+xml",
	".kmz": "application/vnd.google-earth.kmz", ".gpx": "application/gpx+xml", ".geojson": "application/geo+json",
}

// mediaType says what a file is: by its first bytes, by the end of its name where these say too little. A name never makes a picture of
// what is none.
func mediaType(name string, body []byte) string {
	sniffed, _, _ := strings.Cut(http.DetectContentType(body), ";")
	switch {
	case strings.HasPrefix(string(body[:min(4, len(body))]), "II*\x00"), strings.HasPrefix(string(body[:min(4, len(body))]), "MM\x00*"):
		return "image/tiff"
	case sniffed == "application/octet-stream", sniffed == "application/zip", strings.HasPrefix(sniffed, "text/"), sniffed == "video/mp4":
		if m := byEnding[strings.ToLower(path.Ext(name))]; m != "" {
			return m
		}
	}
	return sniffed
}

// cutName is the name of a file without folders and what no name may hold, no longer than a field; its ending stays.
func cutName(name string) string {
	name = data.CleanLine(strings.ReplaceAll(name, "\\", "/"))
	name = path.Base("/" + name)
	if name == "/" || name == "." || name == ".." {
		return ""
	}
	if n := utf8.RuneCountInString(name); n > data.MaxLine {
		ending := path.Ext(name)
		if len(ending) > 20 {
			ending = ""
		}
		letters := []rune(strings.TrimSuffix(name, ending))
		name = string(letters[:data.MaxLine-utf8.RuneCountInString(ending)]) + ending
	}
	return name
}
