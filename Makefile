# Countersign. `make help` lists the targets.
SHELL := /bin/bash
JAVA_HOME := $(shell .ci/jdk25 2>/dev/null)
export JAVA_HOME
export MAVEN_OPTS ?= --sun-misc-unsafe-memory-access=allow
MVN := mvn -B -ntp
# Runs the classes with a tag. By name, because every Quarkus test that is only looked at for its tag has its application built.
tagged = $(MVN) test -Dquick -Dgroups=$(1) -DexcludedGroups= "-Dtest=$$(grep -rlF '@Tag("$(1)")' src/test/java | sed 's|.*/||; s|\.java$$||' | paste -sd, -)"
JVM := --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
       --add-opens=java.base/java.lang=ALL-UNNAMED -XX:+UseSerialGC -XX:TieredStopAtLevel=1
APP := $(JAVA_HOME)/bin/java $(JVM) -jar target/local/quarkus-app/quarkus-run.jar
CHROMIUM ?= $(firstword $(shell command -v chromium chromium-browser google-chrome))
PACKETS := src/test/resources/packets
SCORES := target/local/score

.PHONY: verify help tools lint-template build run serve model-server test test-kill test-race test-crash test-openai test-lambda test-browser lambda native bench cold-start score format clean
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

tools:
	@.ci/jdk25 >/dev/null
	@command -v mvn >/dev/null || { echo "Countersign is built with Maven (3.8.7 or newer): put mvn on the PATH." >&2; exit 1; }

build: tools ## Build the one-process application
	@echo "Building (the first time downloads what it needs) ..."
	@$(MVN) -q package -Dquick -Dmaven.test.skip=true

run: build ## Build, serve, submit the sample packet, stop at its gate
	@$(APP) run

serve: build ## Build and serve
	@$(APP) serve

model-server: tools ## A scripted server with OpenAI's interface (PORT, BACKGROUND_SECONDS, WEBHOOK_URL)
	@$(MVN) -q test-compile -Dquick dependency:build-classpath -Dmdep.outputFile=target/local/classpath
	@$(JAVA_HOME)/bin/java -cp target/local/classes:target/local/test-classes:$$(cat target/local/classpath) \
	  dev.countersign.model.openai.ModelServer

test: tools ## Check the format, compile strictly, run the tests
	$(MVN) test

test-kill: build ## Kill the real process in mid-step and start it again
	$(call tagged,kill)

test-crash: ## Let workers die and providers fail at every write, call and turn; let jobs share, let documents give orders
	$(call tagged,crash) -DforkCount=2 -Dsurefire.runOrder=reversealphabetical # in two JVMs, each with its services; the longest first

test-race: ## Let two reviewers and the end of time decide at once, 200 times
	$(call tagged,race)

test-browser: tools ## Walk people through the pages in Chromium: CHROMIUM=path (Debian: chromium)
	@if [ -x "$(CHROMIUM)" ]; then echo "Testing in $(CHROMIUM) (the first time downloads 200 MB) ..."; $(MVN) test -Pbrowser -Dchromium="$(CHROMIUM)"; \
	else echo "make test-browser is left out: it needs Chromium (Debian: chromium; elsewhere CHROMIUM=path)"; fi

test-openai: tools ## Hold requests, answers and webhooks against OpenAI's own client library
	@command -v npm >/dev/null || { echo "make test-openai installs OpenAI's client library with npm: needs Node 20 or newer." >&2; exit 1; }
	@cd tools/openai-check && npm ci --no-audit --no-fund --loglevel=error
	$(call tagged,openai)

lambda: tools ## Package the functions for the java25 runtime: target/{api,worker}/function.zip
	@echo "Packaging the functions (the first time downloads what they need) ..."
	@for function in api worker; do $(MVN) -q package -Dflavor=$$function -Dquick || exit 1; ls -lh target/$$function/function.zip; done

test-lambda: lambda ## Run the packages as Lambda does: jobs, kills, timeouts, template, rights
	$(MVN) test -Dquick -Dgroups=lambda -DexcludedGroups= '-Dtest=dev.countersign.lambda.**'

native: tools ## The same as native executables for the provided.al2023 runtime
	@JAVA_HOME=$(JAVA_HOME) .ci/native

lint-template: ## Lint template.yaml and infra/ where cfn-lint is installed
	@if command -v cfn-lint >/dev/null; then cfn-lint template.yaml infra/*.yaml && echo "cfn-lint: clean"; \
	else echo "make lint-template is left out: it needs cfn-lint (pip install cfn-lint)"; fi

verify: tools ## Check a receipt offline: RECEIPT=file [ARTIFACTS=folder] [KEYS=file or address]
	@test -n "$(RECEIPT)" || { echo "make verify RECEIPT=receipt.json [ARTIFACTS=folder] [KEYS=countersign-keys.json]" >&2; exit 2; }
	@test -f target/local/quarkus-app/quarkus-run.jar || $(MAKE) --no-print-directory build
	@$(JAVA_HOME)/bin/java $(JVM) -Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp 'target/local/quarkus-app/app/*:target/local/quarkus-app/lib/main/*:target/local/quarkus-app/lib/boot/*' \
	  dev.countersign.verify.VerifyReceipt "$(RECEIPT)" "$(ARTIFACTS)" "$(KEYS)"

bench: tools ## Measure jobs per second, and what a quick answer takes beside its model
	$(call tagged,bench) -Djit=-XX:+UseSerialGC # compiled as a server is

cold-start: lambda ## Measure process start to first answer of the functions, JVM and native if built
	$(call tagged,cold-start)

score: tools ## Score the comparison of the sample packets against the truth
	@command -v pdftotext >/dev/null || { echo "make score finds quotes again with pdftotext: apt-get install poppler-utils" >&2; exit 1; }
	$(MVN) -q test-compile -Dquick dependency:build-classpath -Dmdep.outputFile=target/local/classpath
	$(JAVA_HOME)/bin/java -cp target/local/classes:target/local/test-classes:$$(cat target/local/classpath) \
	  dev.countersign.packet.bid.ComparePackets $(SCORES) $(PACKETS)/*/
	python3 tools/score-bids.py --all $(PACKETS) $(SCORES)

format: tools ## Format the sources
	$(MVN) -q -Dquick spotless:apply

clean: ## Remove what was built
	rm -rf target
