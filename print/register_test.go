package print

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
)

// award returns the sample's school with a certificate for some recipients, each with a number.
func awarded(t testing.TB, count int) *app.Event {
	t.Helper()
	e, _ := launch(t)
	e.School.SchoolYear = "2025 - 2026"
	c := app.NewCertificate("Giấy khen Tuần lễ")
	c.Date, c.Number, c.Decision = app.Date{Year: 2025, Month: 10, Day: 1}, "{số:3}/{ký hiệu}", "Quyết định số 42/QĐ-THLHP"
	r := app.NewRoster("Khen")
	for i := range count {
		r.Recipients = append(r.Recipients, &app.Recipient{
			ID: app.NewID(), Name: []string{"Vũ Thùy Hà Mai", "H'Hen Niê", "Nguyễn Hoàng Phương Thảo Nguyên"}[i%3], Class: fmt.Sprintf("%dA%d", i%5+1, i%4+1),
			Born: app.Date{Year: 2016, Month: i%12 + 1, Day: i%28 + 1}, Award: "Gương sáng tự học", Citation: "Đã có thành tích tiêu biểu trong Tuần lễ hưởng ứng học tập suốt đời",
		})
	}
	c.RosterID = r.ID
	e.Rosters, e.Certificates = []*app.Roster{r}, []app.Certificate{c}
	if _, err := e.Issue(app.Issuing{}); err != nil {
		t.Fatal(err)
	}
	return e
}

// amended returns awarded with a number that is void and replaced, and a sheet that was made again with another name.
func amended(t testing.TB, count int) *app.Event {
	t.Helper()
	e := awarded(t, count)
	day := app.Date{Year: 2025, Month: 10, Day: 3}
	right := *e.Rosters[0].Recipients[0]
	right.Name = "Vũ Thùy Hà My"
	e.Rosters[0].Recipients[0] = &right
	for _, err := range []error{e.Void("002/GK-THLHP", "giấy bị rách khi trao", day), e.Reprint("001/GK-THLHP", "viết đúng tên", day)} {
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := e.Issue(app.Issuing{Date: day}); err != nil {
		t.Fatal(err)
	}
	return e
}

// registerPages draws a whole book.
func registerPages(t testing.TB, e *app.Event) ([]*Page, []app.Problem) {
	t.Helper()
	book := studio(t).Register(e)
	pages := slices.Collect(book.Pages)
	if len(pages) != book.Len() {
		t.Errorf("%d pages, and there should be %d", len(pages), book.Len())
	}
	return pages, book.Problems()
}

func TestRegister(t *testing.T) {
	pages, problems := registerPages(t, amended(t, 3))
	if len(problems) > 0 {
		t.Errorf("%v", problems)
	}
	golden(t, "register.txt", dumpPages(pages))
	all := said(pages)
	for _, want := range []string{
		"SỔ KHEN THƯỞNG Năm học 2025 - 2026", "Ghi từ số 001/GK-THLHP đến số 004/GK-THLHP.", "42/QĐ-THLHP",
		"In lại 03/10/2025: viết đúng tên (trước ghi: Vũ Thùy Hà Mai)", "Hủy 03/10/2025: giấy bị rách khi trao; thay bằng số 004/GK-THLHP",
		"Thay số 002/GK-THLHP", "Cộng: 4 số đã cấp; 3 số có hiệu lực, 1 số đã hủy, 1 giấy in lại. Sổ có 2 trang.", "NGƯỜI GHI SỔ",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not printed in\n%s", want, all)
		}
	}
}

// TestRegisterStrikesVoidNumbers looks for a rule through each text of the void line, and through no other.
func TestRegisterStrikesVoidNumbers(t *testing.T) {
	pages, _ := registerPages(t, amended(t, 3))
	struck := ""
	for _, item := range pages[0].Items {
		text, ok := item.(*Text)
		if !ok {
			continue
		}
		for _, other := range pages[0].Items {
			if rule, ok := other.(*Stroke); ok {
				line := rule.Path.Bounds()
				if line.H == 0 && line.Y < text.At.Y && line.Y > text.At.Y-text.Size.MM()*0.4 && line.X == text.At.X {
					struck += text.String + " "
				}
			}
		}
	}
	if want := "002/GK-THLHP H'Hen Niê 02/02/2016 2A2 Gương sáng tự học: Đã có"; !strings.HasPrefix(struck, want) || strings.Contains(struck, "Hủy") {
		t.Errorf("drawn through: %s", struck)
	}
}

// TestRegisterOfASchool turns pages: each has the head of the table and its number, and nothing is lost.
func TestRegisterOfASchool(t *testing.T) {
	pages, problems := registerPages(t, amended(t, 412))
	if len(problems) > 0 {
		t.Errorf("%v", problems)
	}
	lines := 0
	for i, p := range pages {
		texts := said([]*Page{p})
		if !strings.Contains(texts, "Họ và tên") || i > 0 && !strings.HasPrefix(texts, fmt.Sprint(i+1)) {
			t.Errorf("page %d begins %.60s", i+1, texts)
		}
		lines += strings.Count(texts, "Gương sáng tự học:")
		margins := p.TrimBox().Inset(bookMargins)
		for _, item := range p.Items {
			if rule, ok := item.(*Stroke); ok && !margins.Outset(AllSides(gridWidth)).Contains(rule.Path.Bounds()) {
				t.Errorf("page %d: a rule at %s", i+1, dumpRect(rule.Path.Bounds()))
			}
		}
	}
	if want := fmt.Sprintf("Sổ có %d trang.", len(pages)); lines != 413 || !strings.Contains(said(pages), want) {
		t.Errorf("%d lines on %d pages", lines, len(pages))
	}
}

func TestRegisterOfNobody(t *testing.T) {
	e, _ := launch(t)
	pages, problems := registerPages(t, e)
	if len(pages) != 1 || len(problems) > 0 || !strings.Contains(said(pages), "Chưa có số nào được cấp.") {
		t.Errorf("%v %s", problems, said(pages))
	}
}

func BenchmarkRegister(b *testing.B) {
	s, e := studio(b), awarded(b, 412)
	for b.Loop() {
		for range s.Register(e).Pages {
		}
	}
}
