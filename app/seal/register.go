package seal

import (
	"errors"
	"slices"

	"tiengtrong/app"
)

// Signing is what was signed in an event, and what its school's list is still to be told: see Note.
type Signing struct {
	Asked  bool // a certificate of the event has a code, or had one
	Later  bool // the key isn't on this machine: nothing is signed
	Signed int  // numbers that were signed
	Void   int  // numbers that the list is to withdraw
	store  Store
	ring   *Ring
}

// SignAsked does what SignRegister does, where the event asks for codes at all; that the key isn't on this machine is no error.
func (s Store) SignAsked(e *app.Event) (Signing, error) {
	asked := len(e.SealedTexts()) > 0 || slices.ContainsFunc(e.Certificates, func(c app.Certificate) bool { return c.Code })
	if !asked {
		return Signing{}, nil
	}
	done, err := s.SignRegister(e)
	done.Asked = true
	if done.Later = errors.Is(err, ErrNoKey) || errors.Is(err, ErrLostSecret); done.Later {
		err = nil
	}
	return done, err
}

// SignRegister signs every number of the event that asks for a code and has none with the school's key, and finds what
// the school's list is to withdraw, on a machine without the secret too.
func (s Store) SignRegister(e *app.Event) (Signing, error) {
	r, err := s.Ring(e.School.Name)
	if err != nil {
		return Signing{}, err
	}
	if len(r.Keys) == 0 {
		return Signing{}, ErrNoKey
	}
	done := Signing{store: s, ring: r, Void: r.follow(e)}
	secret, err := s.Signer(e.School.Name)
	if err == nil {
		done.Signed = e.Seal(secret.Sign)
	}
	return done, err
}

// Note writes what was made void onto the school's list. The event is saved first: a list that is behind its events is brought up
// to them the next time, an event that doesn't know what its list says never is.
func (d Signing) Note() error {
	if d.Void == 0 {
		return nil
	}
	return d.store.Save(d.ring)
}

// follow withdraws what an event's register has made void, and the texts of sheets that were made again and say something
// else now. It returns how much of that is new.
func (r *Ring) follow(e *app.Event) (fresh int) {
	for _, v := range e.Entries() {
		for _, again := range v.Reprints {
			fresh += r.note(again.Sealed, again.Act)
		}
		if !v.InForce() {
			fresh += r.note(v.Sealed, *v.Void)
		}
	}
	return fresh
}

// note withdraws a sealed text, and returns 1 if that is new.
func (r *Ring) note(sealed string, act app.Act) int {
	if _, known := r.Void[Digest(sealed)]; sealed == "" || known {
		return 0
	}
	r.Withdraw(sealed, Act{act.Date.String(), act.Reason})
	return 1
}
