package app

import "testing"

// A date is typed once: what leaves its own open has that of the event.
func TestDatesFollowTheEvent(t *testing.T) {
	day, later := Date{2026, 11, 20}, Date{2026, 11, 27}
	for _, c := range []struct {
		why        string
		event      Event
		first      Date // of the first ceremony
		signed     Date
		schoolYear string
	}{
		{"one activity", Event{From: day, Ceremonies: []Ceremony{{}}}, day, day, "2026 - 2027"},
		{"one activity of several days", Event{From: day, To: later, Ceremonies: []Ceremony{{}}}, day, day, "2026 - 2027"},
		{"several on one day", Event{From: day, To: day, Ceremonies: []Ceremony{{}, {}}}, day, day, "2026 - 2027"},
		{"several in a week", Event{From: day, To: later, Ceremonies: []Ceremony{{}, {}}}, Date{}, day, "2026 - 2027"},
		{"a day of its own", Event{From: day, Ceremonies: []Ceremony{{Date: later}}}, later, day, "2026 - 2027"},
		{"only the activity is dated", Event{Ceremonies: []Ceremony{{Date: later}}}, later, later, "2026 - 2027"},
		{"the end of a school year", Event{From: Date{2027, 5, 28}, Ceremonies: []Ceremony{{}}}, Date{2027, 5, 28}, Date{2027, 5, 28}, "2026 - 2027"},
		{"what the school typed", Event{From: day, School: School{SchoolYear: "2030 - 2031"}, Ceremonies: []Ceremony{{}}}, day, day, "2030 - 2031"},
		{"no day", Event{Ceremonies: []Ceremony{{}}}, Date{}, Date{}, ""},
	} {
		first, signed := c.event.Held()[0].Date, c.event.SignedOn(Certificate{})
		if first != c.first || signed != c.signed || c.event.SchoolYear() != c.schoolYear {
			t.Errorf("%s: held on %s, signed on %s, in %q", c.why, first, signed, c.event.SchoolYear())
		}
	}
	e := Event{From: day}
	if own := e.SignedOn(Certificate{Date: later}); own != later {
		t.Errorf("what has a day of its own is signed on %s", own)
	}
}

// An activity that followed the event's day alone keeps it when another one joins it.
func TestAnActivityKeepsItsDayAmongOthers(t *testing.T) {
	day, later := Date{2026, 11, 20}, Date{2026, 11, 27}
	add := func(c Ceremony) func([]Ceremony) []Ceremony {
		return func(list []Ceremony) []Ceremony { return append(list, c) }
	}
	e := Event{From: day, To: later, Ceremonies: []Ceremony{{}}}
	e.ChangeCeremonies(add(Ceremony{Date: later}))
	if held := e.Held(); held[0].Date != day || held[1].Date != later {
		t.Errorf("after another was added they are held on %s and %s", held[0].Date, held[1].Date)
	}
	e.ChangeCeremonies(add(Ceremony{}))
	if held := e.Held(); !held[2].Date.IsZero() {
		t.Errorf("a third one, of which nobody said when it is, is held on %s", held[2].Date)
	}
	e = Event{From: day, To: later, Ceremonies: []Ceremony{{}}}
	e.ChangeCeremonies(add(Ceremony{}))
	if held := e.Held(); held[0].Date != day || held[1].Date != day {
		t.Errorf("after a copy was added they are held on %s and %s", held[0].Date, held[1].Date)
	}
	e = Event{From: day, Ceremonies: []Ceremony{{}}}
	e.ChangeCeremonies(add(Ceremony{}))
	if e.From = later; e.Held()[0].Date != later || e.Held()[1].Date != later {
		t.Errorf("in an event of one day they no longer follow it: %+v", e.Held())
	}
}

