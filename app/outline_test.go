package app

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// planned returns a program as its lines: "#name" is the heading of a part, "#" of items without one, others are items.
func planned(lines string) Program {
	var o Outline
	for _, line := range strings.Fields(lines) {
		if name, ok := strings.CutPrefix(line, "#"); ok {
			o = append(o, heading(NewID(), name))
			continue
		}
		o = append(o, itemRow(NewItem(line)))
	}
	return o.Program()
}

// lines writes an outline as planned reads it, after its items were put into their parts.
func lines(o Outline) string {
	var said []string
	for _, row := range o.Program().Outline() {
		if row.Heading {
			said = append(said, "#"+row.Part)
		} else {
			said = append(said, row.Item.Title)
		}
	}
	return strings.Join(said, " ")
}

// chosenIn returns the rows with these titles, or "#name".
func chosenIn(o Outline, titles string) Chosen {
	chosen := Chosen{}
	for _, row := range o {
		title := row.Item.Title
		if row.Heading {
			title = "#" + row.Part
		}
		if slices.Contains(strings.Fields(titles), title) {
			chosen[row.RowID] = true
		}
	}
	return chosen
}

func TestOutline(t *testing.T) {
	up := func(o Outline, c Chosen) Outline { return o.Moved(c, false) }
	down := func(o Outline, c Chosen) Outline { return o.Moved(c, true) }
	to := func(i int) func(Outline, Chosen) Outline {
		return func(o Outline, c Chosen) Outline { return o.MovedTo(c, i) }
	}
	group := func(o Outline, c Chosen) Outline { o, _ = o.Grouped(c, "mới"); return o }
	twice := func(o Outline, c Chosen) Outline {
		return o.Inserted(c, o.Taken(c).Copies(func(name string) string { return name + "2" }))
	}
	insert := func(o Outline, c Chosen) Outline { return o.Inserted(c, planned("mới").Outline()) }
	insertPart := func(o Outline, c Chosen) Outline { return o.Inserted(c, planned("#hát mới").Outline()) }
	const two = "a #lễ b c #hội d e"
	for _, c := range []struct {
		name, before, chosen string
		change               func(Outline, Chosen) Outline
		want                 string
	}{
		{"an item moves up", two, "c", up, "a #lễ c b #hội d e"},
		{"over a heading into the part above", two, "d", up, "a #lễ b c d #hội e"},
		{"out of the first part", two, "b", up, "a b #lễ c #hội d e"},
		{"down into a part", two, "a", down, "#lễ a b c #hội d e"},
		{"the first stays", two, "a", up, two},
		{"the last stays", two, "e", down, two},
		{"several come together", two, "c e", up, "a #lễ c e b #hội d"},
		{"several move down, and leave their part empty", two, "b c", down, "a #lễ #hội b c d e"},
		{"a part moves over a part", two, "#hội", up, "a #hội d e #lễ b c"},
		{"over items without a part", two, "#lễ", up, "#lễ b c # a #hội d e"},
		{"a part moves down", two, "#lễ", down, "a #hội d e #lễ b c"},
		{"dropped", two, "e", to(2), "a #lễ e b c #hội d"},
		{"dropped where it is", two, "b c", to(3), two},
		{"a part is dropped between parts", two, "#hội", to(3), two},
		{"a part is dropped at the top", two, "#hội", to(0), "#hội d e # a #lễ b c"},
		{"removed with the items", two, "#lễ", Outline.Without, "a #hội d e"},
		{"some removed", two, "a d", Outline.Without, "#lễ b c #hội e"},
		{"the heading alone", two, "#hội", Outline.Ungrouped, "a #lễ b c d e"},
		{"the first heading alone", two, "#lễ", Outline.Ungrouped, "a b c #hội d e"},
		{"a part begins", two, "c", group, "a #lễ b #mới c #hội d e"},
		{"some become a part", two, "b d", group, "a #mới b d #lễ c #hội e"},
		{"what follows has no part", "a b c", "a b", group, "#mới a b # c"},
		{"an empty part after a part", two, "#lễ", group, "a #lễ b c #mới #hội d e"},
		{"an empty part at the end", two, "#hội", group, "a #lễ b c #hội d e #mới"},
		{"the first part is empty", "", "", group, "#mới"},
		{"an item into an empty part", "#lễ a #hội #thi", "a", down, "#lễ #hội a #thi"},
		{"an empty part moves up", "#lễ a #hội #thi", "#thi", up, "#lễ a #thi #hội"},
		{"an empty part moves over items without a part", "a #lễ", "#lễ", up, "#lễ # a"},
		{"two parts of one name", "#lễ a #lễ b", "b", up, "#lễ a b #lễ"},
		{"an empty part is copied", "#lễ #hội a", "#lễ", twice, "#lễ #lễ2 #hội a"},
		{"all items of a part go", two, "d e", Outline.Without, "a #lễ b c #hội"},
		{"all items of a part become another", two, "b c", group, "a #mới b c #lễ #hội d e"},
		{"items are copied", two, "b d", twice, "a #lễ b c #hội d b d e"},
		{"a part is copied", two, "#lễ", twice, "a #lễ b c #lễ2 b c #hội d e"},
		{"after a row", two, "b", insert, "a #lễ b mới c #hội d e"},
		{"first in a part", two, "#hội", insert, "a #lễ b c #hội mới d e"},
		{"at the end", two, "", insert, "a #lễ b c #hội d e mới"},
		{"a part after a part", two, "b", insertPart, "a #lễ b c #hát mới #hội d e"},
	} {
		o := planned(c.before).Outline()
		if got := lines(c.change(o, chosenIn(o, c.chosen))); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if got := lines(o); got != c.before {
			t.Errorf("%s: the outline itself became %s", c.name, got)
		}
	}
}

