package find_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dogovor/data"
	"dogovor/data/find"
)

var (
	krivelj, bela, zlot = data.NewID(), data.NewID(), data.NewID()
	words               = find.Words{
		Places: []find.Place{{krivelj, []string{"Krivelj", "Кривељ"}}, {bela, []string{"Donja Bela Reka", "Доња Бела Река"}}, {zlot, []string{"Zlot", "Злот"}}},
		Kinds: []find.Word{{"meeting", []string{"Meeting", "Sastanak", "会议"}}, {"public_meeting", []string{"Public meeting", "Javni sastanak", "公开会议"}},
			{"site_visit", []string{"Site visit", "Obilazak", "现场走访"}}, {"house_visit", []string{"House visit", "Kućna poseta", "入户走访"}}, {"media", []string{"Media", "Mediji", "媒体"}}},
		Types:    []find.Word{{"grievance", []string{"Grievance", "Pritužba", "申诉"}}, {"engagement", []string{"Engagement", "Susret", "沟通活动"}}},
		Topics:   []find.Word{{"water", []string{"Water", "Voda", "水"}}, {"air_dust", []string{"Air and dust", "Vazduh i prašina", "空气与粉尘"}}},
		Groups:   []find.Word{{"landowner", []string{"Landowners", "Vlasnici zemlje", "土地所有者"}}},
		Statuses: []find.Word{{"held", []string{"Held", "Održan", "已举行"}}, {"open", []string{"Open", "Otvoreno", "未完成"}}, {"overdue", []string{"overdue", "kasni", "已逾期"}}},
	}
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		typed string
		want  data.Search
	}{
		{"", data.Search{}},
		{"   ", data.Search{}},
		{"djordje sarb", data.Search{Text: "djordje sarb"}},
		{"djordje sarb ", data.Search{Text: "djordje sarb "}},
		{`village:Krivelj kind:visit after:2026-01 topic:water "exact words"`, data.Search{Settlements: []data.ID{krivelj}, Kinds: []string{"site_visit", "house_visit"},
			From: "2026-01-01", Topics: []string{"water"}, Phrases: []string{"exact words"}}},
		{"bunar selo:krivelj", data.Search{Text: "bunar", Settlements: []data.ID{krivelj}}},
		{"село:Кривељ", data.Search{Settlements: []data.ID{krivelj}}},
		{"SELO:КРИВЕЉ,zlot", data.Search{Settlements: []data.ID{krivelj, zlot}}},
		{"村:Zlot 主题：水", data.Search{Settlements: []data.ID{zlot}, Topics: []string{"water"}}},
		{`village:"Donja Bela Reka"`, data.Search{Settlements: []data.ID{bela}}},
		{`selo:„Доња Бела Река“ voda`, data.Search{Text: "voda", Settlements: []data.ID{bela}}},
		{"village:bela", data.Search{Settlements: []data.ID{bela}}},
		{"kind:meeting", data.Search{Kinds: []string{"meeting"}}},
		{"vrsta:sastanak", data.Search{Kinds: []string{"meeting"}}},
		{"vrsta:poseta", data.Search{Kinds: []string{"house_visit"}}},
		{"种类:走访", data.Search{Kinds: []string{"site_visit", "house_visit"}}},
		{"kind:grievance", data.Search{Types: []string{"grievance"}}},
		{"type:susret", data.Search{Types: []string{"engagement"}}},
		{"tema:prasina", data.Search{Topics: []string{"air_dust"}}},
		{"topic:voda topic:dust", data.Search{Topics: []string{"water", "air_dust"}}},
		{"grupa:vlasnici", data.Search{Groups: []string{"landowner"}}},
		{"status:kasni", data.Search{Statuses: []string{"overdue"}}},
		{"village:Nigdina", data.Search{Nothing: true}},
		{"village:", data.Search{}},
		{"before:2026-03", data.Search{To: "2026-02-28"}},
		{"until:2026-02", data.Search{To: "2026-02-28"}},
		{"do:15.3.2026.", data.Search{To: "2026-03-15"}},
		{"in:2024-02", data.Search{From: "2024-02-01", To: "2024-02-29"}},
		{"u:2026", data.Search{From: "2026-01-01", To: "2026-12-31"}},
		{"од:10.2026 до:2026", data.Search{From: "2026-10-01", To: "2026-12-31"}},
		{"在:2026年10月", data.Search{From: "2026-10-01", To: "2026-10-31"}},
		{"after:2026-02-30", data.Search{Nothing: true}},
		{"after:soon", data.Search{Nothing: true}},
		{"after:1-2-3-4", data.Search{Nothing: true}},
		{"12:30 http://a.b nota:bene", data.Search{Text: "12:30 http://a.b nota:bene"}},
		{`"nivo vode`, data.Search{Phrases: []string{"nivo vode"}}},
		{`""`, data.Search{}},
		{`a"b`, data.Search{Text: `a"b`}},
	} {
		if got, _ := find.Parse(c.typed, words); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q is read as\n %+v, want\n %+v", c.typed, got, c.want)
		}
	}
}

