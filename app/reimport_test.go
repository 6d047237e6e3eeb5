package app

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// rosterOf makes a roster of lines "name, class, birthday, award", whose rows count from two.
func rosterOf(lines ...string) *Roster {
	r := NewRoster("danh sách")
	for i, line := range lines {
		cells := append(strings.Split(line, ", "), "", "", "")
		born, err := ParseDate(cells[2])
		if err != nil {
			panic(err)
		}
		r.Recipients = append(r.Recipients, &Recipient{ID: NewID(), Row: i + 2, Name: cells[0], Class: cells[1], Born: born, Award: cells[3]})
	}
	return r
}

func TestDuplicates(t *testing.T) {
	for _, c := range []struct {
		a, b, kind string
		differs    string
	}{
		{"Lê Thị Hoa, 5A, 1/2/2015", "LÊ THỊ HOA, 5 a, 1/2/2015", AlikeSame, "name class"},
		{"Lê Thị Hoa, 5A, 1/2/2015, Giỏi", "Lê Thị Hoa, 5A, 1/2/2015, Xuất sắc", AlikeSame, "award"},
		{"Lê Thị Hoa, 5A", "Lê Thị Hoa, 5A", AlikeSame, ""},
		{"Lê Thị Hoà, 5A, 1/2/2015", "Lê Thị Hòa, 5A, 1/2/2015", AlikeMarks, "name"},
		{"Lê Thị Hoa, 5A, 1/2/2015", "Le Thi Hoa, 5A", AlikeMarks, "name born"},
		{"Lê Thị Hoa, 5A, 1/2/2015", "Lê Thị Hòa, 5A, 3/2/2015", "", ""},
		{"Lê Thị Hoa, 5A, 1/2/2015", "Lê Thị Hoa, 5B, 1/2/2015", AlikeClass, "class"},
		{"Lê Thị Hoa, 5A", "Lê Thị Hoa, 5B", "", ""},
		{"Lê Thị Hoa, 5A, 1/2/2015", "Lê Thị Hoa, 5A, 2/1/2015", AlikeBorn, "born"},
		{"Lê Hoa, 5A, 1/2/2015", "Lê Thị Hoa, 5A, 1/2/2015", AlikeWord, "name"},
		{"Lê Thị Quyên, 5A, 1/2/2015", "Lê Thị Quyn, 5A, 1/2/2015", AlikeLetter, "name"},
		{"Lê Thị Lan, 5A, 1/2/2015", "Lê Thị Loan, 5A, 1/3/2015", "", ""},
		{"Lê Thị Lan, 5A, 1/2/2015", "Vũ Thị Lan, 5A, 1/2/2015", "", ""},
	} {
		r := rosterOf(c.a, c.b)
		got := Duplicates(r.Recipients)
		if c.kind == "" && len(got) > 0 || c.kind != "" && (len(got) != 1 || got[0].Kind != c.kind || strings.Join(got[0].Differs, " ") != c.differs) {
			t.Errorf("%s / %s: %+v", c.a, c.b, got)
			continue
		}
		if len(got) > 0 && (got[0].A != r.Recipients[0] || got[0].B != r.Recipients[1]) {
			t.Errorf("%s / %s: the wrong way round", c.a, c.b)
		}
	}
}

// told writes changes as a person would read them.
func told(c Changes) string {
	var b strings.Builder
	for _, r := range c.Added {
		fmt.Fprintf(&b, "+ %s, %s\n", r.Name, r.Class)
	}
	for _, change := range c.Changed {
		fmt.Fprintf(&b, "%s:", change.Kind)
		for _, f := range change.Fields {
			fmt.Fprintf(&b, " %s → %s", change.Before.Text(f), change.After.Text(f))
		}
		b.WriteByte('\n')
	}
	for _, r := range c.Gone {
		fmt.Fprintf(&b, "- %s, %s\n", r.Name, r.Class)
	}
	for _, r := range c.Kept {
		fmt.Fprintf(&b, "= %s, %s\n", r.Name, r.Class)
	}
	return b.String() + fmt.Sprintf("%d unchanged", c.Unchanged)
}

