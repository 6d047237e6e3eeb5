package app

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// AwardRule is a regulation that names titles of awards, for some grades from and until some day.
type AwardRule struct {
	Name   string      `json:"name"`   // "Thông tư 27/2020/TT-BGDĐT, Điều 13"
	Source string      `json:"source"` // where words and days come from
	Titles []string    `json:"titles"`
	Terms  []AwardTerm `json:"terms"`

	Unchecked LaterRule `json:"unchecked,omitzero"`
}

// LaterRule is a regulation that may have changed another, and whose text nobody could compare with it.
type LaterRule struct {
	Rule string `json:"rule"` // its name; "" for none
	From Date   `json:"from"`
	Why  string `json:"why"` // what is known of it, and from where
}

// AwardTerm says from which day until which, both included, a rule holds for some grades; a zero Until is still to come.
type AwardTerm struct {
	Grades []int `json:"grades"`
	From   Date  `json:"from"`
	Until  Date  `json:"until"`
}

// AwardRules are the rules by which the proof reads titles of awards.
type AwardRules []AwardRule

// LoadAwardRules reads the rules in fsys, one JSON file each, in the order of their names.
func LoadAwardRules(fsys fs.FS) (AwardRules, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, fmt.Errorf("read award rules: %w", err)
	}
	rules := make(AwardRules, len(names))
	for i, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			err = json.Unmarshal(data, &rules[i])
		}
		if err != nil {
			return nil, fmt.Errorf("read award rule %s: %w", name, err)
		}
	}
	return rules, nil
}

// holds tells whether the rule is in force for one of the grades on a day.
func (r AwardRule) holds(grades []int, day Date) bool {
	return slices.ContainsFunc(r.Terms, func(t AwardTerm) bool {
		inTime := !day.Before(t.From) && (t.Until.IsZero() || !t.Until.Before(day))
		return inTime && slices.ContainsFunc(grades, func(grade int) bool { return slices.Contains(t.Grades, grade) })
	})
}

// cited names the rule as people may rely on it on a day.
func (r AwardRule) cited(day Date) string {
	if r.Unchecked.Rule == "" || day.Before(r.Unchecked.From) {
		return r.Name
	}
	return r.Name + " (chưa đối chiếu được với " + r.Unchecked.Rule + ")"
}

// gradesOf are the grades of a level of schooling. Others have rules of their own, or none.
var gradesOf = map[Level][]int{Primary: {1, 2, 3, 4, 5}, LowerSec: {6, 7, 8, 9}, UpperSec: {10, 11, 12}}

// grades returns the grade of a class, or those of the school's level where the class tells none.
func (s School) grades(class string) []int {
	if grade := Grade(class); grade > 0 && s.Level != OtherEdu && s.Level != Preschool {
		return []int{grade}
	}
	return gradesOf[s.Level]
}

// Check warns of awards that are titles of a rule which isn't in force for the recipient's grade on the day of the
// certificate, or almost a title that is. Other words are the school's own, and right. An award is told once for a
// certificate, with the first who has it.
func (rules AwardRules) Check(e *Event) []Problem {
	var found []Problem
	for _, c := range e.Certificates {
		day := e.SignedOn(c)
		if day.IsZero() || len(rules) == 0 {
			continue
		}
		m := e.Merge(c)
		judged, counts := map[string]*Problem{}, map[*Problem]int{}
		var order []*Problem
		for i, r := range e.RosterOf(c).Recipients {
			award := Clean(m.award.expand(m.lookup(i, r)))
			key := award + "\n" + strconv.Itoa(Grade(r.Class))
			p, known := judged[key]
			if !known {
				p = rules.judge(award, e.School.grades(r.Class), day)
				p = sameProblem(order, p)
				judged[key] = p
			}
			if p == nil {
				continue
			}
			if counts[p]++; counts[p] == 1 {
				p.Subject = c.About(r)
				order = append(order, p)
			}
		}
		for _, p := range order {
			p.Args["count"] = strconv.Itoa(counts[p])
			found = append(found, *p)
		}
	}
	return found
}

// sameProblem returns the problem of list that says the same of the same award, or p.
func sameProblem(list []*Problem, p *Problem) *Problem {
	for _, other := range list {
		if p != nil && other.Code == p.Code && other.Args["award"] == p.Args["award"] && other.Args["now"] == p.Args["now"] {
			return other
		}
	}
	return p
}

// judge returns what is wrong with an award, or nil.
func (rules AwardRules) judge(award string, grades []int, day Date) *Problem {
	key := titleWords(award)
	var now, titles []string
	near, nearIn := "", ""
	for _, r := range rules {
		if !r.holds(grades, day) {
			continue
		}
		now = append(now, r.cited(day))
		for _, title := range r.Titles {
			words := titleWords(title)
			if slices.Equal(key, words) {
				return nil
			}
			if near == "" && isNearTitle(key, words) {
				near, nearIn = title, r.cited(day)
			}
			titles = append(titles, "“"+title+"”")
		}
	}
	args := map[string]string{"award": award, "now": strings.Join(now, "; "), "titles": strings.Join(titles, ", "), "title": near}
	if near != "" {
		args["now"] = nearIn
		return &Problem{Code: "award-near-miss", Severity: Warning, Args: args}
	}
	if r := rules.naming(key); r != nil && len(now) > 0 {
		args["rule"] = r.Name
		return &Problem{Code: "award-not-in-force", Severity: Warning, Args: args}
	}
	return nil
}

// naming returns a rule, whenever and for whom it held, that has a title, or nil.
func (rules AwardRules) naming(key []string) *AwardRule {
	for i, r := range rules {
		if slices.ContainsFunc(r.Titles, func(title string) bool { return slices.Equal(titleWords(title), key) }) {
			return &rules[i]
		}
	}
	return nil
}

// titleWords returns the words of an award without what leads to it: "Đạt danh hiệu".
func titleWords(award string) []string {
	key := words(award)
	for _, lead := range []string{"đạt", "danh", "hiệu"} {
		if len(key) > 2 && key[0] == lead {
			key = key[1:]
		}
	}
	return key
}

// isNearTitle tells whether award is a title with letters, marks or a few words wrong, or only its beginning.
func isNearTitle(award, title []string) bool {
	a, b := strings.Join(award, " "), strings.Join(title, " ")
	switch {
	case Fold(a) == Fold(b), len(award) >= 4 && strings.HasPrefix(b, a+" "):
		return true
	case len(title) >= 6:
		return isNearMiss(a, b)
	}
	return len(award) == len(title) && wordDistance(strings.Split(a, ""), strings.Split(b, "")) <= 2
}
