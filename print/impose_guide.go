package print

import (
	"fmt"
	"strconv"
)

// Guide is a sheet that tells how the printed stack is cut and its piles laid on one another. Count is of the pages.
func (im *Imposition) Guide(s *Studio, count int, title string) *Page {
	d := cutGuide{s.newLeaf(), im, count}
	d.put(rollHeavy, 20, Black, "CÁCH CẮT VÀ XẾP", rollLeft, 24, rollWidth, 0)
	d.put(rollText, 10.5, rollGrey, title, rollLeft, 31, rollWidth, 0)
	d.steps(d.picture(Rect{rollLeft, 42, rollWidth, 112}) + 14)
	d.number(title, 1, 1)
	return d.page
}

// cutGuide is that sheet being drawn.
type cutGuide struct {
	leaf
	im    *Imposition
	count int
}

// picture draws a sheet with its places numbered and its cuts, and returns where it ends.
func (d cutGuide) picture(room Rect) MM {
	im := d.im
	k := min(room.W/im.Sheet.W, room.H/im.Sheet.H)
	x := room.X + (room.W-im.Sheet.W*k)/2
	sheet := Rect{x, room.Y, im.Sheet.W * k, im.Sheet.H * k}
	d.page.Add(fill(rollBand, RectPath(sheet)))
	for place := range im.Up() {
		r := placing{k: float64(k), dx: x, dy: room.Y}.rect(im.Place(place))
		d.page.Add(fill(White, RectPath(r)), stroke(rollLine, 0.2, RectPath(r)))
		size := min(r.H*0.45, r.W*0.3)
		d.put(rollHeavy, Pt(size.Pt()), Black, strconv.Itoa(place+1), r.X, r.Center().Y+size*0.3, r.W, 0.5)
	}
	const over = 4
	xs, ys := im.cuts()
	for _, cut := range xs {
		if at := x + cut*k; cut > 0.5 && cut < im.Sheet.W-0.5 {
			d.dashed(Point{at, sheet.Y - over}, Point{at, sheet.Bottom() + over})
		}
	}
	for _, cut := range ys {
		if at := sheet.Y + cut*k; cut > 0.5 && cut < im.Sheet.H-0.5 {
			d.dashed(Point{sheet.X - over, at}, Point{sheet.Right() + over, at})
		}
	}
	d.page.Add(stroke(Black, 0.35, RectPath(sheet)))
	return sheet.Bottom()
}

// dashed draws a cut.
func (d cutGuide) dashed(from, to Point) {
	line := stroke(Black, 0.35, polyline(from, to))
	line.Dash = []MM{2, 1}
	d.page.Add(line)
}

// steps says what to do, one thing after the other.
func (d cutGuide) steps(y MM) {
	up := d.im.Up()
	sheets := d.im.Sheets(d.count)
	d.step(1, &y, fmt.Sprintf("In đủ %d tờ, giữ nguyên thứ tự, không đảo tờ nào.", sheets),
		"Chọn “kích thước thật” (100 %), không chọn “vừa trang”.")
	d.step(2, &y, "Dỗ bằng chồng giấy rồi cắt cả chồng theo vạch ở mép tờ trên cùng.",
		"Vạch nằm đúng một chỗ trên mọi tờ.")
	pile := "Đặt tập 1 trên tập 2."
	if up > 2 {
		pile = fmt.Sprintf("Đặt tập 1 trên cùng, dưới là tập 2, cứ thế đến tập %d.", up)
	}
	d.step(3, &y, fmt.Sprintf("Được %d tập, như số trong hình. %s", up, pile),
		"Không trộn, không lật tập nào: xếp xong là đúng thứ tự giấy khen.")
	for place := range up {
		first := place * sheets
		last := min(first+sheets, d.count)
		text := fmt.Sprintf("Tập %d: giấy khen thứ %d – %d", place+1, first+1, last)
		if first >= d.count {
			text = fmt.Sprintf("Tập %d: để trắng", place+1)
		}
		d.put(rollMedium, 11, Black, text, rollLeft+12+MM(place%2)*84, y+MM(place/2)*6.6, 80, 0)
	}
}

func (d cutGuide) step(number int, y *MM, what, note string) {
	d.page.Add(fill(Black, CirclePath(Point{rollLeft + 4, *y - 1.6}, 4)))
	d.put(rollStrong, 12, White, strconv.Itoa(number), rollLeft, *y, 8, 0.5)
	d.put(rollMedium, 12, Black, what, rollLeft+12, *y, rollWidth-12, 0)
	d.put(rollText, 10, rollGrey, note, rollLeft+12, *y+6, rollWidth-12, 0)
	*y += 18
}
