package sample

// issueWords are what is answered to issues in the end, by language.
var issueWords = map[string]struct {
	answer map[string]string // by topic
	closed []string          // why one was closed without an answer
}{
	"sr-Latn": {
		answer: map[string]string{
			"water": "Nalaz laboratorije je uredan. Merenje se ponavlja svakog meseca, a rezultat stoji na oglasnoj tabli.", "air_dust": "Put se kvasi i subotom; prosek PM10 za prošli mesec bio je u granicama.",
			"noise_blasting": "Miniranje se najavljuje porukom dan ranije, a vibracije u selu bile su ispod dozvoljenih.", "land_property": "Vlasnici su dobili pisani odgovor sa rokovima otkupa i imenom procenitelja.",
			"roads_traffic": "Deonica je zakrpljena, a kamioni od 12 do 14 časova ne prolaze pored škole.", "health": "Dom zdravlja je potvrdio dane kada lekar dolazi; prevoz plaća kompanija.",
			"jobs": "Spisak zaposlenih po naseljima, bez imena, predat je mesnoj zajednici.", "local_purchasing": "Uslovi nabavke i obrazac ponude poslati su svim domaćim firmama iz registra.",
			"education": "Konkurs za stipendije je otvoren, a škola je dobila odgovor o opremi.", "culture_heritage": "Zavod za zaštitu spomenika obišao je mesto; granica radova je obeležena.",
			"environment": "Nalazi uzoraka iz reke, naši i Agencije, podeljeni su na sastanku.", "human_rights": "Pravilnik o pritužbama objašnjen je na sastanku: pritužba nikome ne sme da naškodi.",
			"safety": "Ograda je popravljena i postavljene su table; obilazak je dva puta dnevno.", "compensation": "Isplata je obavljena, a rešenje uručeno na kućnu adresu.", "other": "Zahtev je razmatran i odgovor je dat pismeno."},
		closed: []string{"Isto pitanje je već vođeno pod drugim brojem", "Ko je pitao javio je da je rešio sam"},
	},
	"sr-Cyrl": {
		answer: map[string]string{
			"water": "Налаз лабораторије је уредан. Мерење се понавља сваког месеца, а резултат стоји на огласној табли.", "air_dust": "Пут се кваси и суботом; просек прашине за прошли месец био је у границама.",
			"noise_blasting": "Минирање се најављује поруком дан раније, а вибрације у селу биле су испод дозвољених.", "land_property": "Власници су добили писани одговор са роковима откупа и именом проценитеља.",
			"roads_traffic": "Деоница је закрпљена, а камиони од 12 до 14 часова не пролазе поред школе.", "health": "Дом здравља је потврдио дане када лекар долази; превоз плаћа компанија.",
			"jobs": "Списак запослених по насељима, без имена, предат је месној заједници.", "local_purchasing": "Услови набавке и образац понуде послати су свим домаћим фирмама из регистра.",
			"education": "Конкурс за стипендије је отворен, а школа је добила одговор о опреми.", "culture_heritage": "Завод за заштиту споменика обишао је место; граница радова је обележена.",
			"environment": "Налази узорака из реке, наши и Агенције, подељени су на састанку.", "human_rights": "Правилник о притужбама објашњен је на састанку: притужба никоме не сме да нашкоди.",
			"safety": "Ограда је поправљена и постављене су табле; обилазак је два пута дневно.", "compensation": "Исплата је обављена, а решење уручено на кућну адресу.", "other": "Захтев је разматран и одговор је дат писмено."},
		closed: []string{"Исто питање је већ вођено под другим бројем", "Ко је питао јавио је да је решио сам"},
	},
	"en": {
		answer: map[string]string{
			"water": "The laboratory found the water fit to drink. It is measured every month, and the result hangs on the notice board.", "air_dust": "The road is watered on Saturdays too; last month's average of PM10 was within the limit.",
			"noise_blasting": "Blasting is announced by message the day before; vibration in the village was below the limit.", "land_property": "The owners have a written answer with the dates of purchase and the name of the valuer.",
			"roads_traffic": "The section has been patched, and no lorry passes the school between noon and two.", "health": "The health centre confirmed the doctor's days; the company pays for the journey.",
			"jobs": "The list of employees by settlement, without names, was handed to the village council.", "local_purchasing": "The terms and the form for offers went to every local firm in the register.",
			"education": "The scholarships are open for applications, and the school has its answer about equipment.", "culture_heritage": "The heritage institute visited the place; the limit of the works is marked.",
			"environment": "The results of the river samples, ours and the Agency's, were shared at the meeting.", "human_rights": "The grievance rules were explained at the meeting: nobody may suffer for a complaint.",
			"safety": "The fence is mended and signs are up; the place is visited twice a day.", "compensation": "The money was paid, and the decision delivered to the house.", "other": "The request was considered and answered in writing."},
		closed: []string{"The same question is followed under another number", "The person who asked found the answer elsewhere"},
	},
	"zh": {
		answer: map[string]string{
			"water": "化验结果合格，每月复测一次，结果张贴在公告栏。", "air_dust": "周六也已洒水，上月 PM10 平均值在限值以内。", "noise_blasting": "爆破提前一天短信通知，村内振动低于限值。",
			"land_property": "业主已收到书面答复，载明收购日期和评估人姓名。", "roads_traffic": "路段已修补，12 时至 14 时卡车不再经过学校。", "health": "卫生中心已确认医生出诊日，交通费由公司承担。",
			"jobs": "各居民点用工名单（不含姓名）已交村委会。", "local_purchasing": "采购条件和报价表已发给登记的全部本地企业。", "education": "奖学金已开放申请，学校已收到设备问题的答复。",
			"culture_heritage": "文物保护机构已到现场，施工边界已标明。", "environment": "我方和环保局的河水检测结果已在会上公布。", "human_rights": "会上已说明申诉规则：任何人不得因申诉受到不利对待。",
			"safety": "围栏已修好，警示牌已设置，每日巡查两次。", "compensation": "款项已支付，决定书已送达住处。", "other": "请求已研究并书面答复。"},
		closed: []string{"同一问题已另行编号跟进", "提问者已自行解决"},
	},
}

