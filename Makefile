# Two commands on a fresh Debian 12 machine with a Swift toolchain: `make run` and `make test`.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help run build test lint format packages test-packages release install bench clean

BIN := .build/debug
RUN := run
LISTEN ?= 127.0.0.1:7480
PREFIX ?= /usr
ROLES := coordinator unit_pic unit_head legal tkksd secretary region_head finance bpjs_pic bpjs_head
PACKAGES := ca-certificates curl git libcurl4-openssl-dev libexpat1-dev libsodium-dev libsqlite3-dev libstdc++-12-dev libzip-dev pkg-config tzdata zlib1g-dev
TEST_PACKAGES := chromium chromium-driver dbus iproute2 nginx-light openssl procps python3 python3-venv systemd util-linux

help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

packages: ## Install the Debian packages that building needs
	@missing=$$(for p in $(PACKAGES); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done)
	[ -z "$$missing" ] && exit 0
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo
	$$sudo apt-get update -q
	DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -yq --no-install-recommends $$missing

test-packages: packages
	@$(MAKE) --no-print-directory packages PACKAGES="$(TEST_PACKAGES)"

build: packages ## Build pksd and pksctl
	@swift build --product pksd
	swift build --product pksctl

run: build ## Start the daemon with the five real agreements
	@mkdir -p -m 700 $(RUN)
	export PKSD_LISTEN=$(LISTEN) PKSD_STATE_DIR=$(RUN)/state PKSCTL_SERVER=http://$(LISTEN)
	$(BIN)/pksd serve & daemon=$$!
	trap 'kill $$daemon 2>/dev/null || true' EXIT
	until curl -fs -o /dev/null http://$(LISTEN)/readyz; do kill -0 $$daemon; sleep 0.2; done
	[ -f $(RUN)/env ] || [ -f $(RUN)/env.new ] || (umask 077; {
		echo "export PATH=$$PWD/$(BIN):\$$PATH PKSCTL_SERVER=http://$(LISTEN) PKSD_STATE_DIR=$$PWD/$(RUN)/state"
		echo "export PKSCTL_TOKEN=$$($(BIN)/pksd token create --name admin --role admin | awk '{ print $$NF }')"
		for role in $(ROLES); do
			token=$$($(BIN)/pksd token create --name "$$role" --role $$role | awk '{ print $$NF }')
			echo "export PKSCTL_TOKEN_$${role^^}=$$token"
		done
		echo 'as() { local name=PKSCTL_TOKEN_$${1^^}; shift; PKSCTL_TOKEN=$${!name} pksctl "$$@"; }'
	} > $(RUN)/env.tmp && mv $(RUN)/env.tmp $(RUN)/env.new)
	if [ ! -f $(RUN)/env ]; then
		(. $(RUN)/env.new; pksctl agreements load Config/seeds/*.yaml | grep -v '^✓')
		mv $(RUN)/env.new $(RUN)/env
	fi
	token=$$(. $(RUN)/env; echo $$PKSCTL_TOKEN)
	echo
	echo "  pksd           http://$(LISTEN)/"
	link=$$($(BIN)/pksd invite 2>/dev/null | awk '{ print $$NF }') || true
	[ -z "$$link" ] || echo "  first sign-in  $$link"
	echo "  token          $$token"
	echo "  command line   . $(RUN)/env && pksctl agreements list"
	echo "  stop           Ctrl-C; what was entered stays in $(RUN)/state"
	echo
	wait $$daemon

test: test-packages lint ## Run everything: lint and all tests, with real components
	@export SWIFT_BACKTRACE=enable=no
	swift build --build-tests
	swift test --skip-build --disable-xctest

lint: ## Check style and that each driver stays in its room
	@swift format lint --strict --configuration .swift-format -r Sources Tests Package.swift
	stays() { ! grep -rnE "^(public )?import ($$1)$$" Sources --include='*.swift' | grep -vE "^Sources/($$2)/" || exit 1; }
	stays GRDB SQLiteLedger
	stays CCurl Courier
	stays 'CExpat|CZip' Spreadsheets
	stays CSodium Passwords
	stays 'Hummingbird|HummingbirdCore|Mustache' Server
	stays 'NIOCore|NIOPosix' 'Server|Receivers|pksd|pksctl'
	stays 'Yams|SwiftCSV' Documents
	stays JWTKit SignOn

format: ## Put all code into the house style
	@swift format -i --configuration .swift-format -r Sources Tests Package.swift

release: packages ## Build for shipping: optimised, with the Swift library inside
	@swift build -c release --static-swift-stdlib --scratch-path .build-release --product pksd
	swift build -c release --static-swift-stdlib --scratch-path .build-release --product pksctl

install: ## Install the release (DESTDIR and PREFIX are honoured)
	@install -D -m 755 .build-release/release/pksd $(DESTDIR)$(PREFIX)/bin/pksd
	install -D -m 755 .build-release/release/pksctl $(DESTDIR)$(PREFIX)/bin/pksctl
	mkdir -p $(DESTDIR)$(PREFIX)/share/pksd $(DESTDIR)/etc/pksd
	cp -r Workflows Config $(DESTDIR)$(PREFIX)/share/pksd/
	install -D -m 644 systemd/pksd.service $(DESTDIR)$(PREFIX)/lib/systemd/system/pksd.service
	[ -f $(DESTDIR)/etc/pksd/pksd.yaml ] || printf '%s\n' 'listen: "127.0.0.1:7480"' 'workflows: $(PREFIX)/share/pksd/Workflows' 'data: $(PREFIX)/share/pksd/Config' > $(DESTDIR)/etc/pksd/pksd.yaml

bench: release ## Measure the promises
	@Benchmarks/run

clean: ## Remove what was built and the demonstration's record
	@rm -rf .build .build-release $(RUN)
