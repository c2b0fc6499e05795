# Countersign. `make help` lists the targets.
SHELL := /bin/bash
JAVA_HOME := $(shell .ci/jdk25)
export JAVA_HOME
MVN := mvn -B -ntp
JAVA := $(JAVA_HOME)/bin/java

.PHONY: help build test format clean
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

build: ## Build the one-process application
	$(MVN) -q package -DskipTests

test: ## Format, compile strictly, run the tests
	$(MVN) verify

format: ## Format the sources
	$(MVN) -q -Dquick spotless:apply

clean: ## Remove what was built
	rm -rf target
