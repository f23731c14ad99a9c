package sample

// villager is a person of the register. All of them are invented, and their names say so: Primer, Пример and 示例 mean "example".
type villager struct {
	name      string
	sex       string
	place     string
	groups    string
	of        string // body
	role      string // in the body, in the language of the person
	influence int
	interest  int
	position  string
	language  string
	measure   string // taken for a vulnerable person
}

var people = []villager{
	{"Primer Marko Primerović", "male", "Krivelj", "local_community landowner", "Mesna zajednica Krivelj", "predsednik saveta", 4, 5, "opposed", "sr-Latn", ""},
	{"Primer Jelena Uzorković", "female", "Krivelj", "individual landowner", "Primer zadruga vlasnika zemljišta", "upravnica", 3, 5, "opposed", "sr-Latn", ""},
	{"Primer Slavica", "female", "Krivelj", "individual", "", "", 1, 4, "sceptical", "sr-Latn", "Živi sama i teško hoda: obilazimo je kod kuće i čitamo joj obaveštenja."},
	{"Primer Dragan", "male", "Krivelj", "landowner", "Primer zadruga vlasnika zemljišta", "član", 2, 5, "opposed", "sr-Latn", ""},
	{"Primer Nataša", "female", "Krivelj", "education individual", "Osnovna škola u Krivelju", "direktorka", 2, 4, "sceptical", "sr-Latn", ""},
	{"Пример Ђорђе Узорковић", "male", "Oštrelj", "local_community", "Месна заједница Оштрељ", "председник савета", 4, 5, "sceptical", "sr-Cyrl", ""},
	{"Пример Љиљана", "female", "Oštrelj", "individual", "Месна заједница Оштрељ", "секретар", 2, 4, "sceptical", "sr-Cyrl", ""},
	{"Пример Живорад", "male", "Oštrelj", "landowner individual", "", "", 1, 4, "opposed", "sr-Cyrl", "Слабо чује: састанке држимо код њега кући, уз члана породице."},
	{"Primer Goran Ogledović", "male", "Slatina", "local_community", "Mesna zajednica Slatina", "predsednik saveta", 3, 5, "sceptical", "sr-Latn", ""},
	{"Primer Floarea", "female", "Slatina", "ethnic_community", "Primer vlaško kulturno društvo", "predsednica", 2, 3, "neutral", "vlach", ""},
	{"Primer Zoran", "male", "Metovnica", "local_community landowner", "Mesna zajednica Metovnica", "predsednik saveta", 4, 5, "sceptical", "sr-Latn", ""},
	{"Primer Verica", "female", "Metovnica", "landowner", "", "", 2, 5, "opposed", "sr-Latn", ""},
	{"Primer Biljana Primerović", "female", "Brestovac", "local_community", "Mesna zajednica Brestovac", "članica saveta", 2, 4, "neutral", "sr-Latn", ""},
	{"Primer Saša", "male", "Brestovac", "business", "Primer gradnja d.o.o.", "direktor", 2, 4, "supportive", "sr-Latn", ""},
	{"Пример Милош", "male", "Zlot", "local_community", "Месна заједница Злот", "председник савета", 3, 4, "neutral", "sr-Cyrl", ""},
	{"Пример Радмила Огледовић", "female", "Zlot", "ngo business", "Пример удружење пчелара „Матица“", "председница", 2, 5, "sceptical", "sr-Cyrl", ""},
	{"Пример Стојан", "male", "Donja Bela Reka", "local_community", "Месна заједница Доња Бела Река", "члан савета", 3, 4, "sceptical", "sr-Cyrl", ""},
	{"Primer Ana", "female", "Bor", "local_government", "Grad Bor", "inspektorka za životnu sredinu", 4, 4, "neutral", "sr-Latn", ""},
	{"Primer Nenad Uzorković", "male", "Bor", "local_government", "JKP „Vodovod“ Bor", "rukovodilac laboratorije", 3, 4, "neutral", "sr-Latn", ""},
	{"Primer Tamara", "female", "Bor", "education", "Tehnički fakultet u Boru", "prodekanka za nastavu", 3, 5, "supportive", "sr-Latn", ""},
	{"Primer Luka", "male", "Bor", "education individual", "Tehnički fakultet u Boru", "predstavnik studenata", 1, 5, "favourable", "sr-Latn", ""},
	{"Primer Ivana Ogledović", "undeclared", "Bor", "ngo", "Primer udruženje „Čist izvor“", "koordinatorka", 4, 5, "opposed", "sr-Latn", ""},
	{"Primer Vesna", "female", "Bor", "health", "Opšta bolnica Bor", "lekarka", 3, 3, "neutral", "sr-Latn", ""},
	{"Primer Petar", "male", "Bor", "media", "Primer portal vesti", "novinar", 3, 3, "neutral", "sr-Latn", ""},
	{"Пример Снежана", "female", "Majdanpek", "local_government", "Opština Majdanpek", "чланица општинског већа", 4, 4, "favourable", "sr-Cyrl", ""},
	{"Primer Dejan", "male", "Majdanpek", "trade_union", "Primer sindikat rudara", "predsednik", 3, 4, "neutral", "sr-Latn", ""},
	{"Primer Olivera", "female", "Donji Milanovac", "business individual", "", "", 1, 3, "favourable", "sr-Latn", ""},
	{"Primer Ion", "male", "Rudna Glava", "ethnic_community landowner", "Mesna zajednica Rudna Glava", "član saveta", 3, 4, "neutral", "vlach", ""},
	{"Primer Mirjana", "female", "Debeli Lug", "individual landowner", "", "", 1, 4, "sceptical", "sr-Latn", "Samohrana majka troje dece: termin biramo posle škole, a prevoz plaćamo mi."},
	{"示例·王芳", "female", "Bor", "business", "示例工程承包公司", "现场经理", 2, 4, "supportive", "zh", ""},
	{"示例·陈明", "male", "Bor", "business", "示例工程承包公司", "安全工程师", 1, 3, "supportive", "zh", ""},
}

// More people than these are made of given names and invented surnames.
var (
	womensNames   = []string{"Milica", "Dragana", "Sonja", "Zorica", "Ljubica", "Marija", "Đurđica", "Katarina", "Svetlana", "Jasmina", "Nevena", "Božica"}
	mensNames     = []string{"Aleksandar", "Bojan", "Čedomir", "Vladimir", "Žarko", "Nebojša", "Radiša", "Slobodan", "Tomislav", "Miodrag", "Đura", "Stevan"}
	surnames      = []string{"Primerović", "Uzorković", "Ogledović", "Izmišljenović"}
	womensNamesCy = []string{"Милица", "Драгана", "Соња", "Зорица", "Љубица", "Марија", "Ђурђица", "Катарина", "Светлана", "Јасмина", "Невена", "Божица"}
	mensNamesCy   = []string{"Александар", "Бојан", "Чедомир", "Владимир", "Жарко", "Небојша", "Радиша", "Слободан", "Томислав", "Миодраг", "Ђура", "Стеван"}
	surnamesCy    = []string{"Примеровић", "Узорковић", "Огледовић", "Измишљеновић"}
)

// officers write the records. They are invented as well.
var officers = []string{"Primer Ivana", "Primer Stefan", "Primer Milena"}
