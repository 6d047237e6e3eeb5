package app

import (
	"os"
	"strings"
	"testing"
)

func awardRules(t *testing.T) AwardRules {
	t.Helper()
	rules, err := LoadAwardRules(os.DirFS("../assets/awards"))
	if err != nil {
		t.Fatal(err)
	}
	return rules
}

func TestAwardsInForce(t *testing.T) {
	rules := awardRules(t)
	for _, c := range []struct {
		level       Level
		class       string
		day         Date
		award, want string
	}{
		{Primary, "1A1", Date{2025, 10, 1}, "Học sinh Xuất sắc", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "HỌC SINH XUẤT SẮC", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "Đạt danh hiệu “Học sinh Xuất sắc”", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyện", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "Gương sáng tự học", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "Đại sứ Văn hóa đọc cấp trường", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "Giải Nhất", ""},
		{Primary, "5A1", Date{2025, 5, 30}, "Học sinh tiêu biểu của tháng", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "Học sinh Tiên tiến", "award-not-in-force"},
		{Primary, "1A1", Date{2025, 10, 1}, "Học sinh Giỏi", "award-not-in-force"},
		{Primary, "1A1", Date{2025, 10, 1}, "Học sinh Giỏi cấp trường", ""},
		{Primary, "1A1", Date{2025, 10, 1}, "Học sinh Xuất Xắc", "award-near-miss"},
		{Primary, "1A1", Date{2025, 10, 1}, "Hoc sinh xuat sac", "award-near-miss"},
		{Primary, "1A1", Date{2025, 10, 1}, "Học sinh Tiêu biểu", "award-near-miss"},
		{Primary, "", Date{2025, 10, 1}, "Học sinh Tiêu biểu hoàn thành tốt trong học tập và rèn luyên", "award-near-miss"},
		{Primary, "5A1", Date{2024, 5, 30}, "Học sinh Xuất sắc", "award-not-in-force"}, // grade 5 came last
		{Primary, "4A1", Date{2024, 5, 30}, "Học sinh Xuất sắc", ""},
		{Primary, "5A1", Date{2024, 5, 30}, "Học sinh hoàn thành xuất sắc các nội dung học tập và rèn luyện", ""},
		{LowerSec, "6A", Date{2022, 5, 30}, "Học sinh Giỏi", ""},
		{LowerSec, "9A", Date{2024, 5, 30}, "Học sinh tiên tiến", ""},
		{LowerSec, "9A", Date{2025, 5, 30}, "Học sinh tiên tiến", "award-not-in-force"},
		{UpperSec, "12A1", Date{2025, 5, 30}, "Học sinh Gỏi", "award-near-miss"},
		{Preschool, "Lá 1", Date{2025, 5, 30}, "Học sinh Giỏi", ""},
		{OtherEdu, "10A", Date{2025, 5, 30}, "Học sinh Tiên tiến", ""},
		{Primary, "1A1", Date{1999, 5, 30}, "Học sinh Tiên tiến", ""}, // before all rules that are known
	} {
		e := sound()
		e.School.Level, e.Certificates[0].Date = c.level, c.day
		for _, r := range e.Rosters[0].Recipients {
			r.Class, r.Award = c.class, c.award
		}
		problems := rules.Check(e)
		got := ""
		if len(problems) > 0 {
			got = problems[0].Code
		}
		if got != c.want || len(problems) > 1 || got != "" && (problems[0].Args["count"] != "2" || problems[0].Subject.ID != e.Rosters[0].Recipients[0].ID) {
			t.Errorf("%q in %s on %s: %v, want %q", c.award, c.class, c.day, problems, c.want)
		}
	}
}

func TestAwardProblemsHaveTheirSentences(t *testing.T) {
	e := sound()
	e.School.Level = Primary
	e.Rosters[0].Recipients[0].Award, e.Rosters[0].Recipients[1].Award = "Học sinh Tiên tiến", "Học sinh Xuất Xắc"
	problems := awardRules(t).Check(e)
	if len(problems) != 2 {
		t.Fatalf("%v", problems)
	}
	for _, lang := range []string{"vi", "en"} {
		phrases, err := LoadPhrases(os.DirFS("../assets/lang"), lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range problems {
			if said := phrases.Problem(p); strings.Contains(said, "{") || !strings.Contains(said, "Thông tư 27/2020") || !strings.Contains(said, "Học sinh Xuất sắc") {
				t.Errorf("%s: %s", lang, said)
			}
		}
	}
}

// TestALaterRuleThatNobodyCompared: what may have changed since is said, not asserted.
func TestALaterRuleThatNobodyCompared(t *testing.T) {
	rules := awardRules(t)
	for day, unsure := range map[Date]bool{{2025, 10, 30}: false, {2025, 10, 31}: true} {
		p := rules.judge("Học sinh Tiên tiến", []int{3}, day)
		if p == nil || strings.Contains(p.Args["now"], "chưa đối chiếu được với Thông tư 19/2025") != unsure {
			t.Errorf("%v: %+v", day, p)
		}
	}
}
