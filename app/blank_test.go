package app

import (
	"slices"
	"testing"
)

func TestOnBlank(t *testing.T) {
	c := NewCertificate("Giấy khen")
	printed := ""
	for _, line := range Lines {
		if c.OnBlank(line).Show == Always {
			printed += string(line) + " "
		}
	}
	if want := "issuer verb name detail award citation year date signer decision register "; printed != want {
		t.Errorf("printed are %s, want %s", printed, want)
	}
	if got := c.Expected(); !slices.Equal(got, []Line{NationLine, TitleLine}) {
		t.Errorf("on the blank must stand %v", got)
	}
	c.SetOnBlank(BlankLine{Line: IssuerLine, Show: Never})
	c.SetOnBlank(BlankLine{Line: DateLine, Show: Always, DYMM: 3})
	c.SetOnBlank(BlankLine{Line: NameLine, DXMM: -2})
	if c.OnBlank(IssuerLine).Show != Never || c.OnBlank(DateLine).DYMM != 3 || c.OnBlank(NameLine) != (BlankLine{NameLine, Always, -2, 0}) {
		t.Errorf("%+v", c.Blank.Lines)
	}
	c.SetOnBlank(BlankLine{Line: IssuerLine})
	if len(c.Blank.Lines) != 2 || c.OnBlank(IssuerLine).Show != Always {
		t.Errorf("%+v", c.Blank.Lines)
	}
}
