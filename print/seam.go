package print

import (
	"cmp"
	"math"
	"slices"

	"tiengtrong/app"
)

// seamClear is how far a weld stays off a line of type, and seamEdge how far off the edge of the piece, beyond
// what is folded there.
const (
	seamClear MM = 5
	seamEdge  MM = 60
)

// divide chooses the roll, and the seams where no roll is wide enough: those that are shortest in all, cross no
// line of type, and stay off the boxes in avoid where that is possible. It reports false where there is no
// such way; then the piece stays whole.
func (f *Finishing) divide(shop app.Shop, words, avoid []Rect) bool {
	rolls := slices.Sorted(slices.Values(shop.RollsMM))
	sheet := f.Sheet()
	short := min(sheet.W, sheet.H)
	for _, roll := range rolls {
		f.Roll = MM(roll)
		if short <= f.Roll {
			return true
		}
	}
	var best seams
	for _, avoided := range [][]Rect{avoid, nil} {
		for _, upright := range []bool{false, true} {
			way := f.axis(upright, words, avoided).divided()
			if way.places != nil && (best.places == nil || way.length < best.length) {
				best = way
			}
		}
		if best.places != nil {
			break
		}
	}
	f.Upright, f.Seams = best.upright, best.places
	return best.places != nil
}

// seams are one way to divide a piece.
type seams struct {
	upright bool
	places  []MM
	length  MM // of all seams together
}

// axis is the direction along which a piece is divided.
type axis struct {
	upright bool
	length  MM      // of the trim
	before  MM      // folded before 0
	after   MM      // folded beyond length
	across  MM      // how long each seam is
	panel   MM      // the widest panel, folds and welds included
	weld    MM      // on each side of a seam
	free    [][2]MM // where a seam may lie
}

// axis measures the piece in one direction. A seam may lie where its welds touch none of the boxes.
func (f *Finishing) axis(upright bool, words, avoid []Rect) axis {
	sheet := f.Sheet()
	a := axis{upright: upright, length: f.Trim.H, before: f.Fold.Top, after: f.Fold.Bottom, across: sheet.W, panel: f.Roll, weld: f.Weld}
	first, last := f.Hem.Top, f.Hem.Bottom
	if upright {
		a.length, a.before, a.after, a.across = f.Trim.W, f.Fold.Left, f.Fold.Right, sheet.H
		first, last = f.Hem.Left, f.Hem.Right
	}
	taken := [][2]MM{{-seamEdge, first + seamEdge}, {a.length - last - seamEdge, a.length + seamEdge}}
	for _, box := range slices.Concat(words, avoid) {
		from, to := box.Y, box.Bottom()
		if upright {
			from, to = box.X, box.Right()
		}
		taken = append(taken, [2]MM{from - f.Weld - seamClear, to + f.Weld + seamClear})
	}
	slices.SortFunc(taken, func(p, q [2]MM) int { return cmp.Compare(p[0], q[0]) })
	end := taken[0][1]
	for _, t := range taken[1:] {
		if t[0] > end {
			a.free = append(a.free, [2]MM{end, t[0]})
		}
		end = max(end, t[1])
	}
	return a
}

// candidates are places for seams, in whole millimetres: the ends of what is free, its middle, and steps in between.
func (a axis) candidates() []MM {
	step := max(10, a.length/1000)
	var places []MM
	for _, free := range a.free {
		first, last := math.Ceil(float64(free[0])), math.Floor(float64(free[1]))
		if first > last {
			continue
		}
		n := gaps(MM(last-first), step)
		n += n % 2 // so that the middle is among them
		for i := range n + 1 {
			places = append(places, MM(math.Round(first+(last-first)*float64(i)/float64(n))))
		}
	}
	return slices.Compact(places)
}

// roomy is a free space in which a seam is easily placed by hand.
const roomy MM = 200

// risk tells how easily a seam at a place would touch a line if it were made carelessly: in a narrow space, and away from
// the middle of it.
func (a axis) risk(place MM) float64 {
	for _, free := range a.free {
		if place >= free[0] && place <= free[1] {
			half := max((free[1]-free[0])/2, 1)
			narrow := 1 - float64(min(2*half, roomy)/roomy)
			return 0.3*math.Abs(float64((place-free[0])/half-1)) + 0.2*narrow
		}
	}
	return 1
}

// divided returns the least number of seams, placed so that panels are of equal width as far as the free space
// lets them, and where they are easily made. Without a way there are no places.
func (a axis) divided() seams {
	places := append(append([]MM{0}, a.candidates()...), a.length)
	end := len(places) - 1
	type stop struct {
		cost  float64
		count int
		from  int
	}
	stops := make([]stop, len(places))
	ideal := float64(a.length) / float64(gaps(a.length+a.before+a.after, a.panel-2*a.weld))
	for j := 1; j <= end; j++ {
		stops[j] = stop{cost: math.Inf(1), count: math.MaxInt}
		for i := j - 1; i >= 0; i-- {
			if a.printed(places[i], places[j], i == 0, j == end) > a.panel {
				break
			}
			if stops[i].count == math.MaxInt {
				continue
			}
			off := float64(places[j]-places[i])/ideal - 1
			next := stop{stops[i].cost + off*off, stops[i].count + 1, i}
			if j < end {
				next.cost += a.risk(places[j])
			}
			if next.count < stops[j].count || next.count == stops[j].count && next.cost < stops[j].cost {
				stops[j] = next
			}
		}
	}
	if stops[end].count == math.MaxInt {
		return seams{}
	}
	way := seams{upright: a.upright}
	for j := stops[end].from; j > 0; j = stops[j].from {
		way.places = append(way.places, places[j])
		way.length += a.across
	}
	slices.Reverse(way.places)
	return way
}

// printed returns the width of the roll that a panel takes.
func (a axis) printed(from, to MM, first, last bool) MM {
	width := to - from
	if first {
		width += a.before
	} else {
		width += a.weld
	}
	if last {
		return width + a.after
	}
	return width + a.weld
}
