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
FRAME_SECONDS ?= $(FUZZ_SECONDS)# and each of the core, the frames, the headers and the chains
WERROR   ?= # 1: warnings are errors
STRICT   ?= # 1: check fails where it would skip a ring

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wcast-qual \
           -Wstrict-prototypes -Wundef -Wvla $(if $(WERROR),-Werror)
BASE     = -std=c11 $(WARNINGS) -Iinclude

LIB_SOURCES = $(sort $(wildcard lib/*/*.c))
TESTS       = $(patsubst tests/unit/%.c,%,$(sort $(wildcard tests/unit/test_*.c)))
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

build/libwyre.a: build/native/libwyre.a
	@cp $< $@
build/libwyre.so.$(SOVERSION): $(LIB_SOURCES:%.c=build/native/%.o) lib/wyre.map
	$(Q)$(CC) -shared -Wl,-soname,$(@F) -Wl,--version-script=lib/wyre.map -Wl,-z,defs $(CFLAGS) \
	  $(filter %.o,$^) $(LDFLAGS) -o $@
build/libwyre.so: build/libwyre.so.$(SOVERSION)
	@ln -sf $(<F) $@

# ---- examples: examples/NAME.c, or the folder examples/NAME, is build/NAME ---------------------------

# Without OpenSSL the examples that include it are skipped, but for those that can leave it out: they look
# at WITH_OPENSSL.
OPENSSL := $(call has,/usr/include/openssl/ssl.h)
says_so  = $(foreach e,$(EXAMPLES),$(if $(shell grep -ls '$(1)' examples/$(e).c examples/$(e)/*.c),$(e)))
secure  := $(call says_so,include <openssl/)
partly  := $(if $(OPENSSL),,$(call says_so,WITH_OPENSSL))
skipped := $(if $(OPENSSL),,$(filter-out $(partly),$(secure)))
define example
build/$(1): $(wildcard examples/$(1).c examples/$(1)/*.c examples/$(1)/*.h examples/*.h) build/libwyre.a
	@mkdir -p $$(@D)
	$$(Q)$$(CC) $$(BASE) $$(CPPFLAGS) $$(CFLAGS) $$(filter %.c,$$^) build/libwyre.a $$(LDFLAGS) \
	  $(if $(and $(OPENSSL),$(filter $(1),$(secure))),-DWITH_OPENSSL -lssl -lcrypto) -o $$@
endef
$(foreach e,$(EXAMPLES),$(eval $(call example,$(e))))

.PHONY: demo examples
demo: build/dissect ## dissects recorded sessions of all four protocols
	@for c2s in $(DEMO); do \
	  echo "== $$c2s"; \
	  $< --c2s $$c2s --s2c $${c2s%.c2s}.s2c || exit 1; \
	done
examples: $(addprefix build/,$(filter-out $(skipped),$(EXAMPLES))) ## every program of examples/
	@for e in $(skipped) $(partly:%=TLS@%); do \
	  echo "skip: example $$e: OpenSSL is missing: apt-get install -y libssl-dev" | sed 's/@/ of /'; done

# ---- tests and checks ------------------------------------------------------------------------------

include tests/rings.mk

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
	@awk -F ':.*## ' '/^[a-z][a-z0-9-]*:.*## / { printf "  %-15s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
