package seal

import "tiengtrong/app"

// SignRegister signs every number of an event's register that asks for a code and has none, with the school's key, and notes on
// the school's list those that were made void. It returns how many of each are new.
func (s Store) SignRegister(e *app.Event) (signed, void int, err error) {
	secret, err := s.Signer(e.School.Name)
	if err != nil {
		return 0, 0, err
	}
	signed = e.Seal(secret.Sign)
	r, err := s.Ring(e.School.Name)
	if err != nil {
		return 0, 0, err
	}
	if void = r.follow(e); void > 0 {
		err = s.Save(r)
	}
	return signed, void, err
}

// follow withdraws what an event's register has made void, and returns how much of that is new.
func (r *Ring) follow(e *app.Event) (fresh int) {
	for _, v := range e.Entries() {
		if _, known := r.Void[Digest(v.Sealed)]; v.InForce() || v.Sealed == "" || known {
			continue
		}
		r.Withdraw(v.Sealed, Act{isoDay(v.Void.Date), v.Void.Reason})
		fresh++
	}
	return fresh
}

func isoDay(d app.Date) string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format("2006-01-02")
}
