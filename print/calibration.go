package print

import (
	"fmt"
	"strings"

	"tiengtrong/app"
)

// The vernier of a calibration sheet: ten parts of 0.9 mm, so that the one of its marks that meets a mark of a ruler in
// millimetres tells the tenths.
const (
	vernierParts    = 10
	vernierPart  MM = 0.9
	vernierWidth MM = 0.13
	vernierLong  MM = 7 // marks 0, 5 and 10
	vernierShort MM = 4.5
)

// CalibrationSheet is what a printer is measured with: at each corner two verniers, which a ruler is laid to, and what to
// do in the middle.
func (s *Studio) CalibrationSheet(size Size) *Page {
	d := calibration{s.newLeaf()}
	d.page.Trim = size
	for i, name := range app.CornerNames {
		c := corner{d, i == 1 || i == 2, i >= 2, name}
		c.draw()
	}
	if size.W > size.H {
		d.middle(Point{(size.W - 200) / 2, (size.H - 104) / 2}, 122)
	} else {
		d.middle(Point{(size.W - 122) / 2, (size.H - 196) / 2}, 0)
	}
	return d.page
}

// calibration is that sheet being drawn.
type calibration struct{ leaf }

// corner is one corner of it.
type corner struct {
	calibration
	right, lower bool
	name         string
}

// at returns the place that is dx from the left or right edge and dy from the upper or lower one.
func (c corner) at(dx, dy MM) Point {
	p := Point{dx, dy}
	if c.right {
		p.X = c.page.Trim.W - dx
	}
	if c.lower {
		p.Y = c.page.Trim.H - dy
	}
	return p
}

// draw draws the corner's letter, its two verniers and the lines that the ruler is laid along.
func (c corner) draw() {
	const mark, row, edge, end = MM(app.CalibrationMark), MM(app.CalibrationRow), 6, 42
	along := func(from, to Point) {
		line := stroke(rollGrey, 0.2, polyline(from, to))
		line.Dash = []MM{0.8, 0.8}
		c.page.Add(line)
	}
	along(c.at(edge, row), c.at(end, row))
	along(c.at(row, edge), c.at(row, end))
	for k := range vernierParts + 1 {
		place, long := mark+MM(k)*vernierPart, vernierShort
		if k%5 == 0 {
			long = vernierLong
		}
		c.page.Add(stroke(Black, vernierWidth, polyline(c.at(place, row), c.at(place, row-long))))
		c.page.Add(stroke(Black, vernierWidth, polyline(c.at(row, place), c.at(row-long, place))))
		if k%5 == 0 {
			c.figure(fmt.Sprint(k), c.at(place, row-long-2.2))
			c.figure(fmt.Sprint(k), c.at(row-long-2.4, place))
		}
	}
	letter := c.at(27, 27)
	c.put(rollHeavy, 34, Black, c.name, letter.X-8, letter.Y+4.2, 16, 0.5)
	c.caption("ngang", c.at(13, row-4.5))
	c.caption("dọc", c.at(row-3.5, 13))
}

// figure writes a small number about a point.
func (c corner) figure(text string, at Point) {
	c.put(rollMedium, 6.5, Black, text, at.X-4, at.Y+0.85, 8, 0.5)
}

func (c corner) caption(text string, at Point) {
	c.put(rollText, 7.5, rollGrey, text, at.X-7, at.Y+1, 14, 0.5)
}

// calibrationSteps say what to do.
var calibrationSteps = [][2]string{
	{"In tờ này trên đúng máy và khay sẽ in phôi, cùng loại giấy.", "Chọn “kích thước thật” (100 %), không chọn “vừa trang”."},
	{"Ở mỗi góc, đặt thước dọc theo đường chấm,", "vạch 0 của thước trùng mép giấy gần nhất. Đọc cả ngang lẫn dọc."},
	{"Đọc số mi-li-mét trên thước ngay trước vạch in số 0.", "Rồi tìm vạch in trùng khít một vạch của thước: đó là phần mười."},
	{"Ghi tám số vào bảng, rồi nhập vào chương trình.", "Máy in chuẩn thì cả tám số là 20,0."},
}

