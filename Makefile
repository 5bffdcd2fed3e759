# wyre: an embeddable C library of protocol codecs. `make help` lists what it can make.

# ---- variables: all can be set on the command line -------------------------------------------------

VERSION  := $(shell sed -n 's/^\#define VERSION "\(.*\)"/\1/p' lib/core/status.c)
SOVERSION = 0

CC       ?= cc
AR       ?= ar
CLANG    ?= clang
CFLAGS   ?= -O2 -g
PREFIX   ?= /usr/local
LIBDIR   ?= $(PREFIX)/lib
INCLUDEDIR ?= $(PREFIX)/include
SHARED   ?= ../shared

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wcast-qual \
           -Wstrict-prototypes -Wundef -Wvla
BASE     = -std=c11 $(WARNINGS) -Iinclude

LIB_SOURCES  = $(sort $(wildcard lib/*/*.c))
HEADERS      = $(wildcard include/wyre/*.h) $(wildcard lib/*/*.h)
TEST_HEADERS = $(wildcard tests/*.h tests/properties/*.h fuzz/*.h)
TESTS        = $(patsubst tests/unit/%.c,%,$(sort $(wildcard tests/unit/test_*.c)))
FUZZERS      = $(patsubst fuzz/%.c,%,$(sort $(wildcard fuzz/fuzz_*.c)))

.DEFAULT_GOAL = all
.PHONY: all
all: build/libwyre.a build/libwyre.so ## the static and the shared library, in build/

comma = ,

# ---- a variant: objects, library and unit tests of one compiler and its options --------------------
# $(1) name; $(2) compiler; $(3) options; $(4) what runs a test program; $(5) where its cmocka is

define variant
build/$(1)/lib/%.o: lib/%.c $$(HEADERS)
	@mkdir -p $$(@D)
	$(2) $$(BASE) -DWYRE_BUILD -fvisibility=hidden -fPIC -ffunction-sections $(3) -c $$< -o $$@
build/$(1)/libwyre.a: $$(LIB_SOURCES:%.c=build/$(1)/%.o)
	@rm -f $$@
	$$(AR) rcs $$@ $$^
build/$(1)/test_%: tests/unit/test_%.c build/$(1)/libwyre.a $$(HEADERS) $$(TEST_HEADERS)
	@mkdir -p $$(@D)
	$(2) $$(BASE) -Itests $(3) $(5) $$< build/$(1)/libwyre.a -lcmocka -o $$@
.PHONY: unit-$(1)
unit-$(1): $$(TESTS:%=build/$(1)/%)
	@for t in $$(TESTS:%=build/$(1)/%); do $(4) $$$$t || exit 1; done
endef

$(eval $(call variant,native,$$(CC),$$(CPPFLAGS) $$(CFLAGS) $$(LDFLAGS),,))
$(eval $(call variant,asan,$$(CC),-O1 -g -fsanitize=address$(comma)undefined -fno-sanitize-recover=all,,))

build/libwyre.a: build/native/libwyre.a
	cp $< $@
build/libwyre.so: $(LIB_SOURCES:%.c=build/native/%.o)
	$(CC) -shared -Wl,-soname,libwyre.so.$(SOVERSION) $(LDFLAGS) $^ -o $@
