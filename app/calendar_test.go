package app

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// week returns two ceremonies, one of them without an hour, and one without a day.
func week() *Event {
	e := NewEvent()
	e.Title, e.School.Name = "Tuần lễ hưởng ứng học tập suốt đời năm 2025", "Trường Tiểu học Lê Hồng Phong"
	c := broadcast()
	c.Title = "Lễ phát động; “học, học nữa, học mãi” \\ Tuần lễ hưởng ứng học tập suốt đời năm 2025"
	c.Place, c.Lead, c.Notes = "Sân trường", "Ban tổ chức", "Mang ghế\nĐội mũ"
	day := NewCeremony("Trưng bày sách", Date{2025, 9, 6})
	day.Start = NoClock
	e.Ceremonies = []Ceremony{c, day, NewCeremony("Chưa có ngày", Date{})}
	return e
}

// readCalendar unfolds an iCalendar object into the properties of its components, in order.
func readCalendar(t *testing.T, text string) (events []map[string]string) {
	t.Helper()
	if !strings.HasSuffix(text, "\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
		t.Error("a line does not end with CR LF")
	}
	for _, line := range strings.Split(text, "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) {
			t.Errorf("a line of %d octets: %q", len(line), line)
		}
	}
	unescape := strings.NewReplacer(`\\`, `\`, `\;`, ";", `\,`, ",", `\n`, "\n")
	var open []string
	for _, line := range strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\r\n ", "")), "\r\n") {
		name, value, ok := strings.Cut(line, ":")
		switch {
		case !ok:
			t.Errorf("no property: %q", line)
		case name == "BEGIN":
			if open = append(open, value); value == "VEVENT" {
				events = append(events, map[string]string{})
			}
		case name == "END":
			if len(open) == 0 || open[len(open)-1] != value {
				t.Fatalf("%s ends inside %v", value, open)
			}
			open = open[:len(open)-1]
		case open[len(open)-1] == "VEVENT":
			events[len(events)-1][name] = unescape.Replace(value)
		}
	}
	if len(open) > 0 {
		t.Errorf("%v does not end", open)
	}
	return events
}

func TestCalendar(t *testing.T) {
	e := week()
	text := Calendar(e, time.Date(2025, 9, 1, 8, 0, 0, 0, time.FixedZone("+07", 7*3600)))
	events := readCalendar(t, text)
	if len(events) != 2 {
		t.Fatalf("%d events", len(events))
	}
	for name, want := range map[string]string{
		"UID": e.Ceremonies[0].ID.String(), "DTSTAMP": "20250901T010000Z", "DTSTART;TZID=Asia/Ho_Chi_Minh": "20250905T070000",
		"DTEND;TZID=Asia/Ho_Chi_Minh": "20250905T084500", "SUMMARY": e.Ceremonies[0].Title, "LOCATION": "Sân trường, Trường Tiểu học Lê Hồng Phong",
	} {
		if got := events[0][name]; got != want {
			t.Errorf("%s: %q, not %q", name, got, want)
		}
	}
	if d := events[0]["DESCRIPTION"]; !strings.Contains(d, "Ghi chú: Mang ghế\nĐội mũ\n07:00 Đón đại biểu\n") {
		t.Errorf("description: %q", d)
	}
	if got := events[1]; got["DTSTART;VALUE=DATE"] != "20250906" || got["DTEND"] != "" {
		t.Errorf("without an hour: %v", got)
	}
}

func TestCalendarOverMidnight(t *testing.T) {
	e := week()
	e.Ceremonies[0].Start = 23*60 + 30
	e.Ceremonies[0].Program.Items = e.Ceremonies[0].Program.Items[:3]
	if got := readCalendar(t, Calendar(e, time.Now()))[0]["DTEND;TZID=Asia/Ho_Chi_Minh"]; got != "20250906T001500" {
		t.Errorf("ends at %s", got)
	}
}
