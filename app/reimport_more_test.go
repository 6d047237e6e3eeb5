package app

import (
	"fmt"
	"testing"
)

// TestReimportTellsOfEveryColumn: a change in a column of the list's own is told, as is a column that is gone, and an order of
// calling that the new list doesn't have stays.
func TestReimportTellsOfEveryColumn(t *testing.T) {
	old, list := rosterOf("Lê Thị Hoa, 5A, 1/2/2015, Giỏi", "Vũ An, 5A, 1/3/2015, Giỏi"), rosterOf("Lê Thị Hoa, 5A, 1/2/2015, Giỏi", "Vũ An, 5A, 1/3/2015, Giỏi")
	old.Columns, list.Columns = []string{"Điểm TB", "Nơi sinh"}, []string{"Quê quán", "điểm tb"}
	old.Recipients[0].Extra, old.Recipients[0].Call = []string{"8,5", "Phù Liễn"}, 7
	list.Recipients[0].Extra = []string{"Kiến An", "9"}
	c := Reimport(old, list, map[string]string{FieldName: "Họ tên", FieldClass: "Lớp", FieldBorn: "Ngày sinh", FieldAward: "Danh hiệu"})
	got := fmt.Sprint(len(c.Changed), c.Unchanged, c.Dropped)
	if got != "1 1 [Nơi sinh]" || fmt.Sprint(c.Changed[0].More) != "[{điểm tb 8,5 9}]" || c.Roster.Recipients[0].Call != 7 {
		t.Errorf("%s %+v", got, c.Changed)
	}
}

// TestWhoIsGoneMayStay: those who are kept stand at the end, with the texts of their columns under the right heads.
func TestWhoIsGoneMayStay(t *testing.T) {
	old, list := rosterOf("Lê Thị Hoa, 5A, 1/2/2015, Giỏi", "Vũ An, 5A, 1/3/2015, Giỏi", "Đỗ Bình, 5A, 1/4/2015, Giỏi"), rosterOf("Lê Thị Hoa, 5A, 1/2/2015, Giỏi")
	old.Columns, list.Columns = []string{"Điểm TB", "Nơi sinh"}, []string{"Quê quán", "điểm tb"}
	for _, r := range old.Recipients {
		r.Extra = []string{"8,5", "Phù Liễn"}
	}
	c := Reimport(old, list, nil)
	if len(c.Gone) != 2 || len(c.Roster.Recipients) != 1 {
		t.Fatalf("%d are gone, %d stay", len(c.Gone), len(c.Roster.Recipients))
	}
	kept := c.Keep(old, func(r *Recipient) bool { return r.Name == "Vũ An" })
	last := kept.Roster.Recipients[len(kept.Roster.Recipients)-1]
	if got := fmt.Sprint(namesOf(kept.Roster), len(kept.Gone), len(kept.Kept), kept.Roster.Columns, last.Extra); got != "[Lê Thị Hoa Vũ An] 1 1 [Quê quán điểm tb Nơi sinh] [ 8,5 Phù Liễn]" {
		t.Error(got)
	}
	if last.ID != old.Recipients[1].ID || len(c.Gone) != 2 || len(c.Roster.Columns) != 2 || old.Recipients[1].Extra[0] != "8,5" {
		t.Error("Keep changed what it was given, or who somebody is")
	}
}

func TestReadTheOrderOfCalling(t *testing.T) {
	r, err := ReadRoster([][]string{{"STT", "Họ và tên", "Lớp", "STT lên sân khấu"}, {"1", "Lê Hoa", "5A", "2"}, {"2", "Vũ An", "5A", ""}, {"3", "Đỗ Bình", "5A", "đầu tiên"}}, nil, nil)
	if err != nil || len(r.Recipients) != 3 || r.Recipients[0].Call != 2 || r.Recipients[1].Call != 0 || len(r.Remarks) != 1 || r.Remarks[0].Code != RemarkCall {
		t.Errorf("%v %+v", err, r)
	}
	if len(r.More) > 0 {
		t.Error("taken twice:", r.More)
	}
}

// TestANumberWithAColumnOfTheList: patterns know the list's own columns, and say where one stands that there isn't.
func TestANumberWithAColumnOfTheList(t *testing.T) {
	e := sound()
	e.Rosters[0].Columns = []string{"Điểm trường"}
	for _, r := range e.Rosters[0].Recipients {
		r.Extra = []string{"ĐT2"}
	}
	e.Certificates[0].Number = "{số:2}/{điểm trường}-{lớp}"
	fresh, err := e.Issue(Issuing{})
	if err != nil || fresh[0].Number != "01/ĐT2-"+e.Rosters[0].Recipients[0].Class || fresh[0].Series != "{số}/{điểm trường}-{lớp}" {
		t.Errorf("%v %+v", err, fresh[0])
	}
	e.Certificates[0].Number = "{số}/{khu}"
	if found := e.WordingProblems(e.Certificates[0]); len(found) != 1 || found[0].Args["at"] != "6" || found[0].Args["line"] != "number" {
		t.Errorf("%+v", found)
	}
}
