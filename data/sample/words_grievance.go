package sample

// stepWords are what is written of the steps of grievances, by language: kinds of step, outcomes, and who was told.
var stepWords = map[string]map[string]string{
	"sr-Latn": {
		"acknowledged": "Podnosiocu je uručena potvrda o prijemu, sa rokovima i imenom službenika", "assessed": "Odnosi se na naše radove i podneta je na vreme", "not admissible": "Šteta je nastala pre početka naših radova, a put nije naš",
		"investigated": "Izlazak na teren sa podnosiocem, fotografije i merenja", "investigated quietly": "Razgovori i merenja na licu mesta, bez pitanja ko je prijavio", "offered": "Odgovor je pročitan i uručen podnosiocu", "accepted": "Podnosilac se saglasio i potpisao", "rejected": "Podnosilac smatra da ponuđeno nije dovoljno",
		"appealed": "Podnosilac traži da odluku preispita neko ko je nije doneo", "referred": "Podnosilac je upućen i na nadležni organ; naš postupak ne zavisi od toga",
		"resolved": "Dogovoreno je i urađeno", "unfounded": "Merenja nisu potvrdila navode; nalaz je predat podnosiocu", "withdrawn": "Podnosilac je sam odustao, bez pritiska: potvrđeno telefonom", "told": "podnosilac, uz mesnu zajednicu",
	},
	"sr-Cyrl": {
		"acknowledged": "Подносиоцу је уручена потврда о пријему, са роковима и именом службеника", "assessed": "Односи се на наше радове и поднета је на време", "not admissible": "Штета је настала пре почетка наших радова, а пут није наш",
		"investigated": "Излазак на терен са подносиоцем, фотографије и мерења", "investigated quietly": "Разговори и мерења на лицу места, без питања ко је пријавио", "offered": "Одговор је прочитан и уручен подносиоцу", "accepted": "Подносилац се сагласио и потписао", "rejected": "Подносилац сматра да понуђено није довољно",
		"appealed": "Подносилац тражи да одлуку преиспита неко ко је није донео", "referred": "Подносилац је упућен и на надлежни орган; наш поступак не зависи од тога",
		"resolved": "Договорено је и урађено", "unfounded": "Мерења нису потврдила наводе; налаз је предат подносиоцу", "withdrawn": "Подносилац је сам одустао, без притиска: потврђено телефоном", "told": "подносилац, уз месну заједницу",
	},
	"en": {
		"acknowledged": "The complainant has our acknowledgement, with the time limits and the officer's name", "assessed": "It concerns our works and came in time", "not admissible": "The damage is older than our works, and the road is not ours",
		"investigated": "Visited with the complainant; photographs and measurements", "investigated quietly": "Talks and measurements on the spot, without asking who complained", "offered": "The answer was read and handed over", "accepted": "The complainant agreed and signed", "rejected": "The complainant finds the offer too little",
		"appealed": "The complainant asks that somebody else look at the decision", "referred": "The complainant was told of the competent authority; our own procedure does not depend on it",
		"resolved": "Agreed and done", "unfounded": "The measurements did not confirm it; the complainant has the report", "withdrawn": "The complainant gave it up freely, confirmed by phone", "told": "the complainant and the village council",
	},
	"zh": {
		"acknowledged": "已向申诉人送达受理回执，注明时限和经办人", "assessed": "涉及我方工程，且在期限内提出", "not admissible": "损坏早于我方施工，且道路不属我方", "investigated": "与申诉人现场查看，拍照并测量", "investigated quietly": "现场走访和测量，不询问申诉人身份", "offered": "答复已当面宣读并送达",
		"accepted": "申诉人同意并签字", "rejected": "申诉人认为补偿不足", "appealed": "申诉人要求由他人复核", "referred": "已告知申诉人主管机关；我方程序不受影响", "resolved": "已商定并办结", "unfounded": "测量未证实所述，报告已交申诉人",
		"withdrawn": "申诉人自愿撤回，电话确认", "told": "申诉人和村委会",
	},
}
