package kettle

import "errors"

// Errors of the client.
var (
	ErrCold  = errors.New("400 kettle is cold")
	ErrEmpty = errors.New("404 kettle is empty")
)
