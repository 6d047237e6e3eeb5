package print

import (
	"slices"
	"strings"
	"testing"

	"tiengtrong/app"
)

var ofPupils = app.Ask{ID: app.NewID(), Audience: "Học sinh", Points: []string{
	"Hăng hái thi đua học tập và rèn luyện đạo đức để trở thành người có ích cho xã hội.",
	"Đọc sách mỗi ngày, biết tự học và chia sẻ điều hay với bạn",
	"Vận dụng điều đã học vào cuộc sống hằng ngày.",
}}

func TestPledgesOfPupils(t *testing.T) {
	e, _ := launch(t)
	list, problems := studio(t).PledgeList(e, ofPupils)
	if len(list) != 1 || len(problems) > 0 {
		t.Errorf("%d pages, %v", len(list), problems)
	}
	golden(t, "pledge-list.txt", dumpPages(list))
	pair, problems := studio(t).PledgePair(e, ofPupils)
	if len(pair) != 1 || len(problems) > 0 || pair[0].Trim != (Size{297, 210}) {
		t.Errorf("%d pages, %v", len(pair), problems)
	}
	golden(t, "pledge-pair.txt", dumpPages(pair))
	for _, pages := range [][]*Page{list, pair} {
		checkWorksheet(t, pages)
		all := said(pages)
		for _, want := range []string{"BẢN CAM KẾT", "em xin cam kết:", "2. Đọc sách mỗi ngày, biết tự học và chia sẻ điều hay với bạn.", "năm 2025", "Lớp:"} {
			if !strings.Contains(all, want) {
				t.Errorf("%q is not printed in %s", want, all)
			}
		}
	}
	if all := said(pair); strings.Count(all, "Giáo viên chủ nhiệm Cha mẹ học sinh Học sinh")+strings.Count(all, "(Ký, ghi rõ họ tên)") < 6 {
		t.Errorf("not all sign: %s", all)
	}
	if texts := printed(list); !slices.Contains(texts, "30") {
		t.Error("there is no room for thirty signatures")
	}
}

// TestPledgesOfManyPoints lets the list go on and tells when a sheet of one's own has no room.
func TestPledgesOfManyPoints(t *testing.T) {
	e, _ := launch(t)
	for _, n := range []int{0, 1, 8, 16, 40} {
		a := app.Ask{ID: app.NewID(), Audience: "Cha mẹ học sinh và cộng đồng"}
		for range n {
			a.Points = append(a.Points, ofPupils.Points...)
		}
		list, problems := studio(t).PledgeList(e, a)
		checkWorksheet(t, list)
		if got := strings.Count(said(list), "Vận dụng"); len(problems) > 0 || got != n || !slices.Contains(printed(list[len(list)-1:]), "Ký tên") {
			t.Errorf("%d points: %d printed, %v", 3*n, got, problems)
		}
		pair, problems := studio(t).PledgePair(e, a)
		checkWorksheet(t, pair)
		if small := n <= 1; small != (len(problems) == 0 && len(pair) == 1) {
			t.Errorf("%d points on half a sheet: %d pages, %v", 3*n, len(pair), problems)
		}
	}
}

func TestSpeechOnPaper(t *testing.T) {
	e, c := launch(t)
	e.Asks, e.Ceremonies = []app.Ask{ofPupils}, []app.Ceremony{c, app.NewCeremony("Ngày hội đọc sách", c.Date.AddDays(1))}
	pages, problems := studio(t).Speech(e)
	if len(problems) > 0 {
		t.Error(problems)
	}
	checkDocument(t, pages)
	all := said(pages)
	for _, p := range app.Speech(e) {
		if !strings.Contains(all, p.Text) {
			t.Errorf("%q is not printed", p.Text)
		}
	}
}
