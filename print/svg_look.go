package print

import (
	"image/color"
	"math"
	"strconv"
	"strings"

	"golang.org/x/image/colornames"
)

// look is how shapes are painted; elements take it over from those around them.
type look struct {
	fill, stroke, color           string
	fillAlpha, strokeAlpha, alpha float64
	width                         MM
	dash                          []float64
	evenOdd, round, hidden        bool
}

// plainLook is the look of a drawing that says nothing.
var plainLook = look{fill: "black", stroke: "none", color: "black", fillAlpha: 1, strokeAlpha: 1, alpha: 1, width: 1}

// with returns the look changed by an element's properties.
func (l look) with(props map[string]string) look {
	for name, value := range props {
		if value == "inherit" {
			continue
		}
		switch name {
		case "fill":
			l.fill = value
		case "stroke":
			l.stroke = value
		case "color":
			l.color = value
		case "fill-opacity":
			l.fillAlpha = alphaOf(value)
		case "stroke-opacity":
			l.strokeAlpha = alphaOf(value)
		case "opacity":
			l.alpha *= alphaOf(value)
		case "stroke-width":
			l.width = MM(lengthOf(value, 100))
		case "stroke-dasharray":
			l.dash = dashOf(value)
		case "stroke-linecap", "stroke-linejoin":
			l.round = value == "round"
		case "fill-rule":
			l.evenOdd = value == "evenodd"
		case "display":
			l.hidden = l.hidden || value == "none"
		case "visibility":
			l.hidden = value == "hidden" || value == "collapse"
		}
	}
	return l
}

func alphaOf(text string) float64 { return min(max(lengthOf(text, 1), 0), 1) }

// dashOf reads the lengths of dashes and gaps; an odd number of them is said twice.
func dashOf(text string) []float64 {
	dash, sum := numbersOf(text), 0.0
	for _, length := range dash {
		if length < 0 {
			return nil
		}
		sum += length
	}
	if sum == 0 || len(dash) > 64 {
		return nil
	}
	if len(dash)%2 == 1 {
		dash = append(dash, dash...)
	}
	return dash
}

// svgRule is a rule of a style sheet.
type svgRule struct {
	selector string // "path", ".cls-1" or "#sun"
	props    map[string]string
}

// parseRules reads a style sheet; rules with selectors of more than one part match nothing.
func parseRules(text string) []svgRule {
	var rules []svgRule
	for {
		from := strings.Index(text, "/*")
		if from < 0 {
			break
		}
		_, after, _ := strings.Cut(text[from+2:], "*/")
		text = text[:from] + after
	}
	for _, rule := range strings.Split(text, "}") {
		selectors, body, ok := strings.Cut(rule, "{")
		if !ok {
			continue
		}
		props := parseDeclarations(body)
		for _, selector := range strings.Split(selectors, ",") {
			rules = append(rules, svgRule{strings.TrimSpace(selector), props})
		}
	}
	return rules
}

// parseDeclarations reads "fill:red;stroke:none".
func parseDeclarations(text string) map[string]string {
	props := map[string]string{}
	for _, part := range strings.Split(text, ";") {
		if name, value, ok := strings.Cut(part, ":"); ok {
			value, _, _ = strings.Cut(value, "!")
			props[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
		}
	}
	return props
}

// matches tells how well a rule fits an element: 0 not at all, then by name, class and identity.
func (r svgRule) matches(n *node) int {
	switch name := strings.TrimLeft(r.selector, ".#"); {
	case name == "":
	case r.selector[0] == '#' && n.attrs["id"] == name:
		return 3
	case r.selector[0] == '.' && contains(strings.Fields(n.attrs["class"]), name):
		return 2
	case r.selector == n.name || r.selector == "*":
		return 1
	}
	return 0
}

func contains(list []string, word string) bool {
	for _, w := range list {
		if w == word {
			return true
		}
	}
	return false
}

// properties gathers what an element says of its look: its attributes, then the rules of style, then its own style.
func (s *svg) properties(n *node) map[string]string {
	props := make(map[string]string, len(n.attrs))
	for name, value := range n.attrs {
		props[name] = strings.TrimSpace(value)
	}
	for weight := 1; weight <= 3; weight++ {
		for _, r := range s.rules {
			if r.matches(n) == weight {
				for name, value := range r.props {
					props[name] = value
				}
			}
		}
	}
	for name, value := range parseDeclarations(n.attrs["style"]) {
		props[name] = value
	}
	return props
}

// inkOf returns the ink of a paint, or the gradient that it names; neither where nothing is painted. What shines through
// is printed as if on white, and listed as lost.
func (s *svg) inkOf(paint, current string, alpha float64) (*Ink, *node) {
	if rest, ok := strings.CutPrefix(paint, "url("); ok {
		name, after, _ := strings.Cut(rest, ")")
		to := s.ids[strings.Trim(name, "#'\" ")]
		if to != nil && strings.HasSuffix(to.name, "Gradient") {
			return nil, to
		}
		if to != nil {
			s.lost[to.name] = true
		}
		paint = strings.TrimSpace(after)
	}
	if strings.EqualFold(paint, "currentColor") {
		paint = current
	}
	c, ok := colorOf(paint)
	if !ok || c.A == 0 || alpha == 0 {
		return nil, nil
	}
	ink := s.onWhite(c, alpha)
	return &ink, nil
}

// onWhite returns the ink of a colour that lets the paper through.
func (s *svg) onWhite(c color.NRGBA, alpha float64) Ink {
	alpha *= float64(c.A) / 255
	if alpha < 0.995 {
		s.lost["opacity"] = true
	}
	return White.Mix(s.ink(c.R, c.G, c.B), float32(alpha))
}

// colorOf reads a colour: "#c00", "#cc0000", "rgb(204, 0, 0)", "rgb(80%, 0%, 0%)", "crimson"; false for none and for what it
// doesn't know.
func colorOf(text string) (color.NRGBA, bool) {
	text = strings.ToLower(strings.TrimSpace(text))
	if hex, ok := strings.CutPrefix(text, "#"); ok {
		return hexColor(hex)
	}
	if strings.HasPrefix(text, "rgb") {
		_, list, _ := strings.Cut(text, "(")
		return rgbColor(strings.FieldsFunc(strings.TrimSuffix(list, ")"), func(r rune) bool { return strings.ContainsRune(" ,/\t", r) }))
	}
	c, ok := colornames.Map[text]
	return color.NRGBA{c.R, c.G, c.B, 255}, ok
}

func hexColor(hex string) (color.NRGBA, bool) {
	if len(hex) == 3 || len(hex) == 4 {
		long := ""
		for _, digit := range hex {
			long += string(digit) + string(digit)
		}
		hex = long
	}
	if len(hex) == 6 {
		hex += "ff"
	}
	v, err := strconv.ParseUint(hex, 16, 32)
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}, err == nil && len(hex) == 8
}

func rgbColor(parts []string) (color.NRGBA, bool) {
	if len(parts) < 3 {
		return color.NRGBA{}, false
	}
	v := [4]uint8{3: 255}
	for i := range min(len(parts), 4) {
		whole := 255.0
		number := lengthOf(parts[i], whole)
		if i == 3 {
			number = alphaOf(parts[i]) * 255
		}
		v[i] = uint8(math.Round(min(max(number, 0), 255)))
	}
	return color.NRGBA{v[0], v[1], v[2], v[3]}, true
}
