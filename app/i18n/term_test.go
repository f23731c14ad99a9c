package i18n

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"dogovor/data"
)

func TestTerm(t *testing.T) {
	own := []*data.Term{
		{List: "topic", Code: "forest", Label: "Šuma", LabelEn: "Forest", LabelZh: "森林"},
		{List: "topic", Code: "bees", Label: "Пчеле"},
	}
	for _, c := range []struct {
		l          Lang
		code, want string
	}{
		{English, "forest", "Forest"}, {SerbianLatin, "forest", "Šuma"}, {SerbianCyrillic, "forest", "Шума"}, {Chinese, "forest", "森林"},
		{English, "bees", "Пчеле"}, {SerbianLatin, "bees", "Pčele"}, {Chinese, "bees", "Пчеле"}, {English, "never_heard", "never_heard"}, {English, "", ""},
	} {
		if got := For(c.l).WithTerms(own).Term("topic", c.code); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.l, c.code, got, c.want)
		}
	}
	if got := For(English).Term("topic", "forest"); got != "forest" {
		t.Errorf("WithTerms changed the printer that it was asked of: %q", got)
	}
}

func TestError(t *testing.T) {
	p := testPrinter(t, English)
	secret := errors.New("open /home/ana/bor.db: secret")
	for _, c := range []struct {
		err  error
		want string
	}{
		{nil, ""},
		{secret, "internal"},
		{data.NewError("db.full", secret, "Path", "bor.db"), "no room for bor.db"},
		{fmt.Errorf("saving: %w", data.NewError("db.full", secret, "Path", "bor.db")), "no room for bor.db"},
		{data.NewError("bad_date", nil, "Value", "x"), "x is no date"},
		{data.NewError("unheard_of", secret), "internal"},
		{data.Problems{{Field: "name", Code: "bad_date", Params: map[string]any{"Value": "y"}}}, "1: y is no date"},
	} {
		if got := p.Error(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got, c.want)
		}
	}
	if !slices.Contains(Missing(), "error.unheard_of") {
		t.Error("an error without words is not remembered")
	}
	if got := For(Chinese).Error(secret); strings.Contains(got, "secret") || strings.Contains(got, "⟦") {
		t.Errorf("%q", got)
	}
}

func TestCompare(t *testing.T) {
	for l, want := range map[Lang][]string{
		SerbianLatin:    {"Ana", "Vera", "Вера", "Zora", "cvet", "Čeda", "Ћира", "Dara", "Džon", "Đura", "Lola", "Љуба", "Mara", "Nada", "Njegoš", "Olga", "Šana", "Žana"},
		SerbianCyrillic: {"Ана", "Vera", "Дара", "Đura", "Ељ", "Žana", "Зора", "Lola", "Љуба", "Нада", "Njegoš", "Ћира", "Цвета", "Чеда", "Džon", "Шана"},
		English:         {"Bor 2", "Bor 10", "Krivelj", "Кривељ 2", "Zlot"},
		Chinese:         {"兹洛特 2", "兹洛特 10"},
	} {
		if l == SerbianLatin { // alphabet: a b c č ć d dž đ e … l lj m n nj o … s š … v z ž
			want = []string{"Ana", "cvet", "Čeda", "Ћира", "Dara", "Džon", "Đura", "Lola", "Љуба", "Mara", "Nada", "Njegoš", "Olga", "Šana", "Vera", "Zora", "Žana"}
		}
		p := For(l)
		got := slices.Clone(want)
		slices.Reverse(got)
		slices.SortFunc(got, p.Compare)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", l, got, want)
		}
	}
	if For(SerbianLatin).Compare("Vera", "Вера") == 0 || For(SerbianLatin).Compare("a", "a") != 0 {
		t.Error("only equal names compare as equal")
	}
}
