package sample

// body is an organisation of the register. Public bodies are real, and everything said of them is invented; the others are plainly
// invented by name.
type body struct {
	name      string
	other     string // another spelling
	place     string
	groups    string // codes, parted by blanks
	party     string
	influence int
	interest  int
	position  string
	language  string
	part      string // name of the body it is a part of
}

var bodies = []body{
	{"Grad Bor", "Град Бор", "Bor", "local_government", "interested", 5, 4, "neutral", "sr-Latn", ""},
	{"Opština Majdanpek", "Општина Мајданпек", "Majdanpek", "local_government", "interested", 5, 4, "favourable", "sr-Latn", ""},
	{"Tehnički fakultet u Boru", "Technical Faculty in Bor", "Bor", "education", "interested", 3, 5, "supportive", "sr-Latn", ""},
	{"Mašinsko-elektrotehnička škola Bor", "", "Bor", "education", "interested", 2, 4, "favourable", "sr-Latn", ""},
	{"Osnovna škola u Krivelju", "", "Krivelj", "education", "affected", 2, 4, "sceptical", "sr-Latn", ""},
	{"Opšta bolnica Bor", "", "Bor", "health state_authority", "interested", 3, 3, "neutral", "sr-Latn", ""},
	{"Дом здравља Бор", "Dom zdravlja Bor", "Bor", "health local_government", "interested", 3, 3, "favourable", "sr-Cyrl", ""},
	{"Дом здравља Мајданпек", "Dom zdravlja Majdanpek", "Majdanpek", "health local_government", "interested", 3, 3, "neutral", "sr-Cyrl", ""},
	{"JKP „Vodovod“ Bor", "", "Bor", "local_government", "interested", 4, 4, "neutral", "sr-Latn", "Grad Bor"},
	{"Institut za rudarstvo i metalurgiju Bor", "Mining and Metallurgy Institute Bor", "Bor", "education state_authority", "interested", 3, 4, "favourable", "sr-Latn", ""},
	{"Muzej rudarstva i metalurgije Bor", "", "Bor", "education", "interested", 1, 3, "supportive", "sr-Latn", "Grad Bor"},
	{"Агенција за заштиту животне средине", "Agencija za zaštitu životne sredine", "", "state_authority", "interested", 5, 3, "neutral", "sr-Cyrl", ""},
	{"ЈП „Путеви Србије“", "JP „Putevi Srbije“", "", "state_authority", "interested", 4, 2, "neutral", "sr-Cyrl", ""},
	{"Mesna zajednica Krivelj", "Месна заједница Кривељ", "Krivelj", "local_community", "affected", 4, 5, "opposed", "sr-Latn", "Grad Bor"},
	{"Месна заједница Оштрељ", "Mesna zajednica Oštrelj", "Oštrelj", "local_community", "affected", 4, 5, "sceptical", "sr-Cyrl", "Grad Bor"},
	{"Mesna zajednica Slatina", "", "Slatina", "local_community", "affected", 3, 5, "sceptical", "sr-Latn", "Grad Bor"},
	{"Mesna zajednica Metovnica", "", "Metovnica", "local_community", "affected", 4, 5, "sceptical", "sr-Latn", "Grad Bor"},
	{"Mesna zajednica Brestovac", "", "Brestovac", "local_community", "affected", 3, 4, "neutral", "sr-Latn", "Grad Bor"},
	{"Месна заједница Злот", "Mesna zajednica Zlot", "Zlot", "local_community", "affected", 3, 4, "neutral", "sr-Cyrl", "Grad Bor"},
	{"Месна заједница Доња Бела Река", "Mesna zajednica Donja Bela Reka", "Donja Bela Reka", "local_community", "affected", 3, 4, "sceptical", "sr-Cyrl", "Grad Bor"},
	{"Mesna zajednica Šarbanovac", "", "Šarbanovac", "local_community", "affected", 2, 4, "neutral", "sr-Latn", "Grad Bor"},
	{"Mesna zajednica Donji Milanovac", "", "Donji Milanovac", "local_community", "interested", 3, 3, "favourable", "sr-Latn", "Opština Majdanpek"},
	{"Mesna zajednica Rudna Glava", "", "Rudna Glava", "local_community", "affected", 3, 4, "neutral", "sr-Latn", "Opština Majdanpek"},
	{"Mesna zajednica Debeli Lug", "", "Debeli Lug", "local_community", "affected", 2, 4, "sceptical", "sr-Latn", "Opština Majdanpek"},
	{"Primer udruženje „Čist izvor“", "", "Bor", "ngo", "interested", 4, 5, "opposed", "sr-Latn", ""},
	{"Пример удружење пчелара „Матица“", "Primer udruženje pčelara „Matica“", "Zlot", "ngo business", "affected", 2, 5, "sceptical", "sr-Cyrl", ""},
	{"Primer vlaško kulturno društvo", "Exemplu societate culturală", "Slatina", "ethnic_community ngo", "affected", 2, 3, "neutral", "vlach", ""},
	{"Primer zadruga vlasnika zemljišta", "", "Krivelj", "landowner business", "affected", 3, 5, "opposed", "sr-Latn", ""},
	{"Primer gradnja d.o.o.", "", "Bor", "business", "interested", 2, 4, "supportive", "sr-Latn", ""},
	{"Primer sindikat rudara", "", "Majdanpek", "trade_union", "interested", 3, 4, "neutral", "sr-Latn", ""},
	{"Primer portal vesti", "", "Bor", "media", "interested", 3, 3, "neutral", "sr-Latn", ""},
	{"示例工程承包公司", "Example Engineering Contractors", "Bor", "business", "interested", 2, 4, "supportive", "zh", ""},
}
