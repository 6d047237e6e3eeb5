package table

import (
	"math"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// builtInFormats are the codes of the number formats that every workbook has and that show a number otherwise than
// General does (ECMA-376 Part 1, 18.8.30; those of dates are known by their number).
var builtInFormats = map[int]string{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}

// numberText returns a number as a spreadsheet shows it in a format; dates as ISO 8601. from1904 says that days count
// from 1904, as they did on old Macs.
func numberText(v float64, id int, code string, from1904 bool) string {
	if builtIn, ok := builtInFormats[id]; ok && code == "" {
		code = builtIn
	}
	switch dateKind(id, code) {
	case shortDate:
		return dayOf(v, from1904).Format("2006-01-02")
	case hourMin:
		return dayOf(v, from1904).Format("15:04")
	case dateTime:
		return dayOf(v, from1904).Format("2006-01-02 15:04")
	}
	prefix, digits, suffix := partsOf(code)
	if digits == "" {
		return general(v)
	}
	return prefix + inDigits(v, digits, strings.Contains(prefix+suffix, "%")) + suffix
}

// dateKind returns shortDate, hourMin or dateTime for a format that shows a date or a time, else another number.
func dateKind(id int, code string) int {
	switch {
	case code != "":
		return dateFormat(-1, code)
	case id >= 14 && id <= 17:
		return shortDate
	case id >= 18 && id <= 21:
		return hourMin
	}
	return id
}

// dayOf returns the time of a serial number: days since the last day but one of 1899.
func dayOf(v float64, from1904 bool) time.Time {
	if from1904 {
		v += 1462
	}
	const last = 2958465 // 9999-12-31
	day, part := math.Modf(min(max(v, 0), last))
	return time.Date(1899, 12, 30+int(day), 0, 0, int(math.Round(part*24*60*60)), 0, time.UTC)
}

// general returns a number as the format General does, without the noise of binary fractions.
func general(v float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	if err != nil {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	if math.Abs(short) >= 1e21 {
		return strconv.FormatFloat(short, 'E', -1, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// partsOf parts the first section of a number format into its digits, such as "#,##0.00", and the words around them.
func partsOf(code string) (prefix, digits, suffix string) {
	var words [2]strings.Builder
	for code != "" {
		r, size := utf8.DecodeRuneInString(code)
		rest := code[size:]
		after := min(len(digits), 1)
		switch {
		case r == ';':
			return words[0].String(), digits, words[1].String()
		case r == '"':
			word, behind, _ := strings.Cut(rest, `"`)
			words[after].WriteString(word)
			rest = behind
		case r == '[':
			_, rest, _ = strings.Cut(rest, "]")
		case r == '\\':
			_, size := utf8.DecodeRuneInString(rest)
			words[after].WriteString(rest[:size])
			rest = rest[size:]
		case r == '_' || r == '*':
			_, size := utf8.DecodeRuneInString(rest)
			rest = rest[size:]
		case strings.ContainsRune("0#?.,", r):
			digits += string(r)
		case strings.HasPrefix(strings.ToLower(code), "general"), r == '@', r == 'E' && digits != "":
			return "", "", ""
		default:
			words[after].WriteRune(r)
		}
		code = rest
	}
	return words[0].String(), digits, words[1].String()
}

// rounded rounds to so many decimals as spreadsheets do: halves go up, in the fifteen digits that people see.
func rounded(v float64, decimals int) float64 {
	power := math.Pow10(decimals)
	seen, err := strconv.ParseFloat(strconv.FormatFloat(v*power, 'g', 15, 64), 64)
	if err != nil || v*power > 1e15 {
		return v
	}
	return math.Round(seen) / power
}

// inDigits writes a number in the digits of a format: 0 always shows, # only where it counts, a comma parts thousands.
func inDigits(v float64, digits string, percent bool) string {
	if percent {
		v *= 100
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	least, most := strings.Count(fraction, "0"), min(len(fraction), 30)
	text := strconv.FormatFloat(rounded(math.Abs(v), most), 'f', most, 64)
	before, after, _ := strings.Cut(text, ".")
	for len(after) > least && strings.HasSuffix(after, "0") {
		after = after[:len(after)-1]
	}
	for len(before) < min(strings.Count(whole, "0"), 30) {
		before = "0" + before
	}
	if strings.Contains(whole, ",") {
		for i := len(before) - 3; i > 0; i -= 3 {
			before = before[:i] + "," + before[i:]
		}
	}
	if after != "" {
		before += "." + after
	}
	if v < 0 && strings.Trim(before, "0.,") != "" {
		return "-" + before
	}
	return before
}
