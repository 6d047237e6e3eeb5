package app

import (
	"strings"
	"testing"
)

func sealedEvent(t *testing.T) (*Event, Certificate) {
	t.Helper()
	e := NewEvent()
	e.School.Name = "Trường Tiểu học Lê Hồng Phong"
	r := NewRoster("lớp 5A1")
	r.Recipients = []*Recipient{
		{ID: NewID(), Name: "H'Hen Niê", Class: "5A1", Born: Date{2016, 3, 15}, Award: "Học sinh Xuất sắc"},
		{ID: NewID(), Name: "Đỗ Minh Khôi", Class: "5A1", Born: Date{2016, 9, 2}, Citation: "Giải Nhất\nkể chuyện"},
	}
	c := NewCertificate("giấy khen")
	c.RosterID, c.Code, c.Number, c.Date = r.ID, true, "{số}/GK", Date{2025, 10, 7}
	e.Rosters, e.Certificates = []*Roster{r}, []Certificate{c}
	if _, err := e.Issue(Issuing{}); err != nil {
		t.Fatal(err)
	}
	return e, c
}

func mark(text string) string { return text + "\nđã ký" }

func TestWhatIsSignedIsWhatTheRegisterCertifies(t *testing.T) {
	e, c := sealedEvent(t)
	if n := e.Seal(mark); n != 2 || e.Unsealed(c) != 0 {
		t.Fatal(n, e.Unsealed(c))
	}
	for _, c := range []struct{ got, want string }{
		{e.Register.Entries[0].Sealed, "GIẤY KHEN\nTrường Tiểu học Lê Hồng Phong\nH'Hen Niê\nLớp 5A1\nHọc sinh Xuất sắc\nSố 1/GK\nNgày 07/10/2025\nđã ký"},
		{e.Register.Entries[1].Sealed, "GIẤY KHEN\nTrường Tiểu học Lê Hồng Phong\nĐỗ Minh Khôi\nLớp 5A1\nGiải Nhất kể chuyện\nSố 2/GK\nNgày 07/10/2025\nđã ký"},
	} {
		if c.got != c.want {
			t.Errorf("got\n%s\nwant\n%s", c.got, c.want)
		}
	}
	if strings.Contains(strings.Join(e.SealedTexts(), ""), "2016") {
		t.Error("a date of birth is signed")
	}
}

func TestOnlyWhatChangedIsSignedAgain(t *testing.T) {
	e, c := sealedEvent(t)
	e.Seal(mark)
	if n := e.Seal(mark); n != 0 {
		t.Error("signed twice:", n)
	}
	e.EditRoster(c.RosterID, func(r *Roster) {
		r.EditRecipient(r.Recipients[0].ID, func(p *Recipient) { p.Name = "H'Hen Niê Kđăm" })
	})
	for _, number := range []string{"1/GK", "2/GK"} {
		if err := e.Reprint(number, "in lại", Date{2025, 10, 8}); err != nil {
			t.Fatal(err)
		}
	}
	if n := e.Unsealed(c); n != 1 {
		t.Error("a sheet that says the same needs no new signature:", n)
	}
	if err := e.Void("2/GK", "trao nhầm", Date{2025, 10, 9}); err != nil {
		t.Fatal(err)
	}
	if n := e.Seal(mark); n != 1 || !strings.Contains(e.Register.Entries[0].Sealed, "Kđăm") {
		t.Error(n, e.Register.Entries[0].Sealed)
	}
	if e.Register.Entries[1].Sealed == "" {
		t.Error("a void number lost its signature: nobody could tell that it's void")
	}
}
