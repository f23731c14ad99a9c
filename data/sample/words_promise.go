package sample

// promiseWords are what is written of promises, by language.
var promiseWords = map[string]struct {
	evidence  []string
	moved     []string // why a date was moved
	withdrawn []string // why a promise was withdrawn
	agreed    string   // who agreed to that
	whom      string   // who was told that it was done
	how       []string
}{
	"sr-Latn": {
		evidence:  []string{"Zapisnik sa terena, potpisan sa obe strane", "Fotografije pre i posle, fascikla obećanja", "Nalaz laboratorije okačen na oglasnu tablu"},
		moved:     []string{"Deo za opremu kasni iz carine", "Kiša je zatvorila prilaz", "Vlasnik parcele je bio odsutan"},
		withdrawn: []string{"Isti posao je preuzeo Grad Bor", "Ispostavilo se da parcela nije naša"},
		agreed:    "predsednik saveta mesne zajednice", whom: "mesna zajednica i onaj ko je pitao",
		how: []string{"na sastanku", "telefonom", "na oglasnoj tabli"},
	},
	"sr-Cyrl": {
		evidence:  []string{"Записник са терена, потписан са обе стране", "Фотографије пре и после, фасцикла обећања", "Налаз лабораторије окачен на огласну таблу"},
		moved:     []string{"Део за опрему касни из царине", "Киша је затворила прилаз", "Власник парцеле је био одсутан"},
		withdrawn: []string{"Исти посао је преузео Град Бор", "Испоставило се да парцела није наша"},
		agreed:    "председник савета месне заједнице", whom: "месна заједница и онај ко је питао",
		how: []string{"на састанку", "телефоном", "на огласној табли"},
	},
	"en": {
		evidence:  []string{"Record from the site, signed by both sides", "Photographs before and after, promises folder", "Laboratory result on the notice board"},
		moved:     []string{"A part for the equipment is held at customs", "Rain closed the access road", "The owner of the plot was away"},
		withdrawn: []string{"The City of Bor took over the same work", "The plot turned out not to be ours"},
		agreed:    "president of the village council", whom: "the village council and the person who asked",
		how: []string{"at the meeting", "by phone", "on the notice board"},
	},
	"zh": {
		evidence:  []string{"双方签字的现场记录", "前后对比照片，存承诺文件夹", "化验结果已张贴在公告栏"},
		moved:     []string{"设备零件滞留海关", "降雨导致道路中断", "地块业主外出"},
		withdrawn: []string{"博尔市已承担同一工作", "经核实该地块不属于我方"},
		agreed:    "村委会主任", whom: "村委会和提问者",
		how: []string{"会议上", "电话", "公告栏"},
	},
}
