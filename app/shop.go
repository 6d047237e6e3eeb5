package app

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
)

// Shop is what a print shop can do and how it finishes large pieces. Lengths are in millimetres. Its figures are a
// starting point that the school edits by what its own shop says.
type Shop struct {
	Code      string     `json:"code"`
	Name      string     `json:"name"`
	Note      string     `json:"note"`      // where the figures come from
	RollsMM   []float64  `json:"rollsMM"`   // printable widths of its rolls
	MachineMM float64    `json:"machineMM"` // width of its widest machine, of which the rolls print a little less
	HemMM     float64    `json:"hemMM"`     // folded behind at an edge
	PocketMM  float64    `json:"pocketMM"`  // depth of a pole pocket
	WeldMM    float64    `json:"weldMM"`    // on each side of a seam
	EyeletMM  float64    `json:"eyeletMM"`  // distance of eyelets, at most
	FrameMM   float64    `json:"frameMM"`   // folded around a frame
	BleedMM   float64    `json:"bleedMM"`
	SafeMM    float64    `json:"safeMM"` // without words at the edge
	Materials []Material `json:"materials"`
}

// Material is something that a shop prints on.
type Material struct {
	Code  string  `json:"code"`
	Name  string  `json:"name"`
	Price float64 `json:"price"` // đồng for a square metre; 0 where the shop has to be asked
}

// StandardShop returns the shop of events that name none. Hem, weld, pocket, frame, safe margin and the 1.8 m machine that
// prints 1.6 m are the rules of one shop; the distance of eyelets, the bleed and the prices are what is usual.
// All of it is a preset to be edited, and none of it a truth.
func StandardShop() Shop {
	return Shop{
		Code: "pho-thong", Name: "Xưởng in bạt phổ thông (máy 1,8 m)",
		Note:    "Số liệu tham khảo từ một xưởng; hãy sửa theo xưởng in của trường.",
		RollsMM: []float64{1600}, MachineMM: 1800, HemMM: 30, PocketMM: 50, WeldMM: 20, EyeletMM: 500, FrameMM: 50, BleedMM: 10, SafeMM: 50,
		Materials: []Material{
			{"hiflex", "Bạt hiflex", 45_000}, {"pp", "PP cán màng", 75_000}, {"decal", "Decal", 80_000},
			{"formex", "Decal bồi formex", 180_000},
		},
	}
}

// LoadShops reads the presets in fsys, one JSON file each, in the order of their names. What a preset leaves open is as
// in the standard shop.
func LoadShops(fsys fs.FS) ([]Shop, error) {
	names, err := fs.Glob(fsys, "*.json")
	if err != nil {
		return nil, fmt.Errorf("read shops: %w", err)
	}
	var shops []Shop
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		shop := StandardShop()
		if err == nil {
			err = json.Unmarshal(data, &shop)
		}
		if err != nil {
			return nil, fmt.Errorf("read shop %s: %w", name, err)
		}
		if !shop.Sound() {
			return nil, fmt.Errorf("read shop %s: it has measures that can't be", name)
		}
		shops = append(shops, shop)
	}
	return shops, nil
}

// Printer returns the event's shop, or the standard one where it has none; e may be nil.
func (e *Event) Printer() Shop {
	if e == nil || len(e.Shop.RollsMM) == 0 {
		return StandardShop()
	}
	return e.Shop
}

// Material returns the material of that code, or nil.
func (s Shop) Material(code string) *Material {
	if i := slices.IndexFunc(s.Materials, func(m Material) bool { return m.Code == code }); i >= 0 {
		return &s.Materials[i]
	}
	return nil
}

// Sound tells whether a piece can be planned with the shop's measures and ordered on its materials.
func (s Shop) Sound() bool {
	between := func(v, low, high float64) bool { return v >= low && v <= high } // false for NaN
	for _, roll := range s.RollsMM {
		if !between(roll, 300, 10_000) || roll-2*s.WeldMM < 200 {
			return false
		}
	}
	for _, m := range s.Materials {
		if Clean(m.Name) == "" || !between(m.Price, 0, 1e8) {
			return false
		}
	}
	return len(s.RollsMM) > 0 && between(s.MachineMM, slices.Max(s.RollsMM), 10_000) && between(s.HemMM, 0, 300) && between(s.PocketMM, 0, 500) &&
		between(s.WeldMM, 0, 100) && between(s.EyeletMM, 50, 5000) && between(s.FrameMM, 0, 500) && between(s.BleedMM, 0, 100) &&
		between(s.SafeMM, 0, 500)
}

func (s Shop) clone() Shop {
	s.RollsMM, s.Materials = slices.Clone(s.RollsMM), slices.Clone(s.Materials)
	return s
}
