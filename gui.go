//go:build !nogui

package main