func TestThePlaceBeforeADateFollowsTheWard(t *testing.T) {
	for _, c := range []struct{ place, ward, want string }{
		{"", "phường Phù Liễn", "Phù Liễn"}, {"", "Xã Vĩnh Bảo", "Vĩnh Bảo"}, {"", "Cát Hải", "Cát Hải"}, {"Hải Phòng", "phường Phù Liễn", "Hải Phòng"}, {"", "", ""},
	} {
		if got := (School{Place: c.place, Ward: c.ward}).DatePlace(); got != c.want {
			t.Errorf("%q, %q: %q, want %q", c.place, c.ward, got, c.want)
		}
	}
}

// A line loses the signs that a missing fact leaves at its ends, and goes where nothing is left of it.
func TestFactsFillTheWordsOfPieces(t *testing.T) {
	e := Event{Title: "Ngày hội", From: Date{2026, 1, 5}, School: School{Name: "Trường Tiểu học Kim Đồng", Ward: "phường Phù Liễn"}}
	for text, want := range map[string]string{
		"{cấp trên}\n{trường}":               "Trường Tiểu học Kim Đồng",
		"{địa danh}, {ngày: đầy đủ}":         "Phù Liễn, ngày 05 tháng 01 năm 2026",
		"{chủ đề} - {ngày}":                  "05/01/2026",
		"Chào năm học {năm học}":             "Chào năm học 2025 - 2026",
		"{SỰ KIỆN}":                          "NGÀY HỘI",
		"- gạch đầu dòng,":                   "- gạch đầu dòng,",
		"{trường học}":                       "{trường học}",
		"Ngoặc thường không đóng {":          "Ngoặc thường không đóng {",
		"\\{trường\\} của {trường: chữ hoa}": "{trường} của TRƯỜNG TIỂU HỌC KIM ĐỒNG",
	} {
		if got := e.fill(text); got != want {
			t.Errorf("%q is filled as %q, want %q", text, got, want)
		}
	}
}

// What somebody is stands in a column of the list, by one of the headers that schools give it.
func TestPositionsOfStaffAndClassesOfPupils(t *testing.T) {
	pupil, teacher := &Recipient{ID: NewID(), Name: "Trần Vy", Class: "3A2"}, &Recipient{ID: NewID(), Name: "Vũ Bình", Class: "3A2", Extra: []string{"", "Giáo viên"}}
	c := Certificate{ID: NewID(), Detail: "{nếu có chức vụ: {chức vụ} | có lớp: Học sinh lớp {lớp}}"}
	for _, columns := range [][]string{{"Tổ", "Chức danh"}, {"Tổ", "Chức vụ"}, nil} {
		roster := &Roster{ID: NewID(), Columns: columns, Recipients: []*Recipient{pupil, teacher}}
		c.RosterID = roster.ID
		e := &Event{Certificates: []Certificate{c}, Rosters: []*Roster{roster}}
		want := "Giáo viên"
		if columns == nil {
			want = "Học sinh lớp 3A2"
		}
		if p, s := e.Wording(c, 0, pupil).Detail, e.Wording(c, 1, teacher).Detail; p != "Học sinh lớp 3A2" || s != want {
			t.Errorf("%v: %q and %q", columns, p, s)
		}
		if found := e.WordingProblems(c); len(found) > 0 {
			t.Errorf("%v: %v", columns, found)
		}
	}
}

func TestPiecesAreNamedAfterTheirWords(t *testing.T) {
	for says, want := range map[string]string{
		"":                      "Băng rôn",
		"Học, học nữa, học mãi": "Băng rôn – Học, học nữa, học mãi",
		"Trong cách học phải lấy tự học làm cốt":             "Băng rôn – Trong cách học phải lấy tự",
		"Học để phát triển bản thân, làm chủ tri thức":       "Băng rôn – Học để phát triển bản thân",
		"Thầy mẫu mực - Trò chăm ngoan - Trường khang trang": "Băng rôn – Thầy mẫu mực",
		"Học ở trường học, học ở sách vở, học lẫn nhau":      "Băng rôn – Học ở trường học",
	} {
		if got := NamedAfter("Băng rôn", says); got != want {
			t.Errorf("%q: %q, want %q", says, got, want)
		}
	}
}
