package export

import (
	"slices"

	"tiengtrong/app"
)

// Unprinted leaves a plan the certificates alone whose number is on no paper yet. It tells whether there are any; without
// any the plan stays as it is.
func (p *Plan) Unprinted() bool {
	_, fresh := p.Event.Printed()
	for _, v := range fresh {
		p.Only = append(p.Only, v.Recipient)
	}
	return len(fresh) > 0
}

// LeaveOut takes the certificates with these numbers out of a plan.
func (p *Plan) LeaveOut(numbers []*app.Entry) {
	if len(numbers) == 0 {
		return
	}
	if p.Only == nil {
		for _, c := range p.Event.Certificates {
			for _, r := range p.Event.RosterOf(c).Recipients {
				p.Only = append(p.Only, r.ID)
			}
		}
	}
	out := make(map[app.ID]bool, len(numbers))
	for _, v := range numbers {
		out[v.Recipient] = true
	}
	p.Only = slices.DeleteFunc(p.Only, func(id app.ID) bool { return out[id] })
}

// Fresh returns the numbers that a plan's certificates put on paper for the first time.
func (p Plan) Fresh() []*app.Entry {
	_, fresh := p.Event.Printed()
	wanted := p.wanted()
	return slices.DeleteFunc(fresh, func(v *app.Entry) bool {
		return p.Design != (app.ID{}) && p.Design != v.Certificate || !wanted(v.Recipient)
	})
}

// wanted tells whose certificates a plan has.
func (p Plan) wanted() func(recipient app.ID) bool {
	if p.Only == nil {
		return func(app.ID) bool { return true }
	}
	only := make(map[app.ID]bool, len(p.Only))
	for _, id := range p.Only {
		only[id] = true
	}
	return func(recipient app.ID) bool { return only[recipient] }
}