// middle draws the instructions, an example, and the table to write into; the table stands beside them where beside is
// not 0, else below.
func (d calibration) middle(at Point, beside MM) {
	d.put(rollHeavy, 17, Black, "TỜ CĂN CHỈNH MÁY IN", at.X, at.Y+5, 122, 0)
	y := at.Y + 15
	for i, step := range calibrationSteps {
		d.page.Add(fill(Black, CirclePath(Point{at.X + 3, y - 1.2}, 3)))
		d.put(rollStrong, 9.5, White, fmt.Sprint(i+1), at.X, y, 6, 0.5)
		d.put(rollMedium, 10, Black, step[0], at.X+9, y, 104, 0)
		d.put(rollText, 9, rollGrey, step[1], at.X+9, y+4.6, 104, 0)
		y += 12.2
	}
	d.example(Point{at.X + 9, y + 1})
	if beside > 0 {
		d.table(Point{at.X + beside, at.Y + 1})
	} else {
		d.table(Point{at.X + 22, y + 45})
	}
}

// example draws four times as large how a ruler and a vernier are read together.
func (d calibration) example(at Point) {
	const k, first, last, zero, meets = 4.6, 17, 32, 20.3, 3
	place := func(mm MM) MM { return at.X + (mm-first+0.6)*k }
	ruler := Rect{at.X, at.Y + 14, (last - first + 1.2) * k, 11}
	d.page.Add(fill(Ink{Y: 16, K: 7}, RectPath(ruler)), stroke(rollGrey, 0.25, RectPath(ruler)))
	for mm := first; mm <= last; mm++ {
		long := MM(4)
		if mm%5 == 0 {
			long = 6
			d.put(rollMedium, 8, Black, fmt.Sprint(mm), place(MM(mm))-5, ruler.Y+9.6, 10, 0.5)
		}
		d.page.Add(stroke(Black, 0.3, polyline(Point{place(MM(mm)), ruler.Y}, Point{place(MM(mm)), ruler.Y + long})))
	}
	for part := range vernierParts + 1 {
		x, long, width := place(zero+MM(part)*vernierPart), MM(5), MM(0.3)
		if part == meets {
			width = 0.9
		}
		if part%5 == 0 {
			long = 7
		}
		d.page.Add(stroke(Black, width, polyline(Point{x, ruler.Y}, Point{x, ruler.Y - long})))
		if part%5 == 0 || part == meets {
			d.put(map[bool]string{true: rollHeavy, false: rollMedium}[part == meets], 8, Black, fmt.Sprint(part), x-4, ruler.Y-long-1.6, 8, 0.5)
		}
	}
	d.put(rollMedium, 9, Black, "Ví dụ: vạch 0 ở ngay sau 20; vạch 3 trùng khít.  Đọc là 20,3", at.X, at.Y+31, 104, 0)
	d.put(rollText, 7.5, rollGrey, "thước", ruler.Right()+2, ruler.Y+6.5, 14, 0)
	d.put(rollText, 7.5, rollGrey, "vạch in", ruler.Right()+2, ruler.Y-3, 14, 0)
}

// table draws where the readings are written.
func (d calibration) table(at Point) {
	const width, first, row MM = 78, 18, 12
	column := (width - first) / 2
	d.put(rollStrong, 10, Black, "Số đọc (mm)", at.X, at.Y+4, width, 0)
	y := at.Y + 9
	d.page.Add(fill(rollBand, RectPath(Rect{at.X, y, width, 7})))
	for i, title := range []string{"Ngang", "Dọc"} {
		d.put(rollStrong, 9, Black, title, at.X+first+MM(i)*column, y+4.8, column, 0.5)
	}
	d.put(rollStrong, 9, Black, "Góc", at.X, y+4.8, first, 0.5)
	y += 7
	for _, name := range app.CornerNames {
		d.put(rollHeavy, 15, Black, name, at.X, y+row*0.68, first, 0.5)
		for i := range 2 {
			d.put(rollText, 12, rollGrey, ",", at.X+first+MM(i)*column+column*0.1, y+row*0.7, column, 0.5)
		}
		y += row
		d.rule(rollLine, 0.2, at.X, y, width)
	}
	for _, x := range []MM{first, first + column} {
		d.page.Add(stroke(rollLine, 0.2, polyline(Point{at.X + x, at.Y + 9}, Point{at.X + x, y})))
	}
	d.page.Add(stroke(Black, 0.3, RectPath(Rect{at.X, at.Y + 9, width, y - at.Y - 9})))
	for i, label := range strings.Fields("Máy_in: Khay: Ngày:") {
		base := y + 9 + MM(i)*8
		d.put(rollText, 9, rollGrey, strings.ReplaceAll(label, "_", " "), at.X, base, 18, 0)
		d.dots(at.X+15, base, width-15)
	}
}
