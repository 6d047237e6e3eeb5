package ui

import (
	"strings"
	"testing"

	"tiengtrong/app"
)

// another is a list of people who are not in the sample.
const another = "Họ và tên,Lớp,Danh hiệu\nTrần Khác Lạ,9Z,Xuất sắc\nVũ Không Quen,9Z,Xuất sắc\n"

// Of a few who are gone nobody is asked about, and those with a number stay.
func TestOfAFewThoseWithANumberStay(t *testing.T) {
	e := nobody(t)
	list := app.NewRoster("ds")
	for i, name := range strings.Fields("An Bình Chi Dung Giang Hà Khánh Lan Mai Nam Oanh Phúc Quân Sơn Thảo Uyên Vân Xuân Yến Đạt") {
		list.Recipients = append(list.Recipients, &app.Recipient{ID: app.NewID(), Row: i + 2, Name: "Lê " + name, Class: "5A"})
	}
	all := list.Recipients
	list.Recipients = all[:1]
	e.ReplaceRoster(e.Certificates[0].ID, list)
	if _, err := e.Issue(app.Issuing{}); err != nil {
		t.Fatal(err)
	}
	e.EditRoster(list.ID, func(r *app.Roster) { r.Recipients = all })
	text := "Họ và tên,Lớp\n"
	for _, r := range all[2:] { // without Lê An, who has a number, and Lê Bình
		text += r.Name + ",5A\n"
	}
	w, im := importing(t, e, "ds.csv", text)
	im.turn(2)
	if im.next.Disabled() || !strings.Contains(overlay(w), "2 người trong danh sách cũ") {
		t.Fatalf("of two of twenty it says:\n%s", overlay(w))
	}
	tapButton(t, w, w.say("intake.take"))
	now := w.doc.Event()
	people := now.RosterOf(now.Certificates[0]).Recipients
	if len(people) != 19 || people[18].Name != "Lê An" {
		t.Errorf("%d people, the last is %s", len(people), people[len(people)-1].Name)
	}
}

// Who replaces the old list reads how many go.
func TestReplacingSaysHowManyGo(t *testing.T) {
	w, im := importing(t, sample(t).Clone(), "khac.csv", another)
	im.turn(2)
	account := im.steps[2].(*importAccount)
	account.ways.Choose(1)
	if im.next.Disabled() || !strings.Contains(overlay(w), "Cả 412 người trong danh sách cũ sẽ bị bỏ") {
		t.Errorf("it says:\n%s", overlay(w))
	}
}
