package print

import (
	"fmt"
	"image"
	"math"
	"path"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tiengtrong/app"
)

// Ticket is an order for a print shop, in its own words. As JSON it is the file job-ticket.json of a package; the schema is
// assets/schema/job-ticket.schema.json.
type Ticket struct {
	Format    string        `json:"format"`  // TicketFormat
	Created   string        `json:"created"` // RFC 3339
	Job       string        `json:"job"`     // identity of the event
	Event     string        `json:"event"`
	School    string        `json:"school"`
	Shop      string        `json:"shop"`
	Condition string        `json:"condition"` // printing condition of all files: "FOGRA39"
	Pieces    []TicketPiece `json:"pieces"`
	AreaM2    float64       `json:"area_m2"`
	Price     int64         `json:"price_vnd"` // an estimate, of the pieces that have one
	Unpriced  int           `json:"unpriced"`  // pieces for which the shop has to be asked
	OpenM2    float64       `json:"unpriced_m2"`
}

// TicketFormat names the form of a Ticket as JSON.
const TicketFormat = "tiengtrong-job-ticket/1"

// TicketPiece is one file of the order.
type TicketPiece struct {
	File      string   `json:"file"` // in the package: "pdf/bang-ron-cong-truong-6000x900mm-ti-le-1-10.pdf"
	SHA256    string   `json:"sha256"`
	Preview   string   `json:"preview"`
	Picture   string   `json:"preview_sha256"`
	Kind      string   `json:"kind"` // "banners", "posters" or "certificates"
	Name      string   `json:"name"`
	Order     string   `json:"order"` // "In bạt hiflex, 6×0,9 m, SL 2 = 10,8 m², dán biên 3 cm"
	WidthMM   float64  `json:"width_mm"`
	HeightMM  float64  `json:"height_mm"` // of the finished piece
	Scale     int      `json:"scale"`     // the pages are this many times smaller
	BleedMM   float64  `json:"bleed_mm"`  // on every side, of the pages
	Pages     int      `json:"pages"`
	Copies    int      `json:"copies"` // of each page
	Material  string   `json:"material"`
	Stuff     string   `json:"material_code"` // the material's code in the shop's profile
	Finishing []string `json:"finishing"`
	AreaM2    float64  `json:"area_m2"` // of all copies of all pages, finished
	UnitPrice int64    `json:"unit_price_vnd,omitempty"`
	Price     int64    `json:"price_vnd,omitempty"`

	Thumb   *image.CMYK `json:"-"` // for the printed ticket, as is Drawing, which may be nil
	Drawing *Drawing    `json:"-"`
}

// Add puts a piece on the ticket, in words and figures; a price of 0 for a square metre is one that has to be asked.
func (t *Ticket) Add(p TicketPiece, price float64) {
	p.AreaM2 = math.Round(p.WidthMM*p.HeightMM*float64(p.Copies*p.Pages)/1e4) / 100
	p.UnitPrice = int64(math.Round(price))
	p.Price = int64(math.Round(p.AreaM2 * price))
	words := []string{"In " + lowered(p.Material), sizeWords(p.WidthMM, p.HeightMM), quantityWords(p)}
	p.Order = strings.Join(append(words, p.Finishing...), ", ")
	t.Pieces = append(t.Pieces, p)
	t.AreaM2 = math.Round((t.AreaM2+p.AreaM2)*100) / 100
	t.Price += p.Price
	if p.Price == 0 {
		t.Unpriced++
		t.OpenM2 = math.Round((t.OpenM2+p.AreaM2)*100) / 100
	}
}

// Pricing tells which of the order's pieces have a price.
type Pricing string

// The ways in which an order is priced; phrases that tell its total end with them.
const (
	AllPriced  Pricing = ""
	SomePriced Pricing = "-open"
	NonePriced Pricing = "-asked"
)

// Pricing tells which of the pieces have a price.
func (t Ticket) Pricing() Pricing {
	switch t.Unpriced {
	case 0:
		return AllPriced
	case len(t.Pieces):
		return NonePriced
	}
	return SomePriced
}

// Total sums the order up in one line, with what has a price apart from what the shop has to be asked for.
func (t Ticket) Total() string {
	words := "Cộng " + decimal(t.AreaM2, 2) + " m²"
	switch t.Pricing() {
	case AllPriced:
		return words + "; tạm tính " + Dong(t.Price)
	case NonePriced:
		return words + "; nhà in báo giá"
	}
	return words + fmt.Sprintf(": %s m² tạm tính %s; %s m² (%d mục) nhà in báo giá",
		decimal(t.PricedM2(), 2), Dong(t.Price), decimal(t.OpenM2, 2), t.Unpriced)
}

