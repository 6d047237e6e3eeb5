package app

import (
	"fmt"
	"slices"
	"strings"
)

// SpeechPart is a paragraph of a speech.
type SpeechPart struct {
	Text    string
	Heading bool // whom the points after it are for
	Point   bool
}

// Speech drafts the speech with which the head of the school opens the event: why, what is going to happen, what is asked of
// each audience. Everything in it comes from the event's own facts; the speaker makes it their own.
func Speech(e *Event) []SpeechPart {
	s := &speech{event: e}
	s.say("Kính thưa quý vị đại biểu!")
	s.say("Kính thưa các thầy giáo, cô giáo! Thưa quý bậc cha mẹ học sinh!")
	s.say("Các em học sinh thân mến!")
	s.reason()
	s.activities()
	s.asks()
	switch {
	case s.launches():
		s.say(fmt.Sprintf("Với tinh thần đó, thay mặt lãnh đạo nhà trường, tôi chính thức phát động %s.", s.launched()))
	case s.asked:
		s.say("Nhà trường tin tưởng thầy và trò sẽ cùng nhau làm tốt những việc ấy.")
	}
	s.say("Xin kính chúc quý vị đại biểu, các thầy giáo, cô giáo, quý bậc cha mẹ học sinh mạnh khỏe, hạnh phúc. Chúc các em học sinh chăm ngoan, ham học và học được nhiều điều hay.")
	s.say("Xin trân trọng cảm ơn!")
	return s.parts
}

// SpeechTitle is what stands above the draft.
func SpeechTitle(e *Event) string {
	s := &speech{event: e}
	if s.launches() {
		return "Bài phát biểu phát động " + s.launched()
	}
	return "Bài phát biểu tại " + s.named()
}

// SpeechText writes the draft as plain text, to be edited in any program.
func SpeechText(e *Event) string {
	var b strings.Builder
	b.WriteString(strings.ToUpper(SpeechTitle(e)) + "\n")
	for _, p := range Speech(e) {
		if p.Point {
			b.WriteString("- " + p.Text + "\n")
		} else {
			b.WriteString("\n" + p.Text + "\n")
		}
	}
	return b.String()
}

// speech is a draft being put together.
type speech struct {
	event *Event
	parts []SpeechPart
	asked bool // whether anything is asked of anybody
}

func (s *speech) say(text string) { s.parts = append(s.parts, SpeechPart{Text: text}) }

// launching are words of events that a speech launches. Others are commemorated, opened or closed.
var launching = []string{"phát động", "tuần lễ", "tháng", "phong trào", "ngày hội"}

// launches tells whether the event is one that a speech launches.
func (s *speech) launches() bool {
	title := strings.ToLower(Clean(s.event.Title))
	return title == "" || slices.ContainsFunc(launching, func(word string) bool { return strings.Contains(title, word) })
}

// launched is what is launched: of a ceremony that is itself the launch, what it is for.
func (s *speech) launched() string { return strings.TrimPrefix(s.named(), "Lễ phát động ") }

// named is the event's title within a sentence.
func (s *speech) named() string {
	if title := Clean(s.event.Title); title != "" {
		return title
	}
	return "……"
}

// reason tells what the event rests on, where and when it opens, and its theme.
func (s *speech) reason() {
	e := s.event
	opening := joined(" ", "Hôm nay,", launchDay(e), Clean(e.School.Name), "tổ chức", launchTitle(e))
	if basis := Clean(strings.ReplaceAll(e.Basis, "\n", " ")); basis != "" {
		opening = "Thực hiện " + strings.TrimRight(basis, ".;") + ", " + lowerFirst(opening)
	}
	s.say(opening + ".")
	if theme := Clean(e.Theme); theme != "" {
		s.say("Chủ đề năm nay là “" + strings.TrimRight(theme, ".!") + "”. Chủ đề ấy không ở đâu xa: nó bắt đầu từ việc làm hằng ngày của mỗi thầy cô, mỗi gia đình và mỗi em học sinh.")
	}
}

func launchDay(e *Event) string {
	if len(e.Ceremonies) == 0 || e.DayOf(e.Ceremonies[0]).IsZero() {
		return ""
	}
	return e.DayOf(e.Ceremonies[0]).Long() + ","
}

func launchTitle(e *Event) string {
	if len(e.Ceremonies) > 0 && Clean(e.Ceremonies[0].Title) != "" {
		return e.Ceremonies[0].Title
	}
	return e.Title
}

// activities lists the ceremonies that follow the first one.
func (s *speech) activities() {
	e := s.event
	if len(e.Ceremonies) < 2 {
		return
	}
	span := ""
	if !e.From.IsZero() && !e.To.IsZero() {
		span = fmt.Sprintf(" Từ %s đến %s,", e.From.Long(), e.To.Long())
	}
	s.parts = append(s.parts, SpeechPart{Text: strings.TrimSpace(span + " nhà trường phối hợp tổ chức các hoạt động:"), Heading: true})
	for _, c := range e.Held()[1:] {
		day := ""
		if !c.Date.IsZero() {
			day = fmt.Sprintf("Ngày %02d/%02d:", c.Date.Day, c.Date.Month)
		}
		place := ""
		if Clean(c.Place) != "" {
			place = "(" + Clean(c.Place) + ")"
		}
		s.parts = append(s.parts, SpeechPart{Text: joined(" ", day, c.Title, place) + ".", Point: true})
	}
}

// asks tells each audience what the school asks of it.
func (s *speech) asks() {
	for _, a := range s.event.Asks {
		if len(a.Said()) == 0 {
			continue
		}
		if !s.asked {
			s.asked = true
			s.say("Để các hoạt động thiết thực và có ích, tôi kêu gọi toàn trường cùng quý vị hưởng ứng bằng những việc cụ thể.")
		}
		s.parts = append(s.parts, SpeechPart{Text: "Đối với " + lowerFirst(Clean(a.Audience)) + ":", Heading: true})
		for _, point := range a.Said() {
			s.parts = append(s.parts, SpeechPart{Text: point, Point: true})
		}
	}
}

// lowerFirst begins a text with a small letter, for the middle of a sentence.
func lowerFirst(text string) string {
	for _, r := range text {
		return strings.ToLower(string(r)) + text[len(string(r)):]
	}
	return text
}
