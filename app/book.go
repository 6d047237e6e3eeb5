package app

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// BookLine is a line of the sổ khen thưởng as it is written on paper, in Vietnamese whatever the language of the screen.
type BookLine struct {
	*Entry
	Row         int    // in the book, from 1
	Achievement string // award and citation
	Decision    string // its number and date, without "Quyết định số"
	Note        string // void, made again, in whose place; "" where all is as usual
}

// Book returns the lines of the event's register, void ones too: series after series, each in the order of its numbers.
func (e *Event) Book() []BookLine {
	entries := slices.Clone(e.Entries())
	place := map[string]int{}      // of a series: in the order of their first numbers
	instead := map[string]string{} // of a void number: the one that replaces it
	for _, v := range entries {
		if _, known := place[v.Series]; !known {
			place[v.Series] = len(place)
		}
		if v.Replaces != "" {
			instead[v.Replaces] = v.Number
		}
	}
	slices.SortStableFunc(entries, func(a, b *Entry) int {
		return cmp.Or(cmp.Compare(place[a.Series], place[b.Series]), cmp.Compare(a.Seq, b.Seq))
	})
	book := make([]BookLine, len(entries))
	for i, v := range entries {
		book[i] = BookLine{
			Entry: v, Row: i + 1, Achievement: v.Facts.achievement(), Decision: bareDecision(v.Facts.Decision), Note: v.note(instead[v.Number]),
		}
	}
	return book
}

// achievement joins award and citation, without saying the same twice.
func (f Facts) achievement() string {
	switch {
	case f.Award == "" || strings.HasPrefix(Fold(f.Citation), Fold(f.Award)):
		return f.Citation
	case f.Citation == "" || strings.Contains(Fold(f.Award), Fold(f.Citation)):
		return f.Award
	}
	return strings.TrimRight(f.Award, " .,;:") + ": " + f.Citation
}

// longDate is a date as documents write it.
var longDate = regexp.MustCompile(`(?i),? *ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})`)

// bareDecision leaves out what the heading of the column says, and writes the date as tables do.
func bareDecision(text string) string {
	text = longDate.ReplaceAllString(text, ", $1/$2/$3")
	words := strings.Fields(text)
	for _, opening := range []string{"theo quyet dinh so", "quyet dinh so", "quyet dinh"} {
		n := strings.Count(opening, " ") + 1
		if len(words) > n && strings.TrimRight(Fold(strings.Join(words[:n], " ")), ":") == opening {
			return strings.Join(words[n:], " ")
		}
	}
	return text
}

// note tells what became of a number; instead is the one that replaces it, or "".
func (v *Entry) note(instead string) string {
	var parts []string
	if v.Replaces != "" {
		parts = append(parts, "Thay số "+v.Replaces)
	}
	for _, again := range v.Reprints {
		text := "In lại " + again.written()
		if again.Before != nil {
			if was, now := again.Before.difference(v.Facts); was != now {
				text += " (trước ghi: " + was + ")"
			}
		}
		parts = append(parts, text)
	}
	if v.Void != nil {
		parts = append(parts, "Hủy "+v.Void.written())
	}
	if instead != "" {
		parts = append(parts, "thay bằng số "+instead)
	}
	return strings.Join(parts, "; ")
}

// written tells when something was done, and why: "03/10/2025: viết sai tên".
func (a Act) written() string {
	return strings.TrimPrefix(a.Date.Short()+": "+a.Reason, ": ")
}

// BookTitle is the heading of the sổ khen thưởng, and BookSpan the year under it.
const BookTitle = "Sổ khen thưởng"

// BookSpan tells which year the book is of: the school year, or else that of the event.
func (e *Event) BookSpan() string {
	switch {
	case e.SchoolYear() != "":
		return "Năm học " + e.SchoolYear()
	case e.From.Year > 0:
		return "Năm " + strconv.Itoa(e.From.Year)
	}
	return ""
}

// BookOpening is the sentence above the lines of the book.
func BookOpening(book []BookLine) string {
	if len(book) == 0 {
		return "Chưa có số nào được cấp."
	}
	first := book[0].Issued
	for _, l := range book {
		if l.Issued.Before(first) {
			first = l.Issued
		}
	}
	text := "Mở sổ " + first.Long() + "."
	for from := 0; from < len(book); {
		to := from + 1
		for to < len(book) && book[to].Series == book[from].Series {
			to++
		}
		if to-from == 1 {
			text += " Ghi số " + book[from].Number + "."
		} else {
			text += " Ghi từ số " + book[from].Number + " đến số " + book[to-1].Number + "."
		}
		from = to
	}
	return text
}

// BookClosing is the sentence under the lines of the book.
func BookClosing(book []BookLine, pages int) string {
	entries := make([]*Entry, len(book))
	for i, l := range book {
		entries[i] = l.Entry
	}
	t := Totals(entries)
	text := "Cộng: " + strconv.Itoa(t.Issued) + " số đã cấp; " + strconv.Itoa(t.InForce) + " số có hiệu lực, " + strconv.Itoa(t.Void) + " số đã hủy"
	if t.Reprinted > 0 {
		text += ", " + strconv.Itoa(t.Reprinted) + " giấy in lại"
	}
	if pages > 0 {
		text += ". Sổ có " + strconv.Itoa(pages) + " trang"
	}
	return text + "."
}
