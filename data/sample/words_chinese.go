package sample

var chinese = &words{
	code: "zh", day: "1月2日",
	topics: map[string]string{"water": "水与水井", "air_dust": "粉尘", "noise_blasting": "爆破与噪声", "land_property": "土地征用", "roads_traffic": "道路与车辆", "health": "诊所与健康", "jobs": "就业", "local_purchasing": "本地采购",
		"education": "奖学金与学校", "culture_heritage": "墓地与教堂", "environment": "河流与环境", "human_rights": "申诉权利", "safety": "厂区周边安全", "compensation": "赔偿", "other": "其他"},
	exchanges: []exchange{
		{"roads_traffic", "", "承包商车队每天经过 {place} 村 {many} 次，村民要求学校放学时停运。", "自{date}起 12 时至 14 时停止通行，司机已于{past}签字确认。"},
		{"safety", "", "工地围栏有缺口，附近有儿童进入，需要尽快修复。", "围栏明天修好，{date}前增设塞尔维亚语和中文警示牌。"},
		{"jobs", "", "能否从 {place} 招聘更多当地焊工？目前语言沟通困难。", "可以。{date}开设 {n} 周的焊接与语言课程，结业后优先录用。"},
		{"air_dust", "", "运输道路洒水不足，居民投诉晾晒的衣物有粉尘。", "洒水增加到每天两次，{date}起周六也洒水，每周公布 PM10 数据。"},
		{"local_purchasing", "", "食堂希望从当地合作社采购蔬菜，但缺少检验证明。", "检验费用由公司承担，{date}前把报价表发给合作社。"},
		{"education", "Bor", "博尔技术学院的学生希望到现场实习，名额有多少？", "今年 12 个奖学金名额，实习为合同的一部分，{date}开始报名。"},
		{"noise_blasting", "", "夜间破碎机噪声影响 {place} 村居民休息。", "{date}起 22 时至 6 时停机，检修时提前通知村委会。"},
		{"water", "", "村民询问生活区排水是否影响村里的水井。", "{past}已取样，检测报告{date}前张贴在公告栏。"},
	},
	purposes: []string{"答复村民提出的问题", "商定下一步工作", "通报本季度施工安排"},
	next:     []string{"{date}前提交书面答复", "{date}与工程师一起到现场查看"},
	shared:   []string{"施工车辆管理规定，中文和塞尔维亚语，{past}"},
	notes:    []string{"会议记录已与参会人员核对。"},
	why:      []string{"因大雪道路封闭", "翻译人员生病"},
	venues: map[string][]string{"meeting": {"社区关系办公室", "承包商营地"}, "public_meeting": {"文化馆"}, "work_group": {"社区关系办公室"}, "site_visit": {"施工现场", "运输道路"}, "house_visit": {"村民家中"}, "phone_call": {"电话"}, "letter": {"信函"},
		"open_day": {"信息中心"}, "focus_group": {"阅览室"}, "survey": {"入户"}, "media": {"编辑部"}, "protest": {"大门口道路"}},
	capacity: []string{"居民代表", "供应商"},
}
