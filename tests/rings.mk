# Tests and checks of wyre, included by the Makefile. A ring is a target check-NAME; `check` makes all
# that this machine can run and names the others with the packages that they lack.

FUZZERS  = $(patsubst fuzz/%.c,%,$(sort $(wildcard fuzz/fuzz_*.c)))
# those of the core, the frames, the headers and the chains: what every other function stands on
FRAME_FUZZERS = $(addprefix fuzz_,core_line core_text netbios smb1_message smb2_header smb2_frames \
                                  tds_packet tds_prelogin ftp_frame msnp_command)
SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all

# ---- the library and its unit tests, other compilers and options -------------------------------------

$(eval $(call variant,clang,$$(CLANG),$$(CPPFLAGS) $$(CFLAGS)))
$(eval $(call variant,asan,$$(CC),-O1 -g $$(SANITIZE)))
$(eval $(call variant,cov,$$(CC),-O0 -g --coverage))
$(eval $(call variant,gates,gcc,-O2 -fno-optimize-sibling-calls -fcallgraph-info=su))
$(eval $(call variant,steps,$$(CC),-O1 -fsanitize-coverage=trace-pc))
$(eval $(call variant,fuzz,$$(CLANG),-O1 -g -fsanitize=fuzzer-no-link $$(SANITIZE)))
# cmocka for another machine comes out of that machine's packages; nothing is installed.
ifneq ($(filter check quick check-32 unit-i686,$(MAKECMDGOALS)),)
CMOCKA_I386  := $(if $(call has,i686-linux-gnu-gcc),$(shell tests/cross/cmocka i386))
endif
ifneq ($(filter check quick check-simd unit-aarch64,$(MAKECMDGOALS)),)
CMOCKA_ARM64 := $(if $(call has,aarch64-linux-gnu-gcc),$(shell tests/cross/cmocka arm64))
endif
ifneq ($(filter check quick check-be unit-s390x,$(MAKECMDGOALS)),)
CMOCKA_S390X := $(if $(call has,s390x-linux-gnu-gcc),$(shell tests/cross/cmocka s390x))
endif
cross = -I$(1)/usr/include -L$(dir $(firstword $(wildcard $(1)/usr/lib/*/libcmocka.so)))
paths = /usr/$(1)/lib:$(dir $(firstword $(wildcard $(2)/usr/lib/*/libcmocka.so)))
$(eval $(call variant,i686,i686-linux-gnu-gcc,-O2 -g -I$$(CMOCKA_I386)/usr/include,/usr/i686-linux-gnu/lib/ld-linux.so.2 \
  --library-path $$(call paths,i686-linux-gnu,$$(CMOCKA_I386)),$$(call cross,$$(CMOCKA_I386))))
$(eval $(call variant,s390x,s390x-linux-gnu-gcc,-O2 -g -I$$(CMOCKA_S390X)/usr/include,qemu-s390x-static \
  -L /usr/s390x-linux-gnu -E LD_LIBRARY_PATH=$$(call paths,s390x-linux-gnu,$$(CMOCKA_S390X)),$$(call cross,$$(CMOCKA_S390X))))
$(eval $(call variant,aarch64,aarch64-linux-gnu-gcc,-O2 -g -I$$(CMOCKA_ARM64)/usr/include,qemu-aarch64-static \
  -L /usr/aarch64-linux-gnu -E LD_LIBRARY_PATH=$$(call paths,aarch64-linux-gnu,$$(CMOCKA_ARM64)),$$(call cross,$$(CMOCKA_ARM64))))
# the emulator has AVX2, whatever the machine has
$(eval $(call variant,avx2,$$(CC),-O2 -g -mavx2,qemu-x86_64-static -cpu max))

# What looks at vectors of bytes, and what stands on it; `make unit-aarch64 unit-avx2` runs all the others too.
SIMD_TESTS = $(filter test_line% test_utf16 test_ftp_reply% test_msnp_command test_msnp_headers,$(TESTS))

# ---- rings -------------------------------------------------------------------------------------------

# $(1) name; $(2) programs and files it needs; $(3) their packages; $(4) what it makes
define ring
LACKS-$(1)    := $(strip $(foreach need,$(2),$(if $(call has,$(need)),,$(need))))
PACKAGES-$(1) := $(3)
.PHONY: check-$(1)
check-$(1): $$(if $$(LACKS-$(1)),lack-$(1),$(4))
ALL_RINGS += $(1)
endef
says = $(LACKS-$(1)) is missing$(if $(PACKAGES-$(1)),: apt-get install -y $(PACKAGES-$(1)))
lack-%:
	@echo "check-$*: $(call says,$*)"; exit 1
skip-%:
	@echo "skip: $*: $(call says,$*)"; exit $(if $(STRICT),1,0)

# What the programs of tests/peers need.
PEER_PACKAGES = tshark samba smbclient python3-impacket python3-cryptography python3-tds freetds-bin \
                python3-pyftpdlib vsftpd lftp curl nodejs npm python3-samba \
                samba-libs libwim15 ntfs-3g python3-libfwnt