// TestPartsAreReadFromHeadings reads lists as schools write them.
func TestPartsAreReadFromHeadings(t *testing.T) {
	for name, c := range map[string]struct{ list, want string }{
		"a numbered heading in the first column": {"Thời gian|Nội dung|Người phụ trách\nI. PHẦN LỄ||\n7h00|Chào cờ|Đội\nII. PHẦN HỘI||\n7h05|Trò chơi|Đoàn", "#PHẦN LỄ Chào cờ #PHẦN HỘI Trò chơi"},
		"beside its number":                      {"STT|Thời gian|Nội dung\nA||Phần lễ\n1|7h00|Chào cờ\nB||Giao lưu văn nghệ\n2|7h05|Hát", "#Phần lễ Chào cờ #Giao lưu văn nghệ Hát"},
		"the name alone":                         {"Thời gian|Nội dung\n7h00|Đón khách\n|Phần hội\n7h05|Trò chơi", "Đón khách #Phần hội Trò chơi"},
		"an item that sounds like a part":        {"Thời gian|Nội dung|Người phụ trách\n7h00|Phần thi của khối 1|Cô Hoa\n|Phần thi của khối 2|Cô Mai", "Phần thi của khối 1 Phần thi của khối 2"},
		"the column decides":                     {"Thời gian|Nội dung|Phần\n|Phần lễ|Phần lễ\n7h00|Chào cờ|Phần lễ\n7h05|Giải lao|", "#Phần lễ Chào cờ # Giải lao"},
	} {
		r, err := ReadProgram(rowsOf(c.list))
		if err != nil || len(r.LeftOut) > 0 {
			t.Errorf("%s: %v %v", name, err, r.LeftOut)
		}
		if got := lines((Program{Items: r.Items}).Outline()); got != c.want || r.Headings != strings.Count(got, "#")-strings.Count(got, "# ") {
			t.Errorf("%s: %s, %d headings", name, got, r.Headings)
		}
	}
}

func TestOutlineKeepsItems(t *testing.T) {
	p := planned("#lễ a b # c")
	p.Items[0].SetCue(Sound, "nhạc")
	o := p.Outline()
	copies := o.Copies(func(name string) string { return name })
	if got := lines(copies); got != "#lễ a b # c" {
		t.Error(got)
	}
	for i, row := range copies {
		if o.Index(row.RowID) >= 0 {
			t.Errorf("row %d has the identity of another", i)
		}
	}
	if it := copies.Program().Items[0]; it.Cue(Sound) != "nhạc" {
		t.Error("the copy has no cue")
	}
	renamed := o.Renamed(o[0].RowID, " phần  một ")
	if items := renamed.Program().Items; items[0].Part != "phần một" || items[1].Part != "phần một" || items[2].Part != "" || p.Items[0].Part != "lễ" {
		t.Errorf("%+v", items)
	}
	if len(p.Items) != len(o.Program().Items) || !slices.EqualFunc(p.Items, o.Program().Items, func(a, b Item) bool { return a.ID == b.ID }) {
		t.Error("an outline lost an item")
	}
}

// TestPartsOfOlderPrograms reads a program of which the items know the names of their parts alone.
func TestPartsOfOlderPrograms(t *testing.T) {
	p := planned("#lễ a b # c")
	for i := range p.Items {
		p.Items[i].PartID = ID{}
	}
	o := p.Outline()
	if got := lines(o); got != "#lễ a b # c" {
		t.Error(got)
	}
	moved := o.Moved(chosenIn(o, "a"), true)
	if got := lines(moved); got != "#lễ b a # c" || moved[0].RowID != o[0].RowID || moved.Program().Outline()[0].RowID != o[0].RowID {
		t.Errorf("%s: the heading became another when its first item moved", got)
	}
}

// TestAnOutlineIsItsProgram makes random outlines, with empty parts and equal names.
func TestAnOutlineIsItsProgram(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var o Outline
		for range random.IntN(9) {
			switch random.IntN(3) {
			case 0:
				o = append(o, heading(NewID(), []string{"", "lễ", "hội"}[random.IntN(3)]))
			default:
				o = append(o, itemRow(NewItem("a")))
			}
		}
		if again := o.Program().Outline(); !again.Same(o) {
			t.Fatalf("%+v became %+v", o, again)
		}
		c := Ceremony{Program: o.Program()}.Duplicate()
		if got, want := lines(c.Program.Outline()), lines(o); got != want {
			t.Fatalf("the copy of %s is %s", want, got)
		}
	}
}
