package ui

// The names that new things get until people give them better ones. They may be printed, in a program's heading
// or on a slug line, so that they are Vietnamese whatever the language of the screen.
const (
	newCeremonyName    = "Hoạt động mới"
	newAskName         = "Đối tượng mới"
	newPosterName      = "Áp phích mới"
	newBannerName      = "Băng rôn mới"
	newCertificateName = "Giấy khen mới"
	newMaterialName    = "Chất liệu mới"
)

// catchUpReason is why items are left out or shortened by proposal; a report prints it.
const catchUpReason = "để kịp giờ"

// copyOf names a copy.
func copyOf(name string) string { return name + " (bản sao)" }
