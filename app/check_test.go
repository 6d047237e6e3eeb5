package app

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const theme = "Học để phát triển bản thân, làm chủ tri thức và công nghệ, góp phần xây dựng đất nước hùng cường, thịnh vượng"

// sound returns an event in which the proofreader finds nothing.
func sound() *Event {
	school := School{Name: "Trường Tiểu học Lê Hồng Phong", Place: "Phù Liễn", SchoolYear: "2025 - 2026",
		Head: Signatory{Title: "HIỆU TRƯỞNG", Name: "Phạm Thu Hương"}}
	cert := NewCertificate("Giấy khen")
	cert.Date = Date{2025, 10, 1}
	roster := &Roster{ID: NewID(), Recipients: []*Recipient{
		{ID: NewID(), Name: "Vũ Thùy Hà Mai", Class: "1A1", Award: "Gương sáng tự học", Citation: "Đã tự học"},
		{ID: NewID(), Name: "Trần Thanh Vy", Class: "1A1", Award: "Gương sáng tự học", Citation: "Đã tự học"},
	}}
	cert.RosterID = roster.ID
	launch := Ceremony{ID: NewID(), Title: "Lễ phát động", Date: Date{2025, 10, 1}, Start: 420, Lead: "Hiệu trưởng", Program: Program{Items: []Item{
		{ID: NewID(), Title: "Chào cờ", Minutes: 10, HardStart: NoClock, Who: "Tổng phụ trách"},
		{ID: NewID(), Title: "Diễn văn", Minutes: 10, HardStart: NoClock, Who: "Hiệu trưởng"},
	}}}
	library := launch.Duplicate()
	library.Title, library.Start = "Ngày hội đọc sách", 600
	return &Event{
		ID: NewID(), Title: "Tuần lễ", Theme: theme, From: Date{2025, 10, 1}, To: Date{2025, 10, 7}, School: school,
		Ceremonies: []Ceremony{launch, library}, Slogans: []Slogan{NewSlogan(theme), NewSlogan("Học, học nữa, học mãi")},
		Posters: []Poster{NewPoster("Áp phích 1", "Đọc sách")}, Banners: []Banner{NewBanner("Băng rôn", theme)},
		Certificates: []Certificate{cert}, Rosters: []*Roster{roster},
	}
}

