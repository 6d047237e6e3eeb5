package print

import (
	"fmt"
	"strings"
	"testing"

	"tiengtrong/app"
)

func TestOrdersInTheWordsOfShops(t *testing.T) {
	for _, c := range []struct {
		piece TicketPiece
		price float64
		order string
		cost  int64
	}{
		{TicketPiece{Kind: "banners", Material: "Bạt hiflex", WidthMM: 6000, HeightMM: 900, Pages: 1, Copies: 2, Finishing: []string{"dán biên", "đóng khoen 50 cm"}},
			45_000, "In bạt hiflex, 6×0,9 m, SL 2 = 10,8 m², dán biên, đóng khoen 50 cm", 486_000},
		{TicketPiece{Kind: "banners", Material: "PP cán màng", WidthMM: 800, HeightMM: 1800, Pages: 1, Copies: 1},
			75_000, "In PP cán màng, 80×180 cm, SL 1 = 1,44 m²", 108_000},
		{TicketPiece{Kind: "certificates", Material: "Giấy C300", WidthMM: 297, HeightMM: 210, Pages: 412, Copies: 1, Finishing: []string{"in 1 mặt"}},
			0, "In giấy C300, 29,7×21 cm, SL 412 tờ, in 1 mặt", 0},
		{TicketPiece{Kind: "banners", Material: "", WidthMM: 60000, HeightMM: 1000, Pages: 1, Copies: 1}, 1, "In , 60×1 m, SL 1 = 60 m²", 60},
	} {
		var ticket Ticket
		ticket.Add(c.piece, c.price)
		if p := ticket.Pieces[0]; p.Order != c.order || p.Price != c.cost {
			t.Errorf("%q costs %d, want %q, %d", p.Order, p.Price, c.order, c.cost)
		}
		if unpriced := ticket.Unpriced == 1; unpriced != (c.cost == 0) {
			t.Errorf("%q: %d unpriced", c.order, ticket.Unpriced)
		}
	}
}

func TestTotalsTellWhatHasAPrice(t *testing.T) {
	piece := TicketPiece{WidthMM: 1000, HeightMM: 1000, Pages: 1, Copies: 1}
	for want, prices := range map[string][]float64{
		"Cộng 2 m²; tạm tính 30.000 ₫":                                   {10_000, 20_000},
		"Cộng 2 m²; nhà in báo giá":                                      {0, 0},
		"Cộng 3 m²: 1 m² tạm tính 10.000 ₫; 2 m² (2 mục) nhà in báo giá": {10_000, 0, 0},
	} {
		var ticket Ticket
		for _, price := range prices {
			ticket.Add(piece, price)
		}
		if got := ticket.Total(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestMoney(t *testing.T) {
	for v, want := range map[int64]string{0: "0 ₫", 7: "7 ₫", 999: "999 ₫", 1000: "1.000 ₫", 1234000: "1.234.000 ₫", -56250: "-56.250 ₫", -123: "-123 ₫"} {
		if got := Dong(v); got != want {
			t.Errorf("%d is %q, want %q", v, got, want)
		}
	}
}

// TestTicketsOfAnyLength lays out orders of many pieces with long names: nothing leaves the sheets and nothing is lost.
func TestTicketsOfAnyLength(t *testing.T) {
	s := studio(t)
	for n := range 15 {
		ticket := Ticket{Event: strings.Repeat("Tuần lễ hưởng ứng học tập suốt đời ", 4), Shop: "Xưởng in"}
		for i := range n {
			ticket.Add(TicketPiece{File: fmt.Sprintf("pdf/%s-%d.pdf", strings.Repeat("hoc-tap-", 12), i), Kind: "banners", Name: strings.Repeat("Băng rôn cổng trường ", 1+i%9),
				Material: "Bạt hiflex", WidthMM: 6000, HeightMM: 900, Scale: 10, Pages: 1, Copies: 1, BleedMM: 1, Finishing: []string{"dán nối 3 tấm, mỗi mép nối +2 cm, khổ cuộn 1,6 m"}}, float64(i)*1000)
		}
		pages, problems := s.JobTicket(ticket, app.School{Name: "Trường Tiểu học Lê Hồng Phong", Place: "Phù Liễn"}, app.Date{Year: 2025, Month: 10, Day: 1})
		if len(problems) > 0 {
			t.Errorf("%d pieces: %v", n, problems)
		}
		words := ""
		for _, page := range pages {
			words += joined(page) + " "
			for _, text := range textsOf(page) {
				if !page.TrimBox().Inset(AllSides(9)).Contains(text.Bounds()) {
					t.Errorf("%d pieces: %q leaves the sheet", n, text.String)
				}
			}
		}
		for i := range n {
			if !strings.Contains(words, fmt.Sprintf("%d. Băng", i+1)) {
				t.Errorf("%d pieces: the ticket lacks number %d", n, i+1)
			}
		}
		if !strings.Contains(words, "NGƯỜI ĐẶT IN") {
			t.Errorf("%d pieces: nobody signs", n)
		}
	}
}

// TestTicketsShowTheFinishing draws a banner that is welded and one that is only cut: people see the guides of the first
// without switching on a layer, and nothing of the second.
func TestTicketsShowTheFinishing(t *testing.T) {
	s := studio(t)
	var ticket Ticket
	for _, kind := range []app.BannerKind{app.BangRon, app.Standee} {
		b := app.NewBanner("Mẫu "+string(kind), "Cả nước thi đua xây dựng xã hội học tập")
		b.Kind, b.WidthMM, b.HeightMM = kind, 10000, 2000
		if kind == app.Standee {
			b.WidthMM, b.HeightMM = 800, 1800
		}
		page, _ := s.Banner(nil, b)
		finishing, _ := s.Finishing(nil, b, page)
		ticket.Add(TicketPiece{Name: b.Name, Kind: "banners", WidthMM: b.WidthMM, HeightMM: b.HeightMM, Pages: 1, Copies: 1,
			Drawing: &Drawing{Page: page, Finishing: finishing}}, 1)
	}
	pages, problems := s.JobTicket(ticket, app.School{}, app.Date{})
	last := pages[len(pages)-1]
	if words := joined(last); len(problems) > 0 || !strings.Contains(words, "BẢN VẼ GIA CÔNG") || !strings.Contains(words, "1. Mẫu") ||
		strings.Contains(words, "2. Mẫu") || !strings.Contains(words, "10 m") || !strings.Contains(words, "TẤM 1/2") {
		t.Errorf("the drawings say %s, %v", words, problems)
	}
	for _, item := range last.Items {
		if _, hidden := item.(*Layer); hidden {
			t.Error("a drawing hides its lines in a layer")
		}
	}
}
