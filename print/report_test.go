package print

import (
	"slices"
	"strings"
	"testing"
	"time"

	"tiengtrong/app"
)

// theDay returns the launch as it went: a pause, an item left out, one shortened, a hard start waited for.
func theDay(t testing.TB, steps int) (*app.Event, app.Run) {
	t.Helper()
	e, c := launch(t)
	items := c.Program.Items
	items[1].Optional, items[4].MinMinutes, items[8].HardStart = true, 6, 8*60
	r := app.NewRun(c)
	at := time.Date(2025, 10, 1, 7, 3, 12, 0, time.FixedZone("+07", 7*3600))
	actions := []app.Action{
		{Step: app.StepStart}, {Step: app.StepHold, Reason: "mất điện, chờ máy phát"}, {Step: app.StepResume},
		{Step: app.StepDrop, Item: items[1].ID, Reason: "cho kịp giờ"},
		{Step: app.StepShorten, Item: items[4].ID, Minutes: 6, Reason: "cho kịp giờ"},
	}
	seconds := []int{0, 720, 384, 60, 0, 120, 312, 240, 420, 360, 240, 198, 540, 1020, 480, 240}
	for i, s := range seconds[:steps] {
		at = at.Add(time.Duration(s) * time.Second)
		a := app.Action{Step: app.StepNext}
		if i < len(actions) {
			a = actions[i]
		}
		a.At = at
		next, ok := r.Do(a)
		if !ok {
			t.Fatalf("step %d, %s, makes no sense", i, a.Step)
		}
		r = next
	}
	return e, r
}

func TestReportOfTheSample(t *testing.T) {
	e, r := theDay(t, 16)
	pages, problems := studio(t).Report(e, r)
	if len(problems) != 0 || len(pages) != 2 {
		t.Errorf("%d pages, problems %v", len(pages), problems)
	}
	checkDocument(t, pages)
	golden(t, "report-sample.txt", dumpPages(pages))
	all := said(pages)
	for _, want := range []string{
		"Số: ……/BC-THLHP", "BÁO CÁO Kết quả thực hiện chương trình Lễ phát động",
		"từ 07 giờ 00 đến 08 giờ 35 (1 giờ 35 phút), ngày 01 tháng 10 năm 2025.",
		"từ 07 giờ 03 đến 08 giờ 32 (1 giờ 29 phút), ngày 01 tháng 10 năm 2025; kết thúc sớm 03 phút.",
		"thực hiện 11/12 mục; không thực hiện 01 mục; rút ngắn 01 mục; tạm dừng tổng cộng 06 phút.",
		"Tạm dừng 06 phút. Lý do: mất điện, chờ máy phát.", "Không thực hiện. Lý do: cho kịp giờ.", "Rút ngắn từ 10 còn 6 phút.",
		"Chờ đến giờ ấn định 06 phút.", "7. Nhận xét, kiến nghị:", "HIỆU TRƯỞNG Phạm Thu Hương",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not printed in: %s", want, all)
		}
	}
}

// TestReportOfEveryStage reports after each step: the day may end anywhere.
func TestReportOfEveryStage(t *testing.T) {
	for steps := range 17 {
		e, r := theDay(t, steps)
		pages, problems := studio(t).Report(e, r)
		checkDocument(t, pages)
		if len(problems) != 0 {
			t.Errorf("%d steps: %v", steps, problems)
		}
		all := said(pages)
		if got := strings.Contains(all, "chưa bắt đầu"); got != (steps == 0) {
			t.Errorf("%d steps: not started: %v", steps, got)
		}
		if got := strings.Contains(all, "chưa kết thúc"); got != (steps > 0 && steps < 16) {
			t.Errorf("%d steps: not ended: %v", steps, got)
		}
	}
}

func TestReportOfARehearsal(t *testing.T) {
	e, r := theDay(t, 16)
	r.Rehearsal = true
	pages, _ := studio(t).Report(e, r)
	all := said(pages)
	for _, want := range []string{"(buổi tổng duyệt)", "Thời gian theo kế hoạch: từ 07 giờ 00 đến 08 giờ 35 (1 giờ 35 phút)", "Buổi tổng duyệt: bắt đầu lúc 07 giờ 03", "giờ ở bảng dưới tính từ lúc bắt đầu", "0:00 - 0:15"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in %s", want, all)
		}
	}
}

func TestReportReportsMissingLetters(t *testing.T) {
	e, r := theDay(t, 16)
	r.Plan.Program.Items[2].Title = "Chào cờ 🎵"
	_, problems := studio(t).Report(e, r)
	if !slices.ContainsFunc(problems, func(p app.Problem) bool {
		return p.Code == "missing-glyph" && p.Subject.ID == r.Plan.Program.Items[2].ID
	}) {
		t.Errorf("%v", problems)
	}
}