// flaws are the ways to spoil a sound event, by the code of the problem that each must bring, and only that.
var flaws = []struct {
	code  string
	spoil func(*Event)
}{
	{"event-no-title", func(e *Event) { e.Title = " " }},
	{"event-no-school", func(e *Event) { e.School.Name = "" }},
	{"event-no-place", func(e *Event) { e.School.Place = "" }},
	{"event-no-date", func(e *Event) {
		e.From, e.To, e.Certificates[0].Date = Date{}, Date{}, Date{}
		e.Ceremonies[0].Date, e.Ceremonies[1].Date = Date{}, Date{}
	}},
	{"school-level", func(e *Event) { e.School.Name, e.School.Level = "Trường THCS Lê Hồng Phong", Primary }},
	{"old-year", func(e *Event) { e.Banners[0].Text = "Nhiệt liệt chào mừng năm học mới 2023 - 2024" }},
	{"old-year", func(e *Event) { e.Posters[0].Title = "Kỷ niệm 42 năm Ngày Nhà giáo Việt Nam (1982 - 2024)" }},
	{"event-no-head", func(e *Event) { e.School.Head.Title = "" }},
	{"event-dates-reversed", func(e *Event) { e.From, e.To, e.Ceremonies = e.To, e.From, nil }},
	{"ceremony-no-title", func(e *Event) { e.Ceremonies[0].Title = "" }},
	{"ceremony-no-date", func(e *Event) { e.Ceremonies[0].Date = Date{} }},
	{"ceremony-outside", func(e *Event) { e.Ceremonies[0].Date = Date{2025, 9, 30} }},
	{"ceremony-outside", func(e *Event) { e.Ceremonies[0].Date = Date{2025, 10, 8} }},
	{"ceremony-no-start", func(e *Event) { e.Ceremonies[0].Start = NoClock }},
	{"ceremony-no-lead", func(e *Event) { e.Ceremonies[0].Lead = "" }},
	{"ceremony-empty", func(e *Event) { e.Ceremonies[0].Program.Items = nil }},
	{"item-no-title", func(e *Event) { e.Ceremonies[0].Program.Items[0].Title = "" }},
	{"item-no-minutes", func(e *Event) { e.Ceremonies[0].Program.Items[0].Minutes = 0 }},
	{"item-no-who", func(e *Event) { e.Ceremonies[0].Program.Items[0].Who = "" }},
	{"item-overlap", func(e *Event) { e.Ceremonies[0].Program.Items[1].HardStart = 425 }},
	{"item-gap", func(e *Event) { e.Ceremonies[0].Program.Items[1].HardStart = 440 }},
	{"double-booked", func(e *Event) {
		e.Ceremonies[1].Start = 425 // "Tổng phụ trách" of the second now meets the first's
		e.Ceremonies[1].Program.Items[1].Who = "Thư viện"
	}},
	{"double-booked", func(e *Event) {
		e.Ceremonies[1].Start = 425 // one of two meets the first's
		e.Ceremonies[1].Program.Items[1].Who = "Thư viện"
		e.Ceremonies[1].Program.Items[0].Who = "Đội trống; " + e.Ceremonies[1].Program.Items[0].Who
	}},
	{"item-min-too-long", func(e *Event) { e.Ceremonies[0].Program.Items[0].MinMinutes = 999 }},
	{"poster-ask-missing", func(e *Event) { e.Posters[0].Ask = NewID() }},
	{"slogan-empty", func(e *Event) { e.Slogans[1].Text = "" }},
	{"slogan-twice", func(e *Event) { e.Slogans[1].Text = strings.ToUpper(theme) }},
	{"near-miss", func(e *Event) { e.Slogans[1].Text = strings.Replace(theme, "Học để", "Học tập để", 1) }},
	{"near-miss", func(e *Event) { e.Banners[0].Text = strings.Replace(theme, "tri thức", "kiến thức", 1) }},
	{"near-miss", func(e *Event) { e.Posters[0].Title = strings.Replace(theme, "thịnh vượng", "thịnh vượn", 1) }},
	{"piece-no-text", func(e *Event) { e.Banners[0].Text = "" }},
	{"piece-no-text", func(e *Event) { e.Posters[0].Title = "" }},
	{"piece-bad-size", func(e *Event) { e.Banners[0].WidthMM = 0 }},
	{"piece-bad-size", func(e *Event) { e.Posters[0].HeightMM = 60_001 }},
	{"piece-bad-size", func(e *Event) { e.Certificates[0].WidthMM = 20 }},
	{"no-such-material", func(e *Event) { e.Banners[0].Finish.Material = "lụa" }},
	{"shop-bad-measure", func(e *Event) { e.Shop = StandardShop(); e.Shop.EyeletMM = 0 }},
	{"piece-no-copies", func(e *Event) { e.Posters[0].Copies = 0 }},
	{"piece-unknown-field", func(e *Event) { e.Banners[0].Over = "{trường học}" }},
	{"piece-unknown-field", func(e *Event) { e.Posters[0].Footer = "{trường" }},
	{"hung-reversed", func(e *Event) { e.Banners[0].HungFrom, e.Banners[0].HungTo = e.To, e.From }},
	{"hung-too-long", func(e *Event) { e.Banners[0].HungFrom, e.Banners[0].HungTo = e.From, e.From.AddDays(16) }},
	{"image-missing", func(e *Event) { e.Posters[0].Artwork = "không có.png" }},
	{"link-not-web", func(e *Event) { e.Posters[0].Link = "thuvien.example.edu.vn" }},
	{"link-too-long", func(e *Event) { e.Posters[0].Link = "https://a.vn/" + strings.Repeat("x", 140) }},
	{"certificate-no-title", func(e *Event) { e.Certificates[0].Title = "" }},
	{"unit-twice", func(e *Event) { e.Certificates[0].Issuer = "CHỦ TỊCH UBND XÃ THỊ TRẤN PHÙ LIỄN" }},
	{"unit-twice", func(e *Event) { e.School.Parent = "UBND phường xã Phù Liễn" }},
	{"unit-abolished", func(e *Event) { e.Certificates[0].Issuer = "CHỦ TỊCH UBND THỊ TRẤN TIÊN LÃNG" }},
	{"unit-abolished", func(e *Event) { e.School.Parent = "Phòng GD&ĐT quận Kiến An" }},
	{"certificate-no-issuer", func(e *Event) { e.Certificates[0].Issuer = "" }},
	{"certificate-bad-names", func(e *Event) { e.Certificates[0].NameMinPt, e.Certificates[0].NameMaxPt = 30, 20 }},
	{"certificate-bad-names", func(e *Event) { e.Certificates[0].NameLines = 3 }},
	{"certificate-no-name", func(e *Event) { e.Certificates[0].Signer.Name, e.School.Head.Name = "", "" }},
	{"certificate-no-recipients", func(e *Event) { e.Rosters[0].Recipients = nil }},
	{"unknown-field", func(e *Event) { e.Certificates[0].Detail = "Học sinh {lơp2}" }},
	{"unknown-field", func(e *Event) { e.Certificates[0].Number = "{stt}/{điểm}" }},
	{"wording-form", func(e *Event) { e.Certificates[0].Detail = "Học sinh {lớp: nghiêng}" }},
	{"wording-condition", func(e *Event) { e.Certificates[0].Detail = "{nếu giỏi: Học sinh {lớp}}" }},
	{"wording-unclosed", func(e *Event) { e.Certificates[0].Detail = "Học sinh {lớp" }},
	{"wording-stray", func(e *Event) { e.Certificates[0].Detail = "Học sinh lớp}" }},
	{"wording-never", func(e *Event) {
		e.Certificates[0].Detail = "{nếu danh hiệu Học sinh Xuất sắc: lớp {lớp} | nam: bạn trai | còn lại: bạn}"
	}},
	{"recipient-no-name", func(e *Event) { e.Rosters[0].Recipients[0].Name = "" }},
	{"recipient-odd-name", func(e *Event) { e.Rosters[0].Recipients[0].Name = "vũ thùy hà mai" }},
	{"recipient-odd-name", func(e *Event) { e.Rosters[0].Recipients[0].Name = "Vũ Th?y Hà Mai" }},
	{"recipient-odd-name", func(e *Event) { e.Rosters[0].Recipients[0].Name = "#REF!" }},
	{"recipient-odd-name", func(e *Event) { e.Rosters[0].Recipients[0].Name = "“Bi” Vũ Mai" }},
	{"recipient-twice", func(e *Event) { *e.Rosters[0].Recipients[1] = *e.Rosters[0].Recipients[0] }},
	{"recipient-empty-field", func(e *Event) { e.Rosters[0].Recipients[0].Class = "" }},
	{"recipient-empty-field", func(e *Event) { e.Rosters[0].Recipients[0].Citation = "" }},
	{"recipient-empty-field", func(e *Event) {
		e.Rosters[0].Columns, e.Rosters[0].Recipients[0].Extra = []string{"Điểm TB"}, []string{"9,5"}
		e.Certificates[0].Detail = "{điểm tb}"
	}},
	{"recipient-no-case", func(e *Event) {
		e.Rosters[0].Recipients[0].Gender = Female
		e.Certificates[0].Detail = "{nếu nữ: bạn gái | lớp 1A2: bạn trai}"
		e.Rosters[0].Recipients = append(e.Rosters[0].Recipients, &Recipient{ID: NewID(), Name: "Lê An", Class: "1A2", Award: "A", Citation: "B"})
	}},
	{"number-duplicate", func(e *Event) { e.Certificates[0].Number = "42/2025" }},
	{"number-twice", func(e *Event) {
		mustIssue(e)
		e.Register.Entries = append(e.Register.Entries, e.Register.Entries[0])
	}},
	{"issued-changed", func(e *Event) {
		mustIssue(e)
		e.Rosters[0].Recipients[1].Name = "Trần Thanh Vi"
	}},
	{"issued-gone", func(e *Event) {
		mustIssue(e)
		e.Rosters[0].Recipients = e.Rosters[0].Recipients[:1]
	}},
	{"issued-orphan", func(e *Event) {
		mustIssue(e)
		e.Certificates = nil
	}},
}