func TestPartsTellWhatWasUnderstood(t *testing.T) {
	typed := `bunar selo:"Donja Bela Reka" tema:xyz "a b"`
	_, parts := find.Parse(typed, words)
	var got []string
	for _, p := range parts {
		got = append(got, fmt.Sprintf("%s|%s|%s|%v", typed[p.Start:p.End], p.Field, p.Value, p.Known))
	}
	want := []string{"bunar||bunar|false", `selo:"Donja Bela Reka"|village|Donja Bela Reka|true`, "tema:xyz|topic|xyz|false", `"a b"||a b|false`}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestComplete(t *testing.T) {
	for _, c := range []struct{ typed, lang, want string }{
		{"", "en", ""},
		{"bunar ", "en", ""},
		{"vil", "en", "village:"},
		{"sel", "en", "village:"}, // understood in every language, offered in one's own
		{"sel", "sr-Latn", "selo:"},
		{"с", "sr-Cyrl", "село:|стање:|од:"},
		{"sta", "sr-Cyrl", "стање:"},
		{"村", "zh-Hans", "村:"},
		{"zzz", "en", ""},
		{"village:k", "en", "Krivelj "},
		{"bunar selo:бел", "sr-Latn", `"Donja Bela Reka" `},
		{"selo:", "sr-Latn", `Krivelj |"Donja Bela Reka" |Zlot `},
		{"selo:Zlot,k", "sr-Latn", "Krivelj "},
		{`selo:"donja b`, "sr-Latn", `"Donja Bela Reka" `},
		{"kind:visit", "en", `"Site visit" |"House visit" `},
		{"kind:m", "en", `Meeting |Media |"Public meeting" `},
		{"kind:grie", "en", "Grievance "},
		{"after:2026", "en", ""},
		{`"exact`, "en", ""},
	} {
		var got []string
		for _, x := range find.Complete(c.typed, len(c.typed), words, c.lang) {
			got = append(got, x.Text)
			if whole := c.typed[:x.Start] + x.Text + c.typed[x.End:]; x.Field != "" && !strings.HasSuffix(x.Text, ":") {
				if q, _ := find.Parse(whole, words); q.Nothing || q.Empty() {
					t.Errorf("%q completed to %q finds nothing", c.typed, whole)
				}
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q (%s) offers %q, want %q", c.typed, c.lang, strings.Join(got, "|"), c.want)
		}
	}
}

// Every field has a keyword in every language, and no keyword means two fields.
func TestKeywords(t *testing.T) {
	seen := map[string]string{}
	for _, field := range find.Fields {
		for _, lang := range []string{"en", "sr-Latn", "sr-Cyrl", "zh-Hans"} {
			k := find.Keyword(field, lang)
			if k == "" {
				t.Errorf("%s has no word in %s", field, lang)
			}
			if of, ok := seen[k]; ok && of != field {
				t.Errorf("%s means %s and %s", k, of, field)
			}
			seen[k] = field
			_, parts := find.Parse(k+":x", words)
			if len(parts) != 1 || parts[0].Field != field {
				t.Errorf("%s: is read as %+v", k, parts)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`village:"Kri after:2026-1-1-1 „x`, "村：x \xff: :: \"\"\"", "до:31.12.9999", "a:b:c:\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		_, parts := find.Parse(s, words)
		at := 0
		for _, p := range parts {
			if p.Start < at || p.End <= p.Start || p.End > len(s) || p.ValueAt < p.Start || p.ValueAt > p.End {
				t.Fatalf("%q: part %+v after %d", s, p, at)
			}
			at = p.End
		}
		for i := range len(s) + 1 {
			if i < len(s) && !utf8.RuneStart(s[i]) {
				continue
			}
			for _, c := range find.Complete(s, i, words, "en") {
				if c.Start < 0 || c.End != i || c.Start > c.End {
					t.Fatalf("%q at %d: %+v", s, i, c)
				}
			}
		}
	})
}