$(eval $(call ring,unit,/usr/include/cmocka.h,libcmocka-dev,unit-native))
$(eval $(call ring,clang,clang,clang,unit-clang))
$(eval $(call ring,gates,python3 gcc nm,python3 gcc g++ binutils python3-cffi,gates))
$(eval $(call ring,bindings,$(PYTHON),python3,bindings))
$(eval $(call ring,install,pkg-config,pkg-config,test-install))
$(eval $(call ring,examples,,,examples))
$(eval $(call ring,asan,/usr/include/cmocka.h,libcmocka-dev,unit-asan replay))
$(eval $(call ring,32,i686-linux-gnu-gcc,gcc-i686-linux-gnu libc6-dev-i386-cross,unit-i686))
$(eval $(call ring,be,s390x-linux-gnu-gcc qemu-s390x-static,gcc-s390x-linux-gnu qemu-user-static,unit-s390x))
$(eval $(call ring,simd,aarch64-linux-gnu-gcc qemu-aarch64-static qemu-x86_64-static,gcc-aarch64-linux-gnu libc6-dev-arm64-cross \
  qemu-user-static,simd))
$(eval $(call ring,steps,,,steps))
$(eval $(call ring,captures,$(PYTHON),python3,captures))
$(eval $(call ring,bench,valgrind,valgrind gcc-arm-none-eabi libnewlib-arm-none-eabi,bench-check))
$(eval $(call ring,peers,$(PYTHON),python3 $(PEER_PACKAGES),peers))
$(eval $(call ring,fuzz,clang,clang libclang-rt-14-dev llvm-14,fuzz-smoke planted))
$(eval $(call ring,prove,frama-c why3 cvc4 z3,frama-c-base why3 cvc4 z3,prove-frames))
RINGS ?= $(ALL_RINGS)

# The rings that need no quiet machine, and the harnesses that fuzzing needs: `make -j quick`.
quick: $(filter-out check-bench check-peers check-fuzz check-prove,$(ALL_RINGS:%=check-%)) $(FUZZERS:%=build/fuzz/%)
packages:
	@echo $(sort $(foreach r,$(ALL_RINGS),$(PACKAGES-$(r))) clang-format-14 cppcheck libssl-dev)

.PHONY: check quick packages simd steps gates bindings test-install replay captures peers
check: $(foreach r,$(RINGS),$(if $(and $(LACKS-$(r)),$(filter-out unit,$(r))),skip-$(r),check-$(r))) ## every ring that this machine can run; RINGS="unit asan" names some
	@echo "check: passed: $(foreach r,$(RINGS),$(if $(LACKS-$(r)),,$(r)))"
	@$(if $(strip $(foreach r,$(RINGS),$(LACKS-$(r)))),echo "check: skipped: $(foreach r,$(RINGS),$(if $(LACKS-$(r)),$(r)))",:)
simd: $(foreach m,aarch64 avx2,$(SIMD_TESTS:%=build/$(m)/%.log))
	@echo "== unit tests of what looks at vectors: aarch64, avx2"
	@for log in $^; do tail -n 2 $$log; done
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
	@failed=0; $(foreach f,$(FUZZERS),fuzz/replay build/asan/$(f) $(call seeds_of,$(f)) $(if $(filter $(EACH),$(f)),each) || failed=1;) exit $$failed
captures: build/dissect build/libwyre.so
	@$(PYTHON) tests/captures/test_compare
	@$(PYTHON) tests/captures/compare --corpus tests/vectors
	@$(PYTHON) tests/captures/compare --corpus $(SHARED)/captures
	@$(PYTHON) tests/captures/again tests/vectors
	@$(PYTHON) tests/captures/again $(SHARED)/captures
	@$(PYTHON) tests/captures/test_tokens tests/vectors $(SHARED)/captures
