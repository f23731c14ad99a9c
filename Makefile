# Two commands are enough: `make run` and `make test`. `make help` names the rest.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# clang compiles the toolkit's C code three times as fast as gcc.
ifeq ($(origin CC),default)
CC := clang
endif
export CC

# One set of flags for every step with a window: another set would compile everything anew.
TAGS     := x11,no_emoji,migrated_fynedo
HEADLESS := ci,no_emoji,migrated_fynedo
VERSION  := $(shell sed -n 's/^Version = "\(.*\)"/\1/p' FyneApp.toml)$(shell git rev-parse --short HEAD 2>/dev/null | sed 's/^/+/')
BUILD    := -trimpath -buildvcs=false -tags $(TAGS)
LDFLAGS  := -s -w -X main.version=$(VERSION)

STATICCHECK := build/staticcheck-0.8.2/staticcheck

.PHONY: help run build test fmt vet staticcheck unit race window crash bench screenshots cross icons clean machine machine-test

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-12s %s\n", $$1, $$2}'

run: build ## install what is missing, build, open the window; without a display: make last month's summary of a sample year
	@scripts/run.sh

build: machine ## install what is missing and build ./dogovor
	@scripts/say.sh "building ./dogovor $(VERSION) (the first time takes a minute or two)"
	@CGO_ENABLED=1 go build $(BUILD) -ldflags='$(LDFLAGS)' -o dogovor .

test: ## install what is missing and run every check
	@scripts/test.sh

fmt: ## is every Go file formatted?
	@scripts/say.sh "gofmt"
	@bad=$$(gofmt -l $$(go list -f '{{.Dir}}' -e -tags $(HEADLESS),window ./...)) && [ -z "$$bad" ] || { echo "not formatted, run gofmt -w on:"; echo "$$bad"; exit 1; }

vet: machine ## go vet over everything, the window's own code too
	@scripts/say.sh "go vet (compiles the toolkit's C code the first time)"
	@CGO_ENABLED=1 go vet $(BUILD),window ./...

staticcheck: $(STATICCHECK) ## staticcheck over everything
	@scripts/say.sh "staticcheck"
	@CGO_ENABLED=0 $(STATICCHECK) -tags $(HEADLESS) ./...

$(STATICCHECK):
	@scripts/say.sh "fetching staticcheck"
	@CGO_ENABLED=0 GOBIN=$(CURDIR)/$(@D) go install honnef.co/go/tools/cmd/staticcheck@v0.8.2

unit: ## every test that needs no display
	@scripts/say.sh "tests without a display"
	@CGO_ENABLED=0 go test -timeout 20m -tags $(HEADLESS) ./...

# Long tests that run in one goroutine: the race detector has nothing to see in them.
ALONE := TestRandomEdits|TestCheckSees|TestNameVariants|TestSearchIsAlwaysRight|TestMerge|TestImportRefusesFiles|TestDuplicatesOfALongRegister|TestRandomDocuments
race: machine ## the tests of what runs in many goroutines, with the race detector
	@scripts/say.sh "tests with the race detector"
	@CGO_ENABLED=1 go test -race -timeout 20m -tags $(HEADLESS) -skip '$(ALONE)' ./data/store/... ./reports/...

window: build machine-test ## drive the real window on a display of its own
	@scripts/say.sh "the real window, on a display of its own"
	@CGO_ENABLED=1 DOGOVOR_BINARY=$(CURDIR)/dogovor go test $(BUILD),window -count=1 -timeout 15m ./app/e2e

crash: ## kill a writer 200 times and look whether anything that was saved is lost
	@CGO_ENABLED=0 go run -tags $(HEADLESS) ./scripts/crash -n 200

bench: ## the benchmarks
	@CGO_ENABLED=0 go test -run '^$$' -bench . -benchmem -timeout 60m -tags $(HEADLESS) ./...

screenshots: build machine-test ## the pictures in docs/screenshots
	@scripts/screenshots.sh

cross: ## build for Windows, look whether it compiles for macOS
	@scripts/cross.sh "$(VERSION)"

icons: ## render the drawings of the icon
	@scripts/icons.sh

clean: ## take away what was built
	rm -rf build dogovor dogovor.exe

machine:
	@scripts/machine.sh build

machine-test:
	@scripts/machine.sh test
