package seal

import (
	"cmp"
	"testing"

	"tiengtrong/app"
)

func TestAVoidNumberIsNotedWhereTheKeyIs(t *testing.T) {
	e, store := app.NewEvent(), Store(t.TempDir())
	sign := func() error {
		done, err := store.SignAsked(e)
		return cmp.Or(err, done.Note())
	}
	e.School.Name = "Trường Tiểu học Lê Hồng Phong"
	r := app.NewRoster("5A1")
	r.Recipients = []*app.Recipient{{ID: app.NewID(), Name: "Đỗ Minh Khôi"}}
	c := app.NewCertificate("giấy khen")
	c.RosterID, c.Code, c.Date = r.ID, true, app.Date{Year: 2025, Month: 10, Day: 1}
	e.Rosters, e.Certificates = []*app.Roster{r}, []app.Certificate{c}
	if _, err := e.Issue(app.Issuing{}); err != nil {
		t.Fatal(err)
	}
	if err := sign(); err != nil || len(e.SealedTexts()) != 0 {
		t.Fatal("without a key:", err, e.SealedTexts())
	}
	if _, err := store.Rotate(e.School.Name, "2025-10-01"); err != nil {
		t.Fatal(err)
	}
	if err := sign(); err != nil || len(e.SealedTexts()) != 1 {
		t.Fatal("with a key:", err, e.SealedTexts())
	}
	if err := e.Void("1", "trao nhầm", app.Date{Year: 2025, Month: 10, Day: 2}); err != nil {
		t.Fatal(err)
	}
	if err := sign(); err != nil {
		t.Fatal(err)
	}
	ring, err := store.Ring(e.School.Name)
	if err != nil {
		t.Fatal(err)
	}
	if v := Verify(e.SealedTexts()[0], ring); v.State != Void {
		t.Error("a void certificate is found to be", v.State)
	}
}
