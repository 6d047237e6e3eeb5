package seal

import (
	"cmp"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// Ring is what a school publishes of its keys. It holds no secret.
type Ring struct {
	School string         `json:"school"`
	Keys   []Key          `json:"keys"`           // the oldest first
	Void   map[string]Act `json:"void,omitempty"` // by Digest: certificates that the school has withdrawn
}

// Key is a public key, and how long the school signed with it.
type Key struct {
	ID      string            `json:"id"`
	Public  ed25519.PublicKey `json:"public"`
	From    string            `json:"from"`            // day of making, "2025-10-01"
	Until   string            `json:"until,omitempty"` // day on which another took its place; what it signed stays genuine
	Revoked *Revocation       `json:"revoked,omitempty"`
}

// Act is when something was done, and why.
type Act struct {
	Date   string `json:"date"`
	Reason string `json:"reason"`
}

// Revocation is the end of a key that came into strange hands.
type Revocation struct {
	Act
	Kept []string `json:"kept,omitempty"` // digests of what the school's register knows: they stay genuine; sorted
}

func (k *Key) kept(digest string) bool {
	_, ok := slices.BinarySearch(k.Revoked.Kept, digest)
	return ok
}

// InUse tells whether the school still signs with the key.
func (k *Key) InUse() bool { return k.Until == "" && k.Revoked == nil }

// Secret is a key that signs.
type Secret struct {
	ID      string
	private ed25519.PrivateKey
}

// secretOf returns the secret that a seed of 32 bytes stands for.
func secretOf(seed []byte) (*Secret, error) {
	if len(seed) != ed25519.SeedSize {
		return nil, fmt.Errorf("a key of %d bytes", len(seed))
	}
	private := ed25519.NewKeyFromSeed(seed)
	return &Secret{ID: idOf(private.Public().(ed25519.PublicKey)), private: private}, nil
}

// Key returns the key with the given ID, or nil.
func (r *Ring) Key(id string) *Key {
	for i := range r.Keys {
		if r.Keys[i].ID == id {
			return &r.Keys[i]
		}
	}
	return nil
}

// Current returns the key with which the school signs now, or nil.
func (r *Ring) Current() *Key {
	for i := range slices.Backward(r.Keys) {
		if r.Keys[i].InUse() {
			return &r.Keys[i]
		}
	}
	return nil
}

// rotate adds a new key that signs from now on; those before it stay good for what they have signed.
func (r *Ring) rotate(today string) (*Secret, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	secret, err := secretOf(private.Seed())
	if err != nil {
		return nil, err
	}
	for i := range r.Keys {
		if r.Keys[i].InUse() {
			r.Keys[i].Until = today
		}
	}
	r.Keys = append(r.Keys, Key{ID: secret.ID, Public: private.Public().(ed25519.PublicKey), From: today})
	return secret, nil
}

// sortKeys puts the oldest first; of those made on one day, those that are in use last.
func sortKeys(keys []Key) {
	slices.SortStableFunc(keys, func(a, b Key) int {
		return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(order(a), order(b)))
	})
}

func order(k Key) int {
	if k.InUse() {
		return 1
	}
	return 0
}

// ErrUnknownKey tells that a ring has no key of the name.
var ErrUnknownKey = errors.New("no such key")

// Revoke ends a key that came into strange hands. What the register knows to be signed with it, given as sealed texts, stays
// genuine; whatever else bears its signature does not.
func (r *Ring) Revoke(id string, act Act, registered []string) error {
	key := r.Key(id)
	if key == nil {
		return fmt.Errorf("%w: %s", ErrUnknownKey, id)
	}
	revocation := &Revocation{Act: act}
	if key.Revoked != nil { // revoked before: more of the register may have come to light
		revocation.Act, revocation.Kept = key.Revoked.Act, key.Revoked.Kept
	}
	for _, whole := range registered {
		if s, ok := parse(whole); ok && s.key == id && ed25519.Verify(key.Public, canonical(s.text), s.signature) {
			revocation.Kept = append(revocation.Kept, Digest(whole))
		}
	}
	slices.Sort(revocation.Kept)
	revocation.Kept = slices.Compact(revocation.Kept)
	key.Revoked = revocation
	return nil
}

// Withdraw makes a sealed text void.
func (r *Ring) Withdraw(whole string, act Act) {
	digest := Digest(whole)
	if digest == "" {
		return
	}
	if r.Void == nil {
		r.Void = map[string]Act{}
	}
	r.Void[digest] = act
}

// ReadRing reads what a school has published, and refuses a key that isn't what its name says.
func ReadRing(data []byte) (*Ring, error) {
	var r Ring
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("read keys: %w", err)
	}
	if len(r.Keys) == 0 {
		return nil, errors.New("read keys: there are none")
	}
	for _, k := range r.Keys {
		if len(k.Public) != ed25519.PublicKeySize || idOf(k.Public) != k.ID {
			return nil, fmt.Errorf("read keys: the key %q is damaged", k.ID)
		}
	}
	return &r, nil
}