func TestReimportKeepsWhoIsRecognised(t *testing.T) {
	old := rosterOf(
		"Lê Thị Hoa, 5A, 1/2/2015, Giỏi", "Trần Văn An, 5A, 3/4/2015, Giỏi", "Vũ Mai, 5A, 5/6/2015, Giỏi", "Đỗ Bình, 5B, 7/8/2015, Giỏi",
		"Phạm Quyên, 5B, 9/9/2015, Giỏi", "Hồ Tú, 5B, 2/2/2015, Giỏi", "Bùi Sơn, 5B, 3/3/2015, Giỏi", "Ngô Lan, 5C, 4/4/2015, Giỏi",
		"Hai Giải, 5C, 5/5/2015, Toán", "Hai Giải, 5C, 5/5/2015, Văn", "Cô Mây, 5C")
	old.Recipients[10].Row = 0
	list := rosterOf(
		"Bùi Sơn, 5A, 3/3/2015, Giỏi", "Lê Thị Hòa, 5A, 1/2/2015, Giỏi", "Trần Văn An, 5A, 4/3/2015, Giỏi", "Vũ Ngọc Mai, 5A, 5/6/2015, Giỏi",
		"Đỗ Bình, 5B, 7/8/2015, Xuất sắc", "Phạm Quyn, 5B, 9/9/2015, Giỏi", "Hồ Tú, 5B, 2/2/2015, Giỏi", "Mới Đến, 5B, 1/1/2015, Giỏi",
		"Hai Giải, 5C, 5/5/2015, Văn", "Hai Giải, 5C, 5/5/2015, Toán")
	all := map[string]string{FieldClass: "Lớp", FieldBorn: "Ngày sinh", FieldGender: "Nữ", FieldAward: "Danh hiệu", FieldCitation: "Nội dung"}
	c := Reimport(old, list, all)
	const want = `+ Mới Đến, 5B
class: 5B → 5A
marks: Lê Thị Hoa → Lê Thị Hòa
born: 03/04/2015 → 04/03/2015
word: Vũ Mai → Vũ Ngọc Mai
same: Giỏi → Xuất sắc
letter: Phạm Quyên → Phạm Quyn
- Ngô Lan, 5C
= Cô Mây, 5C
3 unchanged`
	if got := told(c); got != want {
		t.Errorf("got:\n%s", got)
	}
	checkReimport(t, old, list, c)
	for i, was := range []int{6, 0, 1, 2, 3, 4, 5, -1, 9, 8, 10} {
		if was >= 0 && c.Roster.Recipients[i].ID != old.Recipients[was].ID {
			t.Errorf("%s is not who it was", c.Roster.Recipients[i].Name)
		}
	}
}

// checkReimport checks that nobody is lost, nobody comes twice, and identities belong to one person each.
func checkReimport(t *testing.T, old, list *Roster, c Changes) {
	t.Helper()
	if c.Roster.ID != old.ID || len(c.Roster.Recipients) != len(list.Recipients)+len(c.Kept) {
		t.Errorf("%d recipients of a list of %d", len(c.Roster.Recipients), len(list.Recipients))
	}
	if n := len(c.Changed) + c.Unchanged + len(c.Gone) + len(c.Kept); n != len(old.Recipients) {
		t.Errorf("%d of the %d before are accounted for", n, len(old.Recipients))
	}
	if n := len(c.Changed) + c.Unchanged + len(c.Added); n != len(list.Recipients) {
		t.Errorf("%d of the %d now are accounted for", n, len(list.Recipients))
	}
	seen := map[ID]bool{}
	for _, r := range c.Roster.Recipients {
		if seen[r.ID] {
			t.Errorf("two are %s, %s", r.Name, r.ID)
		}
		seen[r.ID] = true
	}
}

func TestReimportDoesNotGuess(t *testing.T) {
	for _, c := range []struct{ name, old, list, want string }{
		{"two could be the one", "Lê Lan, 5A; Lê Len, 5A", "Lê Lon, 5A", "+ Lê Lon, 5A\n- Lê Lan, 5A\n- Lê Len, 5A\n0 unchanged"},
		{"one could be the two", "Lê Lan, 5A", "Lê Lon, 5A; Lê Len, 5A", "+ Lê Lon, 5A\n+ Lê Len, 5A\n- Lê Lan, 5A\n0 unchanged"},
		{"an apostrophe that a spreadsheet bends", "H'Hen Niê, 5A; H' Lim Êban, 5A", "H’Hen Niê, 5A; H'Lim Êban, 5A",
			"same: H'Hen Niê → H’Hen Niê\nsame: H' Lim Êban → H'Lim Êban\n0 unchanged"},
		{"nobody stays", "Lê Lan, 5A", "Vũ Sơn, 5B", "+ Vũ Sơn, 5B\n- Lê Lan, 5A\n0 unchanged"},
		{"a school that counts its classes otherwise", "Lê Lan, 5A", "Lê Lan, 5/1", "name: 5A → 5/1\n0 unchanged"},
	} {
		old, list := rosterOf(strings.Split(c.old, "; ")...), rosterOf(strings.Split(c.list, "; ")...)
		changes := Reimport(old, list, map[string]string{FieldClass: "Lớp"})
		if got := told(changes); got != c.want {
			t.Errorf("%s:\n%s", c.name, got)
		}
		checkReimport(t, old, list, changes)
	}
}

