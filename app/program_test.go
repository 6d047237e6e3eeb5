package app

import (
	"slices"
	"testing"
)

func TestSchedule(t *testing.T) {
	p := Program{Items: []Item{
		{Minutes: 15, HardStart: NoClock},
		{Minutes: 10, HardStart: NoClock},
		{Minutes: 20, HardStart: 8 * 60},   // 35 minutes after the item before ended
		{Minutes: 5, HardStart: 8*60 + 10}, // while the item before still runs
		{Minutes: 5, HardStart: 8*60 + 15}, // exactly when it ends
		{Minutes: -3, HardStart: NoClock},  // nonsense takes no time
	}}
	want := []Slot{
		{7 * 60, 7*60 + 15, 0}, {7*60 + 15, 7*60 + 25, 0}, {8 * 60, 8*60 + 20, 35},
		{8*60 + 10, 8*60 + 15, -10}, {8*60 + 15, 8*60 + 20, 0}, {8*60 + 20, 8*60 + 20, 0},
	}
	for i, got := range p.Schedule(7 * 60) {
		if got != want[i] {
			t.Errorf("item %d: %+v, want %+v", i+1, got, want[i])
		}
	}
	if got := p.Minutes(7 * 60); got != 15+10+20 { // the overlap counts once
		t.Errorf("total %d", got)
	}
	if minutes, waiting := (Ceremony{Start: 7 * 60, Program: p}).Lasts(); minutes != 80 || waiting != 35 { // 15+10+20 and 35
		t.Errorf("lasts %d minutes, %d of them waiting", minutes, waiting)
	}
	if minutes, waiting := (Ceremony{Start: NoClock, Program: p}).Lasts(); waiting != 0 || minutes != p.Minutes(0) {
		t.Errorf("without an hour: %d minutes, %d of them waiting", minutes, waiting)
	}
	if (Ceremony{Start: 450}).End() != 450 {
		t.Error("an empty program ends when it starts")
	}
}

func TestCues(t *testing.T) {
	var it Item
	it.SetCue(Sound, "bài 1")
	it.SetCue(Light, "sáng")
	it.SetCue(Sound, "bài 2")
	it.SetCue(Light, "")
	if len(it.Cues) != 1 || it.Cue(Sound) != "bài 2" || it.Cue(Light) != "" {
		t.Errorf("cues: %+v", it.Cues)
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"1/10/2025": "2025-10-01", "01-10-2025": "2025-10-01", "2025-10-01": "2025-10-01", "29.2.2024": "2024-02-29", "": "",
		"31/9/2025": "!", "29/2/2025": "!", "hôm nay": "!", "1/10": "!", "1/1/25": "!", "1/13/2025": "!",
	} {
		d, err := ParseDate(text)
		if got := d.String(); err == nil && got != want || err != nil && want != "!" {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
	for d, want := range map[Date]string{
		{2025, 10, 1}:  "ngày 01 tháng 10 năm 2025",
		{2026, 2, 15}:  "ngày 15 tháng 02 năm 2026",
		{2026, 3, 9}:   "ngày 09 tháng 3 năm 2026",
		{2025, 11, 20}: "ngày 20 tháng 11 năm 2025",
	} {
		if got := d.Long(); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
	if n := (Date{2025, 9, 30}).DaysUntil(Date{2025, 10, 7}); n != 7 {
		t.Errorf("days: %d", n)
	}
}

func TestClocks(t *testing.T) {
	for text, want := range map[string]string{
		"07:30": "07:30", "7h30": "07:30", "7 giờ 30": "07:30", "7h": "07:00", "23:59": "23:59", "7g05": "07:05", "": "",
		"24:00": "!", "7:60": "!", "sáng": "!", "-1:00": "!",
	} {
		c, err := ParseClock(text)
		if got := c.String(); err == nil && got != want || err != nil && want != "!" {
			t.Errorf("%q: %q, %v; want %q", text, got, err, want)
		}
	}
}

func TestParts(t *testing.T) {
	p := Program{Items: []Item{
		{Minutes: 10, HardStart: NoClock, Part: "Phần lễ"},
		{Minutes: 20, HardStart: NoClock, Part: "Phần lễ "},
		{Minutes: 20, HardStart: 7*60 + 20, Part: "Phần hội"}, // ten minutes before the one before it ends
		{Minutes: 5, HardStart: NoClock},
	}}
	for i := range p.Items {
		p.Items[i].ID = NewID()
	}
	want := []PartSpan{
		{p.Items[0].ID, "Phần lễ", 0, 2, 7 * 60, 7*60 + 30, 30}, {p.Items[2].ID, "Phần hội", 2, 3, 7*60 + 20, 7*60 + 40, 20},
		{p.Items[3].ID, "", 3, 4, 7*60 + 40, 7*60 + 45, 5},
	}
	got := p.Parts(7 * 60)
	if !slices.Equal(got, want) || p.Minutes(7*60) != 45 {
		t.Errorf("%+v, in all %d", got, p.Minutes(7*60))
	}
}
