package app

import (
	"strings"
	"time"
	"unicode/utf8"
)

// calendarZone is the zone of every school that the program is for: seven hours ahead of UTC, the whole year.
const calendarZone = "Asia/Ho_Chi_Minh"

// Calendar writes the event's dated ceremonies as an iCalendar object (RFC 5545). The identity of each is that of the
// ceremony, so that a calendar which reads the file again moves an entry rather than adding another. A ceremony without
// an hour takes the whole day. now is when the file is made.
func Calendar(e *Event, now time.Time) string {
	c := &calendar{stamp: now.UTC().Format("20060102T150405Z")}
	c.line("BEGIN", "VCALENDAR")
	c.line("VERSION", "2.0")
	c.line("PRODID", "-//Tiếng Trống//tiengtrong//VI")
	c.line("CALSCALE", "GREGORIAN")
	c.line("METHOD", "PUBLISH")
	c.line("X-WR-CALNAME", escapeText(e.Title))
	c.zone()
	for _, cer := range e.Held() {
		if !cer.Date.IsZero() {
			c.ceremony(e, cer)
		}
	}
	c.line("END", "VCALENDAR")
	return c.String()
}

// calendar is an iCalendar object being written.
type calendar struct {
	strings.Builder
	stamp string
}

// zone describes the zone, which has had one offset since 1975.
func (c *calendar) zone() {
	for _, l := range [][2]string{
		{"BEGIN", "VTIMEZONE"}, {"TZID", calendarZone}, {"BEGIN", "STANDARD"}, {"DTSTART", "19750613T000000"},
		{"TZOFFSETFROM", "+0700"}, {"TZOFFSETTO", "+0700"}, {"TZNAME", "+07"}, {"END", "STANDARD"}, {"END", "VTIMEZONE"},
	} {
		c.line(l[0], l[1])
	}
}

func (c *calendar) ceremony(e *Event, cer Ceremony) {
	c.line("BEGIN", "VEVENT")
	c.line("UID", cer.ID.String())
	c.line("DTSTAMP", c.stamp)
	c.times(cer)
	c.line("SUMMARY", escapeText(cer.Title))
	if place := joined(", ", cer.Place, e.School.Name); place != "" {
		c.line("LOCATION", escapeText(place))
	}
	if text := calendarText(cer); text != "" {
		c.line("DESCRIPTION", escapeText(text))
	}
	c.line("STATUS", "CONFIRMED")
	c.line("END", "VEVENT")
}

// times writes when the ceremony begins and ends.
func (c *calendar) times(cer Ceremony) {
	start, end := cer.Span()
	if start == NoClock {
		c.line("DTSTART;VALUE=DATE", cer.Date.Time().Format("20060102"))
		return
	}
	at := func(clock Clock) string {
		return cer.Date.Time().Add(time.Duration(clock) * time.Minute).Format("20060102T150405")
	}
	c.line("DTSTART;TZID="+calendarZone, at(start))
	if end > start {
		c.line("DTEND;TZID="+calendarZone, at(end))
	}
}

// calendarText tells who leads, who takes part, and the running order.
func calendarText(cer Ceremony) string {
	var lines []string
	for _, f := range [][2]string{{"Phụ trách chung", cer.Lead}, {"Thành phần", cer.Audience}, {"Ghi chú", cer.Notes}} {
		if text := Clean(f[1]); text != "" {
			lines = append(lines, f[0]+": "+text)
		}
	}
	slots := cer.Schedule()
	for i, it := range cer.Program.Items {
		clock := ""
		if cer.Timed(i) {
			clock = slots[i].Start.String()
		}
		lines = append(lines, joined(" ", clock, joined(" – ", it.Title, it.Who)))
	}
	return strings.Join(lines, "\n")
}

// joined joins the texts that aren't blank.
func joined(sep string, texts ...string) string {
	var list []string
	for _, t := range texts {
		if t = Clean(t); t != "" {
			list = append(list, t)
		}
	}
	return strings.Join(list, sep)
}

// escapeText writes a text as a value of type TEXT (RFC 5545, 3.3.11).
func escapeText(text string) string {
	return strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`).Replace(Clean(text))
}

// calendarLine is the longest line in octets, without its end (RFC 5545, 3.1).
const calendarLine = 75

// line writes a content line, folded between letters.
func (c *calendar) line(name, value string) {
	width := 0
	for _, r := range name + ":" + value {
		n := utf8.RuneLen(r)
		if width+n > calendarLine {
			c.WriteString("\r\n ")
			width = 1
		}
		c.WriteRune(r)
		width += n
	}
	c.WriteString("\r\n")
}