func mustIssue(e *Event) []*Entry {
	fresh, err := e.Issue(Issuing{})
	if err != nil {
		panic(err)
	}
	return fresh
}

func TestCheckFindsNothingInASoundEvent(t *testing.T) {
	if problems := Check(sound()); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
	e := sound()
	e.Slogans = append(e.Slogans, NewSlogan("Học để phát triển bản thân, làm chủ tri thức và công nghệ")) // a quotation
	e.Slogans = append(e.Slogans, NewSlogan("Học để biết, học để làm, học để chung sống, học để tự khẳng định mình"))
	if problems := Check(e); len(problems) > 0 {
		t.Errorf("%+v", problems)
	}
}

func TestCheckFindsEachFlawAlone(t *testing.T) {
	for _, f := range flaws {
		e := sound()
		f.spoil(e)
		problems := Check(e)
		if len(problems) != 1 || problems[0].Code != f.code {
			t.Errorf("%s: found %+v", f.code, problems)
		}
	}
}

func TestCheckOfTheEmptyEvent(t *testing.T) {
	for _, p := range Check(NewEvent()) {
		if p.Subject.Kind != OfEvent {
			t.Errorf("an empty event has no %s: %s", p.Subject.Kind, p.Code)
		}
	}
}

// TestEveryProblemHasItsSentence keeps code, flaws and phrases together: each code that Check can give is in
// flaws, and each has a sentence without open holes in both languages.
func TestEveryProblemHasItsSentence(t *testing.T) {
	var codes []string
	for _, f := range flaws {
		codes = append(codes, f.code)
	}
	for _, code := range codesInSource(t) {
		if !slices.Contains(codes, code) {
			t.Errorf("no flaw shows %q", code)
		}
	}
	for _, lang := range []string{"vi", "en"} {
		phrases, err := LoadPhrases(os.DirFS("../assets/lang"), lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range flaws {
			e := sound()
			f.spoil(e)
			for _, p := range Check(e) {
				sentence := phrases.Problem(p)
				if sentence == "problem."+p.Code {
					t.Errorf("%s: no sentence for %s", lang, p.Code)
				}
				if p.Args["at"] == "" && p.Args["text"] == "" && strings.Contains(strings.ReplaceAll(sentence, "{TRƯỜNG}", ""), "{") {
					t.Errorf("%s: an open hole in %q", lang, sentence)
				}
			}
		}
	}
}

// codesInSource lists the codes that the checker's source names.
func codesInSource(t *testing.T) []string {
	t.Helper()
	add := regexp.MustCompile(`c\.add\((?:Error|Warning), "([a-z-]+)"`)
	var codes []string
	files, _ := filepath.Glob("check*.go")
	for _, name := range files {
		source, err := fs.ReadFile(os.DirFS("."), name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range add.FindAllStringSubmatch(string(source), -1) {
			codes = append(codes, m[1])
		}
	}
	if len(codes) < 30 {
		t.Fatalf("found only %d codes", len(codes))
	}
	return codes
}

func TestACertificateIsSignedForTheSchool(t *testing.T) {
	e := sound()
	c := &e.Certificates[0]
	c.Signer, c.Dateline = Signatory{}, ""
	if signer, place := e.Signing(*c); signer != e.School.Head || place != "Phù Liễn" {
		t.Errorf("%+v %q", signer, place)
	}
	c.Signer = Signatory{Title: "CHỦ TỊCH HỘI"} // somebody else, whose name the school's head must not lend
	if signer, _ := e.Signing(*c); signer.Name != "" {
		t.Errorf("%+v", signer)
	}
}

func TestOnePersonInTwoPlacesOfOneCeremony(t *testing.T) {
	e := NewEvent()
	c := broadcast()
	items := c.Program.Items
	items[2].Who, items[2].Where = "Hiệu trưởng; MC", "Bục phát biểu"
	items[3].Who, items[3].Where, items[3].HardStart = "hiệu trưởng", "Thư viện", 7*60+30 // the speech goes on until 07:45
	e.Ceremonies = []Ceremony{c}
	found := func() (n int) {
		for _, p := range Check(e) {
			if p.Code == "double-booked" {
				n++
			}
		}
		return n
	}
	if got := found(); got != 1 {
		t.Errorf("two places: %d problems", got)
	}
	items[3].Where = "Bục phát biểu"
	if got := found(); got != 0 {
		t.Errorf("one place: %d problems", got)
	}
}

// TestNamesThatOnlySoundLikeUnits keeps the proof silent about poets, sentences before the reform and schools' own names.
func TestNamesThatOnlySoundLikeUnits(t *testing.T) {
	for _, spoil := range []func(*Event){
		func(e *Event) {
			e.Certificates[0].Issuer = "HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC BÀ HUYỆN THANH QUAN"
		},
		func(e *Event) { e.School.Name = "Trường Tiểu học Thị trấn Tiên Lãng" },
		func(e *Event) { e.School.Parent, e.School.Ward = "UBND các xã, phường", "đặc khu Cát Hải" },
		func(e *Event) {
			e.Certificates[0].Issuer, e.Certificates[0].Date = "CHỦ TỊCH UBND HUYỆN AN DƯƠNG", Date{2025, 6, 30}
		},
	} {
		e := sound()
		spoil(e)
		if found := Check(e); len(found) > 0 {
			t.Errorf("%q, %q: %v", e.Certificates[0].Issuer, e.School.Name, found)
		}
	}
}