// PricedM2 is the area of the pieces that have a price.
func (t Ticket) PricedM2() float64 { return math.Round((t.AreaM2-t.OpenM2)*100) / 100 }

// lowered returns a name as it stands within a sentence: "bạt hiflex", but "PP cán màng".
func lowered(name string) string {
	first, n := utf8.DecodeRuneInString(name)
	if second, _ := utf8.DecodeRuneInString(name[n:]); n == 0 || unicode.IsUpper(second) {
		return name
	}
	return string(unicode.ToLower(first)) + name[n:]
}

// sizeWords writes a size as shops do: in metres what is longer than two, in centimetres what is not; to a
// tenth of a millimetre.
func sizeWords(w, h float64) string {
	if max(w, h) > 2000 {
		return decimal(w/1000, 4) + "×" + decimal(h/1000, 4) + " m"
	}
	return decimal(w/10, 2) + "×" + decimal(h/10, 2) + " cm"
}

func quantityWords(p TicketPiece) string {
	sheets := p.Copies * p.Pages
	if p.Kind == "certificates" {
		return fmt.Sprintf("SL %d tờ", sheets)
	}
	return fmt.Sprintf("SL %d = %s m²", sheets, decimal(p.AreaM2, 2))
}

// Dong writes an amount of money as it is written in Vietnam: "1.234.000 ₫".
func Dong(v int64) string {
	digits := strconv.FormatInt(v, 10)
	out := ""
	for i, d := range digits {
		if left := len(digits) - i; i > 0 && left%3 == 0 && digits[i-1] != '-' {
			out += "."
		}
		out += string(d)
	}
	return out + " ₫"
}

// The measures of a printed ticket.
const (
	thumbWidth   MM = 40
	thumbHeight  MM = 27
	ticketGap    MM = 4
	ticketText   Pt = 12
	ticketSmall  Pt = 10
	ticketName   Pt = 8.5 // of a file
	ticketPrices MM = 34  // column of the figures
)

// JobTicket lays out an order on A4 sheets.
func (s *Studio) JobTicket(t Ticket, school app.School, issued app.Date) ([]*Page, []app.Problem) {
	d := s.newDocument(app.Subject{Kind: app.OfEvent, Name: t.Event})
	l := &ticketLayout{document: d, ticket: t}
	l.safe = Rect{20, 18, 173, 261}
	d.y = l.safe.Y
	l.heading(school, issued)
	for i := range t.Pieces {
		l.piece(i)
	}
	l.total()
	l.notes()
	l.signatures()
	l.drawings()
	return d.pages, d.problems
}

// ticketLayout is a ticket being laid out.
type ticketLayout struct {
	*document
	ticket Ticket
}

func (l *ticketLayout) line(size Pt, face, text string, width MM) *column {
	return l.set(style(size, flushLeft), width, run{face: face, text: text})
}

// right draws a line that ends at the right margin, at a height.
func (l *ticketLayout) right(c *column, y MM) { l.put(c, l.safe.Right()-c.longest(), y) }

func (l *ticketLayout) across(y MM, ink Ink, width MM) {
	l.page.Add(stroke(ink, width, polyline(Point{l.safe.X, y}, Point{l.safe.Right(), y})))
}

func (l *ticketLayout) heading(school app.School, issued app.Date) {
	half := l.safe.W / 2
	date := l.line(ticketText, italicFace, dateline(school.Place, issued), half)
	name := l.set(style(ticketText, flushLeft), half, run{face: boldFace, text: app.Clean(school.Name), caps: true})
	l.right(date, l.y)
	l.put(name, l.safe.X, l.y)
	l.y += max(name.height(), date.height()) + 7
	title := l.set(style(20, centred), l.safe.W, run{face: boldFace, text: "PHIẾU ĐẶT IN"})
	l.flow(title, l.safe.X)
	l.y += 1
	l.flow(l.set(style(14, centred), l.safe.W, run{face: boldFace, text: l.ticket.Event}), l.safe.X)
	l.y += 4
	l.flow(l.set(style(ticketText, flushLeft), l.safe.W, run{face: uprightFace, text: "Kính gửi: "}, run{face: boldFace, text: l.ticket.Shop}), l.safe.X)
	l.y += 3
	l.across(l.y, Black, 0.5)
	l.y += ticketGap
}

