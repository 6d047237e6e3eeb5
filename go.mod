module tiengtrong

go 1.26.0

require (
	github.com/go-text/typesetting v0.3.4
	github.com/google/uuid v1.6.0
	golang.org/x/image v0.47.0
	golang.org/x/text v0.43.0
)
