package sample

import (
	"strings"
	"testing"

	"dogovor/data"
	"dogovor/data/calendar"
)

// The sample year shows issues, tasks and grievances at every step and with every end.
func TestWhatIsFollowedUp(t *testing.T) {
	y := Build(options(t))
	stakeholders, engagements := last(y)
	final := map[data.ID]data.Record{}
	for b := range y.Batches() {
		for _, r := range b.Records {
			final[r.Head().ID] = r
		}
	}
	law, err := calendar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	today, has := data.DateOf(november.In(data.HomeZone())), map[string]int{}
	for _, r := range final {
		has[r.Type().Name]++
		switch x := r.(type) {
		case *data.Issue:
			has["issue "+x.Status()]++
			has["kind "+x.Kind]++
			if x.Engagement.IsZero() {
				has["by itself"]++
				break
			}
			from := false
			for _, p := range engagements[x.Engagement].Points {
				from = from || p.ID == x.Point && p.Said == x.Text && p.Topic == x.Topic
			}
			if !from || x.RaisedOn != engagements[x.Engagement].Start.HomeDate() {
				t.Errorf("%+v is not from its meeting", x)
			}
		case *data.Task:
			has["task "+x.Status()]++
			if x.DoneOn > x.Due {
				has["task late"]++
			}
			if x.Status() == data.TaskOpen && x.Due < today {
				has["task overdue"]++
			}
			for name, id := range map[string]data.ID{"meeting": x.Engagement, "promise": x.Commitment, "grievance": x.Grievance} {
				if !id.IsZero() {
					has["task of a "+name]++
				}
			}
		case *data.Grievance:
			has["who "+x.Complaint]++
			has["status "+x.Status()]++
			has["channel "+x.Channel]++
			has["satisfied "+x.Satisfied]++
			for _, s := range x.Steps {
				has["step "+s.Kind]++
				has["outcome "+s.Outcome]++
			}
			for what, is := range map[string]bool{"retaliation": x.Retaliation, "remedy": x.RemedyGiven != "", "restricted": x.Restricted(), "untold": x.Untold(), "unreachable": !x.Reachable()} {
				if is {
					has[what]++
				}
			}
			if !x.Stakeholder.IsZero() && stakeholders[x.Stakeholder].IsPerson() == false {
				t.Errorf("%s complains", stakeholders[x.Stakeholder].Name)
			}
			l, err := law.Grievance(x, data.DefaultTargets)
			if err != nil {
				t.Fatal(err)
			}
			if l.Acknowledged > l.Acknowledge.Date {
				has["acknowledged late"]++
			}
			if l.Responded > l.Respond.Date {
				has["responded late"]++
			}
			if limit, due := l.Next(x); limit != "" {
				has["next "+limit]++
				switch {
				case due < today:
					has["over the limit"]++
				case due <= today.AddDays(data.SoonDays):
					has["near the limit"]++
				}
			}
		}
	}
	if y.Issues != has["issue"] || y.Tasks != has["task"] || y.Grievances != has["grievance"] {
		t.Errorf("%d issues, %d tasks, %d grievances: %v", y.Issues, y.Tasks, y.Grievances, has)
	}
	for kind, least := range map[string]int{"issue": 50, "issue open": 8, "issue answered": 5, "issue told": 15, "issue closed": 4, "by itself": 10, "kind question": 8, "kind concern": 10, "kind need": 6,
		"kind suggestion": 2, "kind praise": 2, "task": 24, "task open": 6, "task done": 12, "task late": 2, "task overdue": 2, "task of a meeting": 8, "task of a promise": 5, "task of a grievance": 4,
		"grievance": 24, "who anonymous": 3, "who third_party": 2, "retaliation": 3, "restricted": 2, "unreachable": 1, "remedy": 12, "untold": 1, "acknowledged late": 1, "responded late": 2,
		"next acknowledge": 2, "next respond": 1, "next close": 2, "over the limit": 2, "near the limit": 2, "outcome resolved": 12, "outcome rejected": 1, "outcome unfounded": 2, "outcome withdrawn": 1,
		"step appealed": 1, "step referred": 1, "step rejected": 3, "satisfied yes": 3, "satisfied partly": 3, "satisfied no": 3, "status received": 2} {
		if has[kind] < least {
			t.Errorf("%d of %s, fewer than %d", has[kind], kind, least)
		}
	}
}

// TestWordsOfWhatFollows looks for a word for everything, in the script of its language.
func TestWordsOfWhatFollows(t *testing.T) {
	script := map[string]string{"sr-Latn": "latin", "en": "latin", "sr-Cyrl": "cyrillic", "zh": "chinese"}
	said := func(language, text string) {
		t.Helper()
		if text == "" || data.ScriptOf(text) != script[language] || strings.ContainsAny(text, "{}") {
			t.Errorf("%s: %q", language, text)
		}
	}
	for language := range script {
		for _, topic := range data.Topics.Codes {
			said(language, issueWords[language].answer[topic])
		}
		for _, kind := range append([]string{"not admissible", "investigated quietly", "resolved", "unfounded", "withdrawn", "told"}, data.StepKinds.Codes[:len(data.StepKinds.Codes)-1]...) {
			said(language, stepWords[language][kind])
		}
		for _, l := range [][]string{issueWords[language].closed, taskWords[language].outcome, {taskWords[language].promise, taskWords[language].grievance}} {
			for _, x := range l {
				said(language, x)
			}
		}
	}
	for _, s := range stories {
		said(s.language, s.text)
		said(s.language, s.wanted)
		for _, x := range s.course {
			if x.kind == data.GrievanceOffered && s.remedy == "" {
				t.Errorf("%s: nothing was offered", s.text)
			}
		}
	}
	for _, x := range ownIssues {
		said(x.language, x.text)
	}
}
