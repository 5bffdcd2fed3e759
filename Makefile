# wyre: an embeddable C library of protocol codecs. `make help` lists what it can make.

# ---- variables: all can be set on the command line -------------------------------------------------

VERSION  := $(shell sed -n 's/^\#define VERSION "\(.*\)"/\1/p' lib/core/status.c)
SOVERSION = 0

CC       ?= cc
AR       ?= ar
CLANG    ?= clang
PYTHON   ?= $(firstword $(wildcard /usr/bin/python3) python3)
CFLAGS   ?= -O2 -g
PREFIX   ?= /usr/local
LIBDIR   ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
DESTDIR  ?=
SHARED   ?= ../shared# where the recorded connections of check-captures are
PEER     ?= # check-peers: one peer alone
FUZZER   ?= # fuzz: the harness, such as fuzz_smb2_header
FUZZ_SECONDS ?= 5# fuzz-smoke: how long each harness runs
WERROR   ?= # 1: warnings are errors
STRICT   ?= # 1: check fails where it would skip a ring

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wcast-qual \
           -Wstrict-prototypes -Wundef -Wvla $(if $(WERROR),-Werror)
BASE     = -std=c11 $(WARNINGS) -Iinclude
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all

LIB_SOURCES = $(sort $(wildcard lib/*/*.c))
TESTS       = $(patsubst tests/unit/%.c,%,$(sort $(wildcard tests/unit/test_*.c)))
FUZZERS     = $(patsubst fuzz/%.c,%,$(sort $(wildcard fuzz/fuzz_*.c)))
EXAMPLES    = $(sort $(patsubst %/,%,$(dir $(patsubst examples/%,%,$(wildcard examples/*/*.c)))) \
                     $(patsubst examples/%.c,%,$(wildcard examples/*.c)))
DEMO       ?= $(foreach p,smb tds ftp msnp,$(firstword $(wildcard tests/vectors/$(p)/demo*.c2s \
                                                                  tests/vectors/$(p)/*.c2s)))

Q     = $(if $(V),,@)# V=1 shows the commands
has   = $(shell command -v $(1) || ls -d $(1) 2>/dev/null)
ifeq ($(call has,$(firstword $(CC))),)
$(error $(CC) is missing: apt-get install -y gcc libc6-dev)
endif

# ---- library ---------------------------------------------------------------------------------------

.DEFAULT_GOAL = all
.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all
all: build/libwyre.a build/libwyre.so ## the static and the shared library, in build/

# One compiler and its options: objects, library, unit tests, and the log of each test that passed.
# $(1) name; $(2) compiler; $(3) options; $(4) what runs a program; $(5) where its cmocka is
define variant
build/$(1)/lib/%.o: lib/%.c
	$$(Q)mkdir -p $$(@D)
	$$(Q)$(2) $$(BASE) -DWYRE_BUILD -fvisibility=hidden -fPIC -ffunction-sections $(3) -MMD -MP -c $$< -o $$@
build/$(1)/libwyre.a: $$(LIB_SOURCES:%.c=build/$(1)/%.o)
	@rm -f $$@
	$$(Q)$$(AR) rcs $$@ $$^
build/$(1)/test_%: tests/unit/test_%.c build/$(1)/libwyre.a
	$$(Q)$(2) $$(BASE) -Itests $(3) -MMD -MP -MF $$@.d $$< build/$(1)/libwyre.a $$(LDFLAGS) $(5) -lcmocka -o $$@
build/$(1)/test_%.log: build/$(1)/test_%
	@$(4) $$< > $$@.new 2>&1 || { cat $$@.new; echo "$$<: failed"; exit 1; }
	@mv $$@.new $$@
.PHONY: unit-$(1)
unit-$(1): $$(TESTS:%=build/$(1)/%.log)
	@echo "== unit tests: $(1)"
	@for log in $$^; do tail -n 2 $$$$log; done
endef

$(eval $(call variant,native,$$(CC),$$(CPPFLAGS) $$(CFLAGS)))
$(eval $(call variant,clang,$$(CLANG),$$(CPPFLAGS) $$(CFLAGS)))
$(eval $(call variant,asan,$$(CC),-O1 -g $$(SANITIZE)))
$(eval $(call variant,steps,$$(CC),-O1 -fsanitize-coverage=trace-pc))
$(eval $(call variant,cov,$$(CC),-O0 -g --coverage))
$(eval $(call variant,gates,gcc,-O2 -fno-optimize-sibling-calls -fcallgraph-info=su))
$(eval $(call variant,fuzz,$$(CLANG),-O1 -g -fsanitize=fuzzer-no-link $$(SANITIZE)))
-include $(shell find build -name '*.d' 2>/dev/null)

build/libwyre.a: build/native/libwyre.a
	@cp $< $@
build/libwyre.so.$(SOVERSION): $(LIB_SOURCES:%.c=build/native/%.o) lib/wyre.map
	$(Q)$(CC) -shared -Wl,-soname,$(@F) -Wl,--version-script=lib/wyre.map -Wl,-z,defs $(CFLAGS) \
	  $(filter %.o,$^) $(LDFLAGS) -o $@
build/libwyre.so: build/libwyre.so.$(SOVERSION)
	@ln -sf $(<F) $@

# ---- examples: examples/NAME.c, or the folder examples/NAME, is build/NAME ---------------------------

OPENSSL := $(call has,/usr/include/openssl/ssl.h)
secure   = $(shell grep -ls 'include <openssl/' examples/$(1).c examples/$(1)/*.c)
skipped := $(if $(OPENSSL),,$(foreach e,$(EXAMPLES),$(if $(call secure,$(e)),$(e))))
define example
build/$(1): $(wildcard examples/$(1).c examples/$(1)/*.c examples/$(1)/*.h) build/libwyre.a
	@mkdir -p $$(@D)
	$$(Q)$$(CC) $$(BASE) $$(CPPFLAGS) $$(CFLAGS) $$(filter %.c,$$^) build/libwyre.a $$(LDFLAGS) \
	  $(if $(call secure,$(1)),-lssl -lcrypto) -o $$@
endef
$(foreach e,$(EXAMPLES),$(eval $(call example,$(e))))

.PHONY: demo examples
demo: build/dissect ## dissects recorded sessions of all four protocols
	@for c2s in $(DEMO); do \
	  echo "== $$c2s"; \
	  $< --c2s $$c2s --s2c $${c2s%.c2s}.s2c || exit 1; \
	done
examples: $(addprefix build/,$(filter-out $(skipped),$(EXAMPLES))) ## every program of examples/
	@for e in $(skipped); do echo "skip: example $$e: OpenSSL is missing: apt-get install -y libssl-dev"; done

# ---- tests: a ring is a target check-NAME; `check` makes all that this machine can -------------------

# $(1) name; $(2) programs and files it needs; $(3) their packages; $(4) what it makes
define ring
LACKS-$(1)    := $(strip $(foreach need,$(2),$(if $(call has,$(need)),,$(need))))
PACKAGES-$(1) := $(3)
.PHONY: check-$(1) skip-$(1)
check-$(1): $$(if $$(LACKS-$(1)),lack-$(1),$(4))
ALL_RINGS += $(1)
endef
says = $(LACKS-$(1)) is missing$(if $(PACKAGES-$(1)),: apt-get install -y $(PACKAGES-$(1)))
lack-%:
	@echo "check-$*: $(call says,$*)"; exit 1
skip-%:
	@echo "skip: $*: $(call says,$*)$(if $(STRICT),; exit 1)"$(if $(STRICT),; exit 1)

# cmocka for another machine comes out of that machine's packages; nothing is installed.
ifneq ($(filter check check-32 unit-i686,$(MAKECMDGOALS)),)
CMOCKA_I386  := $(if $(call has,i686-linux-gnu-gcc),$(shell tests/cross/cmocka i386))
endif
ifneq ($(filter check check-be unit-s390x,$(MAKECMDGOALS)),)
CMOCKA_S390X := $(if $(call has,s390x-linux-gnu-gcc),$(shell tests/cross/cmocka s390x))
endif
cross = -I$(1)/usr/include -L$(dir $(firstword $(wildcard $(1)/usr/lib/*/libcmocka.so)))
paths = /usr/$(1)/lib:$(dir $(firstword $(wildcard $(2)/usr/lib/*/libcmocka.so)))
$(eval $(call variant,i686,i686-linux-gnu-gcc,-O2 -g -I$$(CMOCKA_I386)/usr/include,/usr/i686-linux-gnu/lib/ld-linux.so.2 \
  --library-path $$(call paths,i686-linux-gnu,$$(CMOCKA_I386)),$$(call cross,$$(CMOCKA_I386))))
$(eval $(call variant,s390x,s390x-linux-gnu-gcc,-O2 -g -I$$(CMOCKA_S390X)/usr/include,qemu-s390x-static \
  -L /usr/s390x-linux-gnu -E LD_LIBRARY_PATH=$$(call paths,s390x-linux-gnu,$$(CMOCKA_S390X)),$$(call cross,$$(CMOCKA_S390X))))

$(eval $(call ring,unit,/usr/include/cmocka.h,libcmocka-dev,unit-native))
$(eval $(call ring,clang,clang,clang,unit-clang))
$(eval $(call ring,gates,python3 gcc nm,python3 gcc binutils,gates))
$(eval $(call ring,bindings,$(PYTHON),python3,bindings))
$(eval $(call ring,install,pkg-config,pkg-config,test-install))
$(eval $(call ring,examples,,,examples))
$(eval $(call ring,asan,/usr/include/cmocka.h,libcmocka-dev,unit-asan replay))
$(eval $(call ring,32,i686-linux-gnu-gcc,gcc-i686-linux-gnu libc6-dev-i386-cross,unit-i686))
$(eval $(call ring,be,s390x-linux-gnu-gcc qemu-s390x-static,gcc-s390x-linux-gnu qemu-user-static,unit-s390x))
$(eval $(call ring,steps,,,steps))
$(eval $(call ring,captures,$(PYTHON) $(SHARED)/captures,,captures))
$(eval $(call ring,bench,valgrind,valgrind,bench-check))
$(eval $(call ring,peers,$(PYTHON),python3,peers))
$(eval $(call ring,fuzz,clang,clang libclang-rt-14-dev,fuzz-smoke planted))
$(eval $(call ring,prove,frama-c why3 cvc4 z3,frama-c-base why3 cvc4 z3,prove))
RINGS ?= $(ALL_RINGS)

.PHONY: check steps gates bindings test-install replay captures peers
check: $(foreach r,$(RINGS),$(if $(and $(LACKS-$(r)),$(filter-out unit,$(r))),skip-$(r),check-$(r))) ## every ring that this machine can run; RINGS="unit asan" names some
	@echo "check: passed: $(foreach r,$(RINGS),$(if $(LACKS-$(r)),,$(r)))"
	@$(if $(strip $(foreach r,$(RINGS),$(LACKS-$(r)))),echo "check: skipped: $(foreach r,$(RINGS),$(if $(LACKS-$(r)),$(r)))",:)
steps: build/steps/steps
	@echo "== edges taken by byte of input" && $<
build/steps/steps: tests/steps/steps.c build/steps/libwyre.a
	$(Q)$(CC) $(BASE) $^ -o $@
gates: all build/gates/libwyre.a
	@echo "== gates"
	@failed=0; for gate in tests/gates/*; do CC="$(CC)" PATH="/usr/bin:$$PATH" $$gate || failed=1; done; exit $$failed
bindings: all
	@for test in tests/bindings/test_*.py; do $(PYTHON) $$test || exit 1; done
test-install: all
	@MAKE="$(MAKE)" CC="$(CC)" tests/install/run
replay: $(FUZZERS:%=build/asan/%) build/seeds/done
	@echo "== every seed through every harness"
	@$(foreach f,$(FUZZERS),find $(call seeds_of,$(f)) -type f | xargs build/asan/$(f) && ) :
captures: build/dissect
	@$(PYTHON) tests/captures/test_compare
	@$(PYTHON) tests/captures/compare --corpus tests/vectors
	@$(PYTHON) tests/captures/compare --corpus $(SHARED)/captures
build/peers/encoded_%: tests/peers/encoded/%.c build/libwyre.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) -O1 -g -MMD -MP -MF $@.d $< build/libwyre.a -o $@
peers: all $(patsubst tests/peers/encoded/%.c,build/peers/encoded_%,$(wildcard tests/peers/encoded/*.c))
	@PYTHON="$(PYTHON)" tests/peers/run $(PEER)

# Each ring by its own name, for `make help`.
check-asan: ## unit tests and fuzz seeds under ASan and UBSan
check-32: ## unit tests on i686
check-be: ## unit tests on a big-endian machine, s390x through qemu-user
check-captures: ## recorded connections against another dissector's reading
check-peers: ## against real programs on loopback; PEER=tshark names one

# ---- fuzzing: build/seeds holds every unit of tests/vectors, build/corpus what was found -------------

seeds_of = build/seeds/$(firstword $(foreach p,smb tds ftp msnp,$(if $(findstring $(p),$(1)),$(p))))
build/asan/fuzz_%: fuzz/fuzz_%.c fuzz/standalone.c build/asan/libwyre.a
	$(Q)$(CC) $(BASE) -O1 -g $(SANITIZE) -MMD -MP -MF $@.d $^ -o $@
build/fuzz/fuzz_%: fuzz/fuzz_%.c build/fuzz/libwyre.a
	$(Q)$(CLANG) $(BASE) -O1 -g -fsanitize=fuzzer $(SANITIZE) -MMD -MP -MF $@.d $^ -o $@
build/fuzz/seeds: fuzz/seeds.c $(filter-out %/dissect.c %/out.c,$(wildcard examples/dissect/*.c)) build/libwyre.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) -O1 -g $^ -o $@
build/seeds/done: build/fuzz/seeds $(wildcard tests/vectors/*/*.c2s tests/vectors/*/*.s2c)
	@rm -rf $(@D) && mkdir -p $(@D)/smb $(@D)/tds $(@D)/ftp $(@D)/msnp
	@cd $(@D) && for p in smb tds ftp msnp; do ../fuzz/seeds $$p ../../tests/vectors/$$p/*.[cs]2[cs] || exit 1; done
	@touch $@

.PHONY: fuzz fuzz-smoke planted bench bench-check bench-plot cov lint prove
fuzz: $(if $(FUZZER),build/fuzz/$(FUZZER) build/seeds/done,$(FUZZERS:%=build/fuzz/%)) ## builds the libFuzzer harnesses; FUZZER=fuzz_smb2_header runs one until it is stopped
	@$(if $(FUZZER),mkdir -p build/corpus/$(FUZZER) && $< -max_len=8192 build/corpus/$(FUZZER) $(call seeds_of,$(FUZZER)),ls $^)
fuzz-smoke: $(FUZZERS:%=smoke-%) ## every harness for FUZZ_SECONDS
smoke-%: build/fuzz/% build/seeds/done
	@mkdir -p build/corpus/$*
	@$< -max_len=8192 -timeout=10 -max_total_time=$(FUZZ_SECONDS) build/corpus/$* $(call seeds_of,$*) \
	  > build/corpus/$*.log 2>&1 || { tail -n 40 build/corpus/$*.log; echo "$*: failed"; exit 1; }
	@echo "$*: $$(sed -n 's/^Done //p' build/corpus/$*.log)"
planted: build/seeds/done
	@CLANG="$(CLANG)" tests/planted/fuzz

# ---- checks ------------------------------------------------------------------------------------------

bench: build/bench/bench ## nanoseconds, instructions and sizes of common work
	@$(PYTHON) tests/bench/run $(BENCH)
bench-check: build/bench/bench
	@$(PYTHON) tests/bench/check
bench-plot: build/bench/bench
	@$(PYTHON) tests/bench/plot
build/bench/bench: $(wildcard tests/bench/*.c) build/libwyre.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) -D_POSIX_C_SOURCE=200809L $(CPPFLAGS) $(CFLAGS) $^ $(LDFLAGS) -o $@
cov: unit-cov ## coverage of the unit tests, per library file
	@gcovr --root . --filter lib/ build/cov
lint: ## formatting and static analysis
	@CLANG="$(CLANG)" tests/lint
prove: ## memory safety and termination, by Frama-C
	@tests/prove/run

# ---- install -----------------------------------------------------------------------------------------

.PHONY: install uninstall clean help
install: all ## to PREFIX and LIBDIR, under DESTDIR
	install -d $(DESTDIR)$(INCLUDEDIR)/wyre $(DESTDIR)$(LIBDIR)/pkgconfig
	install -m 644 include/wyre/*.h $(DESTDIR)$(INCLUDEDIR)/wyre
	install -m 644 build/libwyre.a $(DESTDIR)$(LIBDIR)
	install -m 755 build/libwyre.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)
	ln -sf libwyre.so.$(SOVERSION) $(DESTDIR)$(LIBDIR)/libwyre.so
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@LIBDIR@|$(LIBDIR)|' -e 's|@INCLUDEDIR@|$(INCLUDEDIR)|' \
	    -e 's|@VERSION@|$(VERSION)|' pkgconfig/wyre.pc.in > $(DESTDIR)$(LIBDIR)/pkgconfig/wyre.pc
uninstall: ## what install brought
	rm -f $(addprefix $(DESTDIR)$(INCLUDEDIR)/wyre/,$(notdir $(wildcard include/wyre/*.h)))
	rm -f $(addprefix $(DESTDIR)$(LIBDIR)/,libwyre.a libwyre.so libwyre.so.$(SOVERSION) pkgconfig/wyre.pc)
	-rmdir $(DESTDIR)$(INCLUDEDIR)/wyre 2>/dev/null
clean: ## removes build/
	rm -rf build
help: ## this list
	@awk -F ':.*## ' '/^[a-z][a-z0-9-]*:.*## / { printf "  %-15s %s\n", $$1, $$2 }' Makefile