// ownIssues are those that came by themselves: in the office, by phone, in passing.
var ownIssues = []struct{ on, place, language, kind, topic, severity, text string }{
	{"02-10", "Krivelj", "sr-Latn", "need", "water", "serious", "Petnaest domaćinstava iznad mosta nema vodu posle 18 časova. Treba im stalna cisterna dok se mreža ne popravi."},
	{"03-03", "Zlot", "sr-Cyrl", "suggestion", "environment", "minor", "Пчелари предлажу да им се прскање уз пут јави два дана раније, да затворе кошнице."},
	{"03-24", "Bor", "en", "question", "jobs", "minor", "Will the trainees of this year's welding course sit their exam before the summer?"},
	{"04-21", "Slatina", "sr-Latn", "praise", "health", "minor", "Meštani zahvaljuju na kombiju do bolnice: vozač čeka i one koji kasne sa pregleda."},
	{"05-19", "Oštrelj", "sr-Cyrl", "need", "roads_traffic", "moderate", "Треба осветлити аутобуско стајалиште код моста: ђаци зими чекају у мраку."},
	{"06-09", "Metovnica", "sr-Latn", "concern", "water", "serious", "Ljudi se pribojavaju da će izvor presušiti do avgusta, kao prošle godine."},
	{"07-07", "Majdanpek", "sr-Latn", "suggestion", "culture_heritage", "minor", "Muzej predlaže da se stari rudarski alat izloži u informativnom centru, uz ime ko ga je poklonio."},
	{"08-11", "Brestovac", "sr-Latn", "need", "education", "moderate", "Deci iz sela treba letnji kurs engleskog; sala u domu kulture je slobodna."},
	{"09-08", "Bor", "zh", "concern", "safety", "moderate", "承包商员工反映夜班后无车返回宿舍，步行经过主干道不安全。"},
	{"10-06", "Donja Bela Reka", "sr-Cyrl", "question", "land_property", "moderate", "Да ли се откупљују и шуме изнад пута, или само њиве?"},
	{"10-27", "Rudna Glava", "sr-Latn", "praise", "roads_traffic", "minor", "Put do zaseoka je nasut za dva dana; autobus opet ide do kraja sela."},
	{"11-17", "Krivelj", "sr-Latn", "concern", "noise_blasting", "moderate", "U subotu je minirano bez najave; stoka se razbežala po njivama."},
}
