package sample

import "dogovor/data"

// often tells how often officers are in a settlement: near the pits every week, in others once a year, in three of them never.
var often = map[string]int{"Bor": 24, "Krivelj": 26, "Oštrelj": 14, "Slatina": 12, "Metovnica": 11, "Brestovac": 9, "Zlot": 8, "Donja Bela Reka": 7, "Majdanpek": 13,
	"Šarbanovac": 5, "Donji Milanovac": 6, "Rudna Glava": 5, "Debeli Lug": 4, "Luka": 2, "Bučje": 2, "Jasikovo": 2, "Klokočevac": 2, "Vlaole": 2,
	"Topla": 1, "Tanda": 1, "Gornjane": 1, "Leskovo": 1, "Golubinje": 1, "Mosna": 1, "Crnajka": 1, "Boljetin": 0, "Miroč": 0, "Topolnica": 0}

// area is where the engagements take place.
type area struct {
	settlements []*data.Settlement
	byName      map[string]*data.Settlement
	weights     []int
}

func newArea(settlements []*data.Settlement) *area {
	a := &area{settlements: settlements, byName: map[string]*data.Settlement{}}
	for _, s := range settlements {
		a.byName[s.Name] = s
		a.weights = append(a.weights, often[s.Name])
	}
	return a
}

func (a *area) id(name string) data.ID {
	if s := a.byName[name]; s != nil {
		return s.ID
	}
	return data.ID{}
}
