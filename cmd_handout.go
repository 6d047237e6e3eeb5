package main

import (
	"strings"

	"github.com/spf13/pflag"

	"tiengtrong/app"
	"tiengtrong/print"
	"tiengtrong/print/export"
)

// handoutFlags are the flags of `export` that say how certificates are handed out.
type handoutFlags struct {
	order, tones, pack, names, sheet string
	calls                            bool
	calling                          app.Calling
	up                               int
	gutter                           float64
	blank                            bool
	printer, tray                    string
}

func (h *handoutFlags) register(flags *pflag.FlagSet) {
	flags.StringVar(&h.order, "order", "", "")
	flags.StringVar(&h.tones, "tones", "", "")
	flags.StringVar(&h.pack, "pack", "", "")
	flags.BoolVar(&h.calls, "call-sheet", false, "")
	flags.IntVar(&h.calling.PerName, "per-name", 0, "")
	flags.IntVar(&h.calling.PerGroup, "per-group", 0, "")
	flags.IntVar(&h.calling.Group, "group", 0, "")
	flags.StringVar(&h.names, "name-pattern", "", "")
	flags.IntVar(&h.up, "n-up", 0, "")
	flags.StringVar(&h.sheet, "sheet", "", "")
	flags.Float64Var(&h.gutter, "gutter", 0, "")
	flags.BoolVar(&h.blank, "blank", false, "")
	flags.StringVar(&h.printer, "printer", "", "")
	flags.StringVar(&h.tray, "tray", "", "")
}

// packsBy is what packs may be made by.
const packsBy = "class"

func (h handoutFlags) read(flags *pflag.FlagSet) (export.Handout, error) {
	out := export.Handout{PerClass: h.pack == packsBy, Calls: h.calls, Names: h.names, Up: h.up}
	var errs [4]error
	out.Order, errs[0] = export.ParseOrder(h.order)
	out.Tones, errs[1] = export.ParseTones(h.tones)
	out.Sheet, errs[2] = export.ParseSheet(h.sheet)
	if h.pack != "" && h.pack != packsBy {
		errs[3] = &export.UnknownName{What: "pack", Name: h.pack, Known: []string{packsBy}}
	}
	if flags.Changed("gutter") {
		gutter := print.MM(h.gutter)
		out.Gutter = &gutter
	}
	for _, err := range errs {
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

// correct reads how far the printer is off that the flags name: its only tray where they name none.
func (h handoutFlags) correct() ([]app.Calibration, error) {
	if h.printer == "" {
		return nil, nil
	}
	p, _, err := printers()
	if err != nil {
		return nil, err
	}
	if trays := p.Trays(h.printer); h.tray == "" && len(trays) == 1 {
		h.tray = trays[0]
	}
	return calibrated(h.printer, h.tray)
}

// call has the certificates called as the flags say; what they leave open stays as the event has it.
func (h handoutFlags) call(certificates []app.Certificate) {
	for i := range certificates {
		c := &certificates[i].Calling
		for _, rule := range []struct {
			its  *int
			flag int
		}{{&c.PerName, h.calling.PerName}, {&c.PerGroup, h.calling.PerGroup}, {&c.Group, h.calling.Group}} {
			if rule.flag > 0 {
				*rule.its = rule.flag
			}
		}
	}
}

// codes lists the codes of papers.
func codes(papers []print.Paper) string {
	list := make([]string, len(papers))
	for i, p := range papers {
		list[i] = p.Code
	}
	return strings.Join(list, ", ")
}
