# klantreis: `make help` lists what can be done here.
#
#   make run    builds everything and starts the demo
#   make test   runs every test there is

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

ADDR ?= 127.0.0.1:8080
DATA ?= data
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)

# SQLite is C.
export CGO_ENABLED := 1

GO_SOURCES := cmd internal web/*.go
GOLANGCI_VERSION := v2.15.0
GOLANGCI := bin/golangci-lint-$(GOLANGCI_VERSION)

WEB_INSTALLED := web/node_modules/.installed
E2E_INSTALLED := e2e/node_modules/.installed
BENCH_INSTALLED := bench/web/node_modules/.installed
WEB_BUILT := web/build/index.html
WEB_SOURCES := $(shell find web -name node_modules -prune -o -name build -prune -o -name .svelte-kit -prune \
	-o -name paraglide -prune -o -type f ! -name '*.go' ! -name '*.test.ts' -print 2>/dev/null)

FONTS := $(addprefix internal/render/fonts/,Inter-Regular.ttf Inter-Medium.ttf Inter-SemiBold.ttf NotoEmoji-Regular.ttf)

##@ Use

.PHONY: help
help: ## this list
	@awk 'BEGIN {FS = ":.*## "} \
		/^##@ / {printf "\n%s\n", substr($$0, 5)} \
		/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: build ## build, and start the demo (ADDR=127.0.0.1:8080 DATA=data)
	@exec bin/klantreis demo --addr "$(ADDR)" --data "$(DATA)"

.PHONY: build
build: $(WEB_BUILT) $(FONTS) ## bin/klantreis, one file that needs nothing beside it
	go build -trimpath -ldflags "-s -w -X main.version=$(VERSION)" -o bin/klantreis ./cmd/klantreis

##@ Prove

# Every part runs, also after one that failed; the last line names those.
.PHONY: test
test: build ## everything: Go with the race detector, web units, browser tests
	@failed=; for part in test-go test-web test-browser; do \
		echo "── $$part"; $(MAKE) $$part || failed="$$failed $$part"; \
	done; \
	if [ -n "$$failed" ]; then echo "Failed:$$failed"; exit 1; fi; \
	echo "All tests passed: Go, web, browser."

.PHONY: test-go
test-go: $(WEB_BUILT) $(FONTS) ## Go alone, with the race detector
	go test -race -timeout 15m ./...

.PHONY: test-web
test-web: $(WEB_INSTALLED) ## web units alone
	cd web && npm test

.PHONY: test-browser
test-browser: build $(E2E_INSTALLED) chromium ## the real program in Debian's Chromium
	cd e2e && npm test

# What `test` leaves: user tasks in the other languages, sizes and inputs. Other tests name theirs themselves.
.PHONY: test-all
test-all: test $(E2E_INSTALLED) ## all of test, and every user task in 2 languages, 2 sizes, by mouse, touch and keyboard
	cd e2e && KLANTREIS_TASKS=others npx playwright test tests/tasks

.PHONY: chromium
chromium:
	@e2e/chromium.sh

.PHONY: check
check: test lint ## the single gate: test and lint

.PHONY: lint
lint: lint-go lint-web lint-generated ## format, vet, linters, types, generated files unchanged

.PHONY: lint-go
lint-go: $(WEB_BUILT) $(FONTS) $(GOLANGCI)
	@unformatted=$$(gofmt -l $(GO_SOURCES)); \
	if [ -n "$$unformatted" ]; then echo "Not formatted, run make fmt:"; echo "$$unformatted"; exit 1; fi
	go mod tidy -diff
	go vet ./...
	$(GOLANGCI) run ./...

.PHONY: lint-web
lint-web: $(WEB_INSTALLED) $(E2E_INSTALLED)
	cd web && npm run lint && npm run check
	cd e2e && npm run lint

# The OpenAPI file itself is compared with the Go types by a Go test.
.PHONY: lint-generated
lint-generated: $(WEB_INSTALLED)
	@now=$$(mktemp -d); trap 'rm -rf "$$now"' EXIT; \
	cd web && npx openapi-typescript ../docs/openapi.json -o "$$now/schema.d.ts" >/dev/null && \
	cmp src/lib/api/schema.d.ts "$$now/schema.d.ts" || { echo "The API client is stale: make gen"; exit 1; }

.PHONY: bench
bench: $(WEB_BUILT) $(FONTS) ## benchmarks
	go test -run '^$$' -bench . -benchmem ./internal/...

.PHONY: bench-web
bench-web: build $(BENCH_INSTALLED) chromium ## how fluid 1,000 cards are in a browser, and what Lighthouse says
	cd bench/web && npm run -s bench

##@ Make anew

.PHONY: gen
gen: $(WEB_INSTALLED) ## OpenAPI from the Go types, the TypeScript client from OpenAPI, docs/requirements.md from the tests
	go test ./internal/httpapi -run OpenAPI -update
	cd web && npm run gen
	go test ./internal/archtest -run RequirementsPage -update

.PHONY: screenshots
screenshots: build $(E2E_INSTALLED) chromium ## pictures of the main pages in docs/screenshots
	cd e2e && npm run screenshots

.PHONY: fmt
fmt: $(WEB_INSTALLED) $(E2E_INSTALLED) ## format Go, web and browser tests
	gofmt -w $(GO_SOURCES)
	cd web && npm run format
	cd e2e && npm run format

.PHONY: clean
clean: ## remove what was built; installed packages and data stay
	rm -rf bin/klantreis coverage web/.svelte-kit web/src/lib/paraglide e2e/results e2e/report
	find web/build -mindepth 1 ! -name .keep -delete 2>/dev/null || true
	rm -f $(FONTS)

# ── files

$(WEB_INSTALLED): web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	@touch $@

$(E2E_INSTALLED): e2e/package-lock.json
	cd e2e && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
	@touch $@

$(BENCH_INSTALLED): bench/web/package-lock.json
	cd bench/web && npm ci --no-audit --no-fund
	@touch $@

# The pages carry the licences of the modules in go.mod.
$(WEB_BUILT): $(WEB_INSTALLED) $(WEB_SOURCES) go.mod
	cd web && npm run build
	@touch $@

internal/render/fonts/Inter-%.ttf: $(WEB_INSTALLED)
	@mkdir -p $(@D)
	cp web/node_modules/@expo-google-fonts/inter/*/Inter_[0-9]*$*.ttf $@

internal/render/fonts/NotoEmoji-Regular.ttf: $(WEB_INSTALLED)
	@mkdir -p $(@D)
	cp web/node_modules/@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf $@

# A linter is a tool, not a dependency: installed by version, so that go.mod stays the program's own.
$(GOLANGCI):
	@mkdir -p bin
	GOFLAGS= GOBIN=$(CURDIR)/bin go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	@mv bin/golangci-lint $@
