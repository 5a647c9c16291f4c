# Everything is built by SwiftPM; these are the commands that one would have to remember otherwise.

PREFIX ?= /usr/local
FORMATTED = Package.swift Sources Tests Benchmarks Fuzz

# One group after the other: what is measured in time must not share two cores with what only computes.
TESTS = \
	"ArchitectureTests|MailFormatTests|MailSignaturesTests|FuzzTests|PicturesTests|InvoicePDFTests|TemplatesTests|LocalizationTests" \
	"PortalCoreTests|StoryTests|DevelopersMailboxTests" \
	"MailChannelTests" \
	"WebChannelTests" \
	"GauntletTests|PosternToolTests" \
	"MailTransportTests" \
	"ServerTests"

# By themselves, with nothing beside them: slow senders against a clock, a browser, the whole story with mail servers.
ALONE = RawSocketCases BrowserTests StoryAgainstServersTests

# One program that needs no Swift where it runs, with its relocations packed: that takes 8 MB of memory less than the
# shared libraries do. In a folder of its own, so that debug builds stay as they are.
FOR_SPEED = --configuration release --scratch-path .build-release \
	--static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs

.DEFAULT_GOAL := help
.PHONY: help demo build test lint format bench fuzz gauntlet install clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

demo: ## build, and start the portal with an example and a mailbox to answer its mails: no mail server needed
	@scripts/need.sh build
	@swift build --product postern
	@exec .build/debug/postern demo $(ARGS)

build: ## build everything
	@scripts/need.sh build
	swift build

test: ## lint, build and run all tests, with what they need (Dovecot, Postfix, Chromium, axe)
	@scripts/need.sh test
	@scripts/fetch-axe.sh
	@$(MAKE) --no-print-directory lint
	swift build --build-tests
	@for group in $(TESTS); do \
		swift test --skip-build --filter "^($$group)\\." $(patsubst %,--skip %,$(ALONE)) || exit 1; done
	@for suite in $(ALONE); do swift test --skip-build --filter $$suite || exit 1; done

lint: ## check how the code is formatted
	swift format lint --strict --recursive --parallel --configuration .swift-format $(FORMATTED)

format: ## format the code
	swift format --in-place --recursive --parallel --configuration .swift-format $(FORMATTED)

bench: ## measure: from mail to effect, pages, memory, backlog, reading mail beside GMime (ARGS="pages": only that)
	@scripts/need.sh bench
	swift build $(FOR_SPEED) --product postern
	swift build $(FOR_SPEED) --product postern-bench
	@Benchmarks/run $(ARGS)

fuzz: ## show mutated inputs to every reader, with sanitizers (SECONDS=60 for each; ARGS="html": only that)
	@scripts/need.sh build
	swift build --configuration release --scratch-path .build-fuzz --sanitize fuzzer --sanitize address \
		-Xswiftc -enable-testing -Xswiftc -DFUZZING --product PosternFuzz
	@Fuzz/run $(or $(SECONDS),60) $(ARGS)

gauntlet: ## both error rates of mail: spoofs that decide, genuine replies that do not (ARGS="SPOOFS HONEST SEED")
	@scripts/need.sh build
	swift build $(FOR_SPEED) --product PosternGauntlet
	@.build-release/release/PosternGauntlet $(ARGS)

install: ## build for speed, and install to PREFIX (default: /usr/local)
	@scripts/need.sh build
	swift build $(FOR_SPEED) --product postern
	install -D -m 755 .build-release/release/postern $(DESTDIR)$(PREFIX)/bin/postern
	install -d $(DESTDIR)$(PREFIX)/share/postern
	cp -r mail-templates locales $(DESTDIR)$(PREFIX)/share/postern/

clean: ## remove everything that was built, and the demo's data
	rm -rf .build .build-* var/demo
