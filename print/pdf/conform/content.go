package conform

import (
	"fmt"
	"strings"
)

// drawn is what a content stream says, as far as the rules ask.
type drawn struct {
	where     string
	resources dict
	err       error
	colours   []string // operators and spaces that set other colours than DeviceCMYK and DeviceGray
	spaces    []any    // colour spaces chosen by cs, CS
	faults    []string // unknown operators, missing resources
	text      []int    // the codes of all that is written
	deepest   int      // q within q
}

// operators are those of ISO 32000-1, Annex A, with the part of the resources that their name is looked for in.
var operators = func() map[word]name {
	all := map[word]name{}
	for _, op := range strings.Fields("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k " +
		"l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"") {
		all[word(op)] = ""
	}
	for op, kind := range map[word]name{"Do": "XObject", "sh": "Shading", "gs": "ExtGState", "Tf": "Font"} {
		all[op] = kind
	}
	return all
}()

// read reads the operators; the codes of text go to the fonts.
func (d *drawn) read(f *File, data []byte, fonts map[any]*font) {
	l := lexer{data: data}
	var operands []any
	var current *font
	depth := 0
	for {
		v, err := l.next()
		if err == errEnd {
			break
		}
		if err != nil {
			d.err = err
			return
		}
		op, ok := v.(word)
		if !ok {
			operands = append(operands, v)
			continue
		}
		switch op {
		case "q":
			depth++
			d.deepest = max(d.deepest, depth)
		case "Q":
			depth--
		case "BI":
			d.inline(f, &l)
		case "Tf":
			current = d.font(f, operands, fonts)
		case "Tj", "TJ", "'", "\"":
			shown := codes(operands)
			current.show(shown)
			d.text = append(d.text, shown...)
		}
		d.operator(f, op, operands)
		operands = operands[:0]
	}
	if depth != 0 {
		d.fault("q and Q are not in pairs")
	}
}

func (d *drawn) fault(format string, args ...any) {
	d.faults = append(d.faults, fmt.Sprintf(format, args...))
}

func (d *drawn) operator(f *File, op word, operands []any) {
	kind, known := operators[op]
	if !known {
		d.fault("%q is no operator", op)
		return
	}
	if kind != "" {
		if len(operands) == 0 {
			d.fault("%s has no operand", op)
		} else if key, _ := operands[0].(name); f.get(f.dict(d.resources[kind])[key]) == nil {
			d.fault("the %s %s is not among the resources", kind, key)
		}
	}
	switch op {
	case "rg", "RG":
		d.colours = append(d.colours, "the operator "+string(op))
	case "cs", "CS":
		if len(operands) > 0 {
			key, _ := operands[0].(name)
			if space, ok := f.dict(d.resources["ColorSpace"])[key]; ok {
				d.spaces = append(d.spaces, space)
			} else {
				d.spaces = append(d.spaces, key)
			}
		}
	}
}

// inline passes a picture in the content, whose data end with EI between white space.
func (d *drawn) inline(f *File, l *lexer) {
	entries, _, err := l.list("ID")
	if err != nil {
		d.err = err
		return
	}
	for i := 0; i+1 < len(entries); i += 2 {
		if key := entries[i]; key == name("CS") || key == name("ColorSpace") {
			d.spaces = append(d.spaces, abbreviated(entries[i+1]))
		}
	}
	for i := l.at + 1; i+3 <= len(l.data); i++ {
		if space(l.data[i]) && l.data[i+1] == 'E' && l.data[i+2] == 'I' && (i+3 == len(l.data) || space(l.data[i+3])) {
			l.at = i + 3
			return
		}
	}
	d.err = errEnd
}

func abbreviated(space any) any {
	if full, ok := map[any]any{name("RGB"): name("DeviceRGB"), name("CMYK"): name("DeviceCMYK"), name("G"): name("DeviceGray")}[space]; ok {
		return full
	}
	return space
}

// font returns the font that Tf chooses.
func (d *drawn) font(f *File, operands []any, fonts map[any]*font) *font {
	if len(operands) == 0 {
		return nil
	}
	key, _ := operands[0].(name)
	v := f.dict(d.resources["Font"])[key]
	r, ok := v.(ref)
	if !ok {
		return nil
	}
	if fonts[r] == nil {
		fonts[r] = &font{where: fmt.Sprintf("font %d", r), dict: f.dict(r), used: map[int]bool{}}
	}
	return fonts[r]
}
