package i18n

import "testing"

func TestFilesAreSound(t *testing.T) {
	for _, err := range loaded().problems {
		t.Error(err)
	}
	if s := For(SerbianCyrillic).T("common.save"); s != "Сачувај" {
		t.Error(s)
	}
}