func TestReimportKeepsWhatTheListDoesNotTell(t *testing.T) {
	c := Reimport(rosterOf("Lê Lan, 5A, 1/2/2015, Giỏi"), rosterOf("Lê Lan, 5A"), map[string]string{FieldName: "Họ tên", FieldClass: "Lớp"})
	if got := told(c); got != "1 unchanged" || c.Roster.Recipients[0].Award != "Giỏi" {
		t.Error(got)
	}
}

// linesOf reads lines "name, class, birthday" as rosterOf does, whatever stands in them.
func linesOf(text string) *Roster {
	r := NewRoster("")
	for i, line := range strings.Split(text, "\n") {
		cells := append(strings.Split(line, ", "), "", "", "")
		born, _ := ParseDate(cells[2])
		r.Recipients = append(r.Recipients, &Recipient{ID: NewID(), Row: i % 5, Name: cells[0], Class: cells[1], Born: born, Award: cells[3]})
	}
	return r
}

// Whatever two lists hold, nobody is lost, and nobody becomes two.
func FuzzReimport(f *testing.F) {
	f.Add("Lê Lan, 5A, 1/2/2015\nLê Lan, 5A\nVũ Sơn, 5B", "Lê Làn, 5A\nLê Lan, 5B, 1/2/2015\nVũ Sơn")
	f.Add("a\na\na, b\n", "a\nA\naa, b")
	f.Fuzz(func(t *testing.T, before, after string) {
		old, list := linesOf(before), linesOf(after)
		checkReimport(t, old, list, Reimport(old, list, nil))
		Duplicates(old.Recipients)
	})
}

func TestUpdateRosterIsOneEdit(t *testing.T) {
	e := NewEvent()
	old := rosterOf("Lê Lan, 5A", "Vũ Sơn, 5A")
	e.Rosters = []*Roster{old}
	d := NewDocument(e)
	c := Reimport(old, rosterOf("Vũ Sơn, 5A", "Đỗ Mai, 5A"), nil)
	d.Edit("nhập lại", "", func(e *Event) { e.UpdateRoster(c) })
	if names := namesOf(d.Event().Roster(old.ID)); !slices.Equal(names, []string{"Vũ Sơn", "Đỗ Mai"}) {
		t.Error(names)
	}
	d.Undo()
	if names := namesOf(d.Event().Roster(old.ID)); !slices.Equal(names, []string{"Lê Lan", "Vũ Sơn"}) {
		t.Error(names)
	}
}

func namesOf(r *Roster) []string {
	var names []string
	for _, p := range r.Recipients {
		names = append(names, p.Name)
	}
	return names
}

// crowdOf makes n recipients. Few names serve for many, as in life; told says whether the list tells class and birthday.
func crowdOf(n int, told bool) *Roster {
	family, middle := strings.Fields("Nguyễn Trần Lê Phạm Vũ Đặng Bùi Đỗ Hồ Ngô"), strings.Fields("Thị Văn Hữu Ngọc Gia Minh Đức")
	given := strings.Fields("Ánh Bình Cúc Dũng Đức Em Giang Hà Khánh Lan Mai Nam Oanh Phúc Quân Sơn Tú Uyên Vân Yến")
	r := NewRoster("")
	for i := range n {
		p := &Recipient{ID: NewID(), Row: i + 2, Name: strings.Join([]string{family[i%10], middle[i/10%7], given[i/70%20]}, " ")}
		if told {
			p.Class = fmt.Sprintf("%dA%d", i/40%12+1, i/480)
			p.Born = Date{2008 + i%12, i/7%12 + 1, i/11%28 + 1}
		}
		r.Recipients = append(r.Recipients, p)
	}
	return r
}

func BenchmarkDuplicates100000(b *testing.B) {
	for name, told := range map[string]bool{"told": true, "names only": false} {
		b.Run(name, func(b *testing.B) {
			list := crowdOf(100000, told).Recipients
			b.ReportAllocs()
			for b.Loop() {
				Duplicates(list)
			}
		})
	}
}

func BenchmarkReimport100000(b *testing.B) {
	old, list := crowdOf(100000, true), crowdOf(100000, true)
	for i := 0; i < len(list.Recipients); i += 50 {
		list.Recipients[i].Name += "h"
	}
	b.ReportAllocs()
	for b.Loop() {
		Reimport(old, list, nil)
	}
}