// piece draws one line of the order: a small picture, the words, the figures.
func (l *ticketLayout) piece(i int) {
	p := l.ticket.Pieces[i]
	x := l.safe.X + thumbWidth + ticketGap
	width := l.safe.W - thumbWidth - 2*ticketGap - ticketPrices
	words := []*column{
		l.line(ticketText, boldFace, pieceTitle(i, p), width),
		l.line(ticketText, uprightFace, p.Order, width),
		l.line(ticketSmall, italicFace, fileWords(p), width),
		l.line(ticketName, uprightFace, path.Base(p.File), width),
	}
	height := MM(0)
	for _, c := range words {
		height += c.height() + 0.8
	}
	height = max(height, thumbHeight)
	if l.room() < height+ticketGap {
		l.turn()
	}
	l.thumb(p)
	y := l.y
	for _, c := range words {
		l.put(c, x, y)
		y += c.height() + 0.8
	}
	l.figures(p)
	l.y += height + ticketGap
	l.across(l.y-ticketGap/2, Ink{K: 40}, 0.2)
	l.y += ticketGap / 2
}

func pieceTitle(i int, p TicketPiece) string { return fmt.Sprintf("%d. %s", i+1, p.Name) }

// fileWords tells how the piece is in its file.
func fileWords(p TicketPiece) string {
	words := fmt.Sprintf("Tệp %d trang, ", p.Pages)
	if p.Scale > 1 {
		words += fmt.Sprintf("TỈ LỆ 1:%d, ", p.Scale)
	}
	return words + fmt.Sprintf("bù xén %s mm mỗi cạnh", decimal(p.BleedMM*float64(p.Scale), 1))
}

// thumb draws the small picture in its frame.
func (l *ticketLayout) thumb(p TicketPiece) {
	if p.Thumb == nil {
		return
	}
	size := p.Thumb.Bounds().Size()
	k := min(thumbWidth/MM(size.X), thumbHeight/MM(size.Y))
	box := Rect{l.safe.X, l.y + 1, k * MM(size.X), k * MM(size.Y)}
	box.X += (thumbWidth - box.W) / 2
	l.page.Add(&Picture{Box: box, Name: p.Preview, Image: p.Thumb}, stroke(Ink{K: 50}, 0.2, RectPath(box)))
}

// figures draws area and price at the right.
func (l *ticketLayout) figures(p TicketPiece) {
	y := l.y
	put := func(size Pt, face, text string) {
		c := l.line(size, face, text, ticketPrices)
		l.right(c, y)
		y += c.height() + 0.8
	}
	put(ticketText, boldFace, decimal(p.AreaM2, 2)+" m²")
	if p.Price == 0 {
		put(ticketText, italicFace, "nhà in báo giá")
		return
	}
	put(ticketSmall, uprightFace, "× "+Dong(p.UnitPrice)+"/m²")
	put(ticketText, boldFace, Dong(p.Price))
}

func (l *ticketLayout) total() {
	c := l.line(13, boldFace, l.ticket.Total(), l.safe.W)
	if l.room() < c.height()+ticketGap {
		l.turn()
	}
	l.put(c, l.safe.Right()-c.longest(), l.y)
	l.y += c.height() + ticketGap
}

// notes say what every file of the order is. They stay together with the place for the signatures.
func (l *ticketLayout) notes() {
	var notes []*column
	height := signaturesHeight + ticketGap
	for _, text := range []string{
		"- Giá tạm tính theo bảng giá của xưởng mà trường lưu trong máy; nhà in xác nhận giá và ngày giao.",
		"- Mọi tệp PDF theo chuẩn PDF/X-4, màu CMYK (" + l.ticket.Condition + "), chữ lớn đã chuyển thành đường nét, phông còn lại đã nhúng. Không đổi màu, không co giãn.",
		"- Tệp ghi “tỉ lệ 1:10” in to gấp 10 lần, “1:100” gấp 100 lần. Lớp “" + FinishingLayer + "” tắt khi in; bản vẽ gia công ở cuối phiếu.",
		"- Kiểm tra gói trên máy của nhà in: tiengtrong pack verify TỆP.zip, hoặc sha256sum -c SHA256SUMS.",
	} {
		c := l.line(ticketSmall, uprightFace, text, l.safe.W)
		notes = append(notes, c)
		height += c.height() + 0.6
	}
	if l.room() < height {
		l.turn()
	}
	for _, c := range notes {
		l.put(c, l.safe.X, l.y)
		l.y += c.height() + 0.6
	}
	l.y += ticketGap
}

// signaturesHeight is the room for two signatures and their titles.
const signaturesHeight MM = 34

func (l *ticketLayout) signatures() {
	half := l.safe.W / 2
	for i, title := range []string{"NHÀ IN XÁC NHẬN", "NGƯỜI ĐẶT IN"} {
		x := l.safe.X + half*MM(i)
		c := l.set(style(ticketText, centred), half, run{face: boldFace, text: title})
		l.put(c, x, l.y)
		l.put(l.set(style(ticketSmall, centred), half, run{face: italicFace, text: "(ký, ghi rõ họ tên)"}), x, l.y+c.height())
	}
}