# Against the shared library, so that what they import tells which encoders they call.
build/peers/encoded_%: tests/peers/encoded/%.c build/libwyre.so
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) -O1 -g -MMD -MP -MF $@.d $< build/libwyre.so -Wl,-rpath,$(CURDIR)/build -o $@
peers: all $(patsubst tests/peers/encoded/%.c,build/peers/encoded_%,$(wildcard tests/peers/encoded/*.c))
	@PYTHON="$(PYTHON)" tests/peers/run $(PEER)

# Each ring by its own name, for `make help`.
check-asan: ## unit tests and fuzz seeds under ASan and UBSan
check-32: ## unit tests on i686
check-be: ## unit tests on a big-endian machine, s390x through qemu-user
check-captures: ## recorded connections against another dissector's reading
check-peers: ## against real programs on loopback; PEER=tshark names one

# ---- fuzzing: build/seeds holds every unit of tests/vectors and every vector of the unit tests,
# ---- build/corpus what was found ---------------------------------------------------------------------

# Those whose whole input is the message: of each layout that they try there is a seed.
EACH = fuzz_smb% fuzz_fscc fuzz_fsctl fuzz_dtyp fuzz_dfsc fuzz_ntlmssp fuzz_spnego fuzz_netbios
SEEDING = $(if $(call has,/usr/include/cmocka.h),$(patsubst tests/unit/%.c,build/native/%,$(sort $(wildcard tests/unit/test_*.c))))

seeds_of = build/seeds/$(firstword $(foreach p,smb tds ftp msnp,$(if $(findstring $(p),$(1)),$(p))))
build/asan/fuzz_%: fuzz/fuzz_%.c fuzz/standalone.c build/asan/libwyre.a
	$(Q)$(CC) $(BASE) -DWYRE_REACHED -O1 -g $(SANITIZE) -MMD -MP -MF $@.d $(filter %.c %.a,$^) -o $@
build/fuzz/fuzz_%: fuzz/fuzz_%.c build/fuzz/libwyre.a
	$(Q)$(CLANG) $(BASE) -O1 -g -fsanitize=fuzzer $(SANITIZE) -MMD -MP -MF $@.d $(filter %.c %.a,$^) -o $@
build/fuzz/seeds: fuzz/seeds.c $(filter-out %/dissect.c %/out.c,$(wildcard examples/dissect/*.c)) build/libwyre.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) -O1 -g $^ -o $@
build/seeds/done: build/fuzz/seeds $(wildcard tests/vectors/*/*.c2s tests/vectors/*/*.s2c) $(SEEDING)
	@rm -rf $(@D) && mkdir -p $(@D)/smb $(@D)/tds $(@D)/ftp $(@D)/msnp
	@cd $(@D) && for p in smb tds ftp msnp; do ../fuzz/seeds $$p ../../tests/vectors/$$p/*.[cs]2[cs] || exit 1; done
	@for test in $(SEEDING); do \
	  case $$test in */test_tds*) p=tds;; */test_ftp*) p=ftp;; */test_msnp*) p=msnp;; *) p=smb;; esac; \
	  WYRE_SEEDS=$(@D)/$$p $$test > $(@D)/log 2>&1 || { cat $(@D)/log; exit 1; }; done; rm -f $(@D)/log
	@touch $@

.PHONY: fuzz fuzz-smoke planted bench bench-check bench-plot cov lint prove prove-frames
fuzz: $(if $(FUZZER),build/fuzz/$(FUZZER) build/seeds/done,$(FUZZERS:%=build/fuzz/%)) ## builds the libFuzzer harnesses; FUZZER=fuzz_smb2_header runs one until it is stopped
	@$(if $(FUZZER),mkdir -p build/corpus/$(FUZZER) && $< -max_len=8192 build/corpus/$(FUZZER) $(call seeds_of,$(FUZZER)),ls $^)
fuzz-smoke: $(FUZZERS:%=build/fuzz/%) build/seeds/done ## every harness for FUZZ_SECONDS, those of frames for FRAME_SECONDS
	@echo "== $(words $(FRAME_FUZZERS)) harnesses of frames $(FRAME_SECONDS) s each, $(words $(FUZZERS)) in all, the others $(FUZZ_SECONDS) s each"
	@printf '%s\n' $(foreach f,$(FRAME_FUZZERS),"$(FRAME_SECONDS) $(f) $(call seeds_of,$(f))") \
	  $(foreach f,$(filter-out $(FRAME_FUZZERS),$(FUZZERS)),"$(FUZZ_SECONDS) $(f) $(call seeds_of,$(f))") \
	  | xargs -P $$(nproc) -L 1 fuzz/smoke
planted: build/seeds/done
	@CLANG="$(CLANG)" tests/planted/run fuzz

# ---- checks ------------------------------------------------------------------------------------------

bench: build/bench/bench ## nanoseconds, instructions and sizes of common work
	@$(PYTHON) tests/bench/run $(BENCH)
bench-check: build/bench/bench build/libwyre.so
	@$(PYTHON) tests/bench/check
bench-plot: build/bench/bench
	@$(PYTHON) tests/bench/plot
build/bench/bench: $(wildcard tests/bench/*.c) build/libwyre.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(BASE) -D_POSIX_C_SOURCE=200809L $(CPPFLAGS) $(CFLAGS) $^ -Wl,--wrap=malloc,--wrap=free $(LDFLAGS) -o $@
cov: unit-cov ## coverage of the unit tests, per library file
	@gcovr --root . --filter lib/ build/cov
lint: ## formatting and static analysis
	@CLANG="$(CLANG)" tests/lint
prove: ## memory safety and termination, by Frama-C: all that tests/prove/frames and bodies list
	@tests/prove/run
prove-frames: ## the core, the frames and the headers of it, in minutes, and that a planted bug fails it
	@tests/prove/run --frames
	@tests/planted/run prove

-include $(shell find build -name '*.d' 2>/dev/null)
