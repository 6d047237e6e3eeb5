package table

import (
	"slices"
	"strings"
)

// readDelimited reads text with one record a line and its cells parted by commas, semicolons or tabs.
func readDelimited(name string, data []byte, o Options) ([]Sheet, error) {
	text, encoding, err := textOf(data, o.Encoding)
	if err != nil {
		return nil, err
	}
	comma, text := separatorLine(text)
	if comma == 0 {
		comma = separatorOf(text)
	}
	rows, err := parse(text, comma)
	if err != nil {
		return nil, err
	}
	sheet := Sheet{Name: baseName(name), Encoding: encoding, Rows: rows}
	if strings.HasPrefix(encoding, "utf-") {
		return []Sheet{sheet}, nil
	}
	if before, err := parse(westernHead(data), comma); err == nil {
		sheet.sampleRows(before)
	}
	return []Sheet{sheet}, nil
}

// separatorLine reads the line "sep=;" with which a file tells Excel its separator. Excel does not count
// that line as a row, so it is cut off.
func separatorLine(text string) (comma byte, rest string) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.TrimSuffix(line, "\r")
	if len(line) == len("sep=;") && strings.EqualFold(line[:4], "sep=") {
		return line[4], rest
	}
	return 0, text
}

// separators are the separators in use: commas in the standard, semicolons where Windows writes decimals with
// a comma, as in Vietnam, tabs in what Excel calls Unicode text.
var separators = []byte{',', ';', '\t'}

// separatorOf returns the separator that gives the most records of one and the same width above one cell,
// judged by the first records. Text without any is a list of one column.
func separatorOf(text string) byte {
	const enough = 200
	best, bestScore := separators[0], 0
	for _, comma := range separators {
		count := map[int]int{}
		p := parser{text: text, comma: comma}
		for n := 0; n < enough && p.more(); n++ {
			count[len(p.record())]++
		}
		for width, n := range count {
			if score := n*1000 + width; width > 1 && score > bestScore {
				best, bestScore = comma, score
			}
		}
	}
	return best
}

// parse splits text into records of cells.
func parse(text string, comma byte) ([][]string, error) {
	var rows [][]string
	p, cells := parser{text: text, comma: comma}, 0
	for p.more() {
		record := p.record()
		row := slices.Clone(trimRow(record)) // a copy, since blank cells may have made the record very long
		cells += len(row)
		if len(rows) == maxRows || len(record) > maxColumns || cells > maxCells {
			return nil, &Error{Row: len(rows) + 1, Code: TooLarge}
		}
		if len(row) == 0 {
			row = nil
		}
		rows = append(rows, row)
	}
	return trimRows(rows), nil
}

// parser walks through delimited text as spreadsheets read it (RFC 4180, but forgiving): a cell that begins
// with a quote runs to the closing one, over separators and line breaks; a quote elsewhere, or one that is
// never closed, is text. Unlike encoding/csv it keeps blank lines, which spreadsheets count as rows.
type parser struct {
	text     string
	comma    byte
	unclosed bool // no quote can be closed any more
}

func (p *parser) more() bool { return p.text != "" }

// record takes one record off the text, or of one that is too wide its beginning.
func (p *parser) record() []string {
	var cells []string
	for len(cells) <= maxColumns {
		cell := ""
		if strings.HasPrefix(p.text, `"`) && !p.unclosed {
			cell = p.quoted()
		}
		end := strings.IndexAny(p.text, "\r\n"+string(p.comma))
		if end < 0 {
			cells = append(cells, cell+p.text)
			p.text = ""
			return cells
		}
		cells = append(cells, cell+p.text[:end])
		stop := p.text[end]
		p.text = p.text[end+1:]
		if stop == p.comma {
			continue
		}
		if stop == '\r' {
			p.text = strings.TrimPrefix(p.text, "\n")
		}
		break
	}
	return cells
}

// quoted takes a quoted cell off the text; a doubled quote in it stands for one.
func (p *parser) quoted() string {
	var b strings.Builder
	rest := p.text[1:]
	for {
		before, after, ok := strings.Cut(rest, `"`)
		if !ok {
			p.unclosed = true
			return ""
		}
		b.WriteString(before)
		if !strings.HasPrefix(after, `"`) {
			p.text = after
			return b.String()
		}
		b.WriteByte('"')
		rest = after[1:]
	}
}
