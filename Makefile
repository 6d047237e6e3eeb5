# Tiếng Trống: `make run` to see it, `make test` to test it. Both install what is missing.

# One set of flags everywhere: another set would build the window's toolkit anew, which takes minutes.
TAGS   := x11,migrated_fynedo
BINARY := tiengtrong$(if $(filter Windows_NT,$(OS)),.exe)
SAMPLE := out/su-kien-mau.trong

.PHONY: run test build nogui sample-pack bench bench-window bench-peers pictures screenshots clean
.DEFAULT_GOAL := run

# Opens the window on the sample event. Exit code 3 of the program means: there is no display.
run: build
	@mkdir -p out
	@test -f $(SAMPLE) || ./$(BINARY) new --template mau --out $(SAMPLE)
	@./$(BINARY) $(SAMPLE) || { code=$$?; [ $$code = 3 ] && $(MAKE) --no-print-directory sample-pack || exit $$code; }

# Exports everything that the sample event prints, for the office, the print shop and the screen.
sample-pack:
	@./$(BINARY) export $(SAMPLE) --out out/van-phong --for office
	@./$(BINARY) export $(SAMPLE) --out out/nha-in --for shop
	@./$(BINARY) export $(SAMPLE) --out out/man-hinh --for screen --what program,banners,posters

build:
	@.ci/setup run
	@go build -tags $(TAGS) -o $(BINARY) .

# The same program without the window: a static binary for servers.
nogui:
	CGO_ENABLED=0 go build -tags nogui -o $(BINARY)-nogui .

test:
	@.ci/setup test
	go vet -tags $(TAGS) ./...
	CGO_ENABLED=0 go vet -tags nogui .
	$(MAKE) --no-print-directory nogui
	go test -tags $(TAGS) -timeout 20m ./...

bench:
	@.ci/setup test
	go test -tags $(TAGS) -run '^$$' -bench . -benchmem ./...

# What the real window costs: idle, in memory, scrolled, typed into. Needs a machine with nothing else to do.
bench-window:
	@.ci/setup test
	go test -tags $(TAGS) -count 1 -run '^$$' -bench '^BenchmarkWindow' -benchtime 1x .

# The same certificates by us and by other PDF makers, whose programs are in the folder BENCH. Takes some minutes.
BENCH ?= ../shared/bench
bench-peers:
	@.ci/bench-peers $(BENCH)

# The pictures of the README and of the manual, taken from the real program.
pictures:
	@.ci/setup test
	@mkdir -p assets/pictures assets/manual/pictures/vi assets/manual/pictures/en
	go test -tags $(TAGS) -count 1 -run 'TestScreens|Pieces' . -args -pictures $(CURDIR)/assets/pictures -manual $(CURDIR)/assets/manual/pictures

# Every screen of the program in both languages, light and dark, on two displays, to be looked at. Takes some minutes.
screenshots:
	@.ci/setup test
	@mkdir -p out/screenshots
	go test -tags $(TAGS) -count 1 -timeout 30m -run TestScreens . -args -screenshots $(CURDIR)/out/screenshots

clean:
	rm -rf out $(BINARY) $(BINARY)-nogui
