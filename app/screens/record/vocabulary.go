package record

import "dogovor/data"

// lists names the vocabulary of code fields whose name is not the vocabulary's own.
var lists = map[string]string{
	"stakeholder.kind":            data.StakeholderKinds.List,
	"stakeholder.groups":          data.Groups.List,
	"stakeholder.photo_consent":   data.Consents.List,
	"relation.kind":               data.RelationKinds.List,
	"engagement.kind":             data.EngagementKinds.List,
	"engagement.status":           data.Statuses.List,
	"engagement.languages":        data.Languages.List,
	"engagement.minutes_language": data.Languages.List,
	"issue.kind":                  data.IssueKinds.List,
	"grievance_step.kind":         data.StepKinds.List,
}

// VocabularyOf is the name of the vocabulary that a code field draws on.
func VocabularyOf(t *data.Type, column string) string {
	if list, ok := lists[t.Name+"."+column]; ok {
		return list
	}
	return column
}
