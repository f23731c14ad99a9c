package i18n

import "testing"

func TestCyrillic(t *testing.T) {
	for latin, want := range map[string]string{
		"":                    "",
		"Sačuvaj":             "Сачувај",
		"Ljubav, njiva, džep": "Љубав, њива, џеп",
		"LJUBAV NJIVA DŽEP":   "ЉУБАВ ЊИВА ЏЕП",
		"Njegoš i Džinović":   "Његош и Џиновић",
		"ǈubav ǌiva":          "Љубав њива",
		"Đorđe Ćirić, Čavić, Žagubica, Šarbanovac": "Ђорђе Ћирић, Чавић, Жагубица, Шарбановац",
		"nadživeti, Nadžnjeti, odživeo":            "надживети, Наджњети, одживео",
		"konjunkcija, INJEKCIJA, Tanjug":           "конјункција, ИНЈЕКЦИЈА, Танјуг",
		"konj, odžak, hodža, nadžak":               "коњ, оџак, хоџа, наџак",
		"odjava, nadjačati, dvojezično":            "одјава, надјачати, двојезично",
		"{{.N}} sastanaka od {{ .Total }}":         "{{.N}} састанака од {{ .Total }}",
		"Traje {{.N}} h, {{.M}} s porukom":         "Траје {{.N}} h, {{.M}} с поруком",
		"udaljeno 3 km i 12 MB":                    "удаљено 3 km и 12 MB",
		"Sačuvaj kao PDF, XLSX ili CSV":            "Сачувај као PDF, XLSX или CSV",
		"Otvori u PDF-u ili Excel-u":               "Отвори у PDF-у или Excel-у",
		"Pritisni Ctrl+S, F2 ili Esc.":             "Притисни Ctrl+S, F2 или Esc.",
		"Pritisni Ctrl+Shift+N i Alt+1 ovde":       "Притисни Ctrl+Shift+N и Alt+1 овде",
		"Alt+← i Ctrl+/ rade":                      "Alt+← и Ctrl+/ раде",
		"Pokreni `dogovor check --db bor.db`":      "Покрени `dogovor check --db bor.db`",
		"Pokreni dogovor report --list da vidiš":   "Покрени dogovor report --list да видиш",
		"dogovor o saradnji":                       "договор о сарадњи",
		"Dogovor":                                  "Договор",
		"slika E1 i ESS10, E-26-BOR1-0014":         "слика E1 и ESS10, E-26-BOR1-0014",
		"prema IFC i GRI 413":                      "према IFC и GRI 413",
		"piši na ana.primer@primer.rs odmah":       "пиши на ana.primer@primer.rs одмах",
		"vidi https://primer.rs/a, pa dalje":       "види https://primer.rs/a, па даље",
		"datoteka bor.db je otvorena":              "датотека bor.db је отворена",
		"WhatsApp i Windows":                       "WhatsApp и Windows",
		"mesna zajednica (MZ), NVO":                "месна заједница (МЗ), НВО",
		"c\u030cas, z\u030cena":                    "час, жена",
		"već je на ћирилици":                       "већ је на ћирилици",
		"2. odeljak, I i II deo":                   "2. одељак, И и II део",
	} {
		if got := Cyrillic(latin); got != want {
			t.Errorf("Cyrillic(%q) = %q, want %q", latin, got, want)
		}
	}
}

func TestLatin(t *testing.T) {
	for cyrillic, want := range map[string]string{
		"":                      "",
		"Bor 2026":              "Bor 2026",
		"Његош, Џиновић, Љубав": "Njegoš, Džinović, Ljubav",
		"ЊЕГОШ ЏЕП КОЊ":         "NJEGOŠ DŽEP KONJ",
		"Њ":                     "Nj",
		"Ђорђе Ћирић чека у Жагубици": "Đorđe Ćirić čeka u Žagubici",
		"инјекција, надживети":        "injekcija, nadživeti",
		"水井 и бунар":                  "水井 i bunar",
	} {
		if got := Latin(cyrillic); got != want {
			t.Errorf("Latin(%q) = %q, want %q", cyrillic, got, want)
		}
	}
}

func FuzzCyrillic(f *testing.F) {
	f.Add("Nadživeti {{.N}} km, Ctrl+S")
	f.Add("ЉУБАВ \xff ǅ")
	f.Fuzz(func(t *testing.T, s string) {
		once := Cyrillic(s)
		if twice := Cyrillic(once); twice != once {
			t.Fatalf("%q → %q → %q", s, once, twice)
		}
		Latin(s)
	})
}

func BenchmarkCyrillic(b *testing.B) {
	for b.Loop() {
		Cyrillic("{{.N}} sastanaka u naselju Krivelj čeka odgovor, pritisni F2")
	}
}
