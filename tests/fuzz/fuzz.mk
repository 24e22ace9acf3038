# Fuzzing: each tests/fuzz/NAME.c but replay.c is a target for libFuzzer and AFL++. The tests replay
# tests/fuzz/corpus/NAME and change it at random for a while, without a fuzzer.
FUZZ_TARGETS = $(filter-out replay,$(basename $(notdir $(wildcard tests/fuzz/*.c))))
FUZZ = $(FUZZ_TARGETS:%=$(B)/tests/fuzz/replay-%)
FUZZ_CC ?= clang
AFL_CC ?= afl-clang-fast
FUZZ_FLAGS = -std=c99 -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
FUZZED = $(FUZZ_FLAGS) -Icore -Iport -Itests $(CORE) $(FUZZED_PORT) tests/fuzz/$(basename $(@F)).c -o $@
T ?= 60

$(FUZZ): $(B)/tests/fuzz/replay-%: $(B)/tests/fuzz/replay.o $(B)/tests/fuzz/%.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $(filter %.o,$^) $(LIB) -o $@

# That of the command has its main.c in it.
FUZZ_PORT = $(filter-out port/pith_save.c port/posix/main.c,$(sort $(wildcard port/*.c port/posix/*.c)))
$(B)/tests/fuzz/replay-command: $(FUZZ_PORT:%.c=$(B)/%.o)
$(B)/tests/fuzz/command.o: WARN += -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64
$(B)/fuzz/command $(B)/fuzz/command.afl: FUZZED_PORT = -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64 $(FUZZ_PORT)
$(B)/fuzz/command $(B)/fuzz/command.afl: $(wildcard port/*.[ch] port/posix/*.[ch])

$(FUZZ_TARGETS:%=$(B)/fuzz/%): $(B)/fuzz/%: tests/fuzz/%.c tests/fuzz/fuzz.h $(CORE) $(wildcard core/*.h)
	@mkdir -p $(@D)
	@$(FUZZ_CC) $(FUZZED)

$(FUZZ_TARGETS:%=$(B)/fuzz/%.afl): $(B)/fuzz/%.afl: tests/fuzz/%.c tests/fuzz/fuzz.h $(CORE) $(wildcard core/*.h)
	@mkdir -p $(@D)
	@AFL_QUIET=1 $(AFL_CC) $(FUZZED)

fuzz: $(FUZZ_TARGETS:%=$(B)/fuzz/%) ## fuzzes every target for T=60 seconds, from the corpus; new inputs go to build/fuzz/NAME.new
	@for t in $(FUZZ_TARGETS); do mkdir -p $(B)/fuzz/$$t.new && echo "fuzz: $$t" && \
	  $(B)/fuzz/$$t -max_total_time=$(T) -timeout=20 -max_len=4000 -artifact_prefix=$(B)/fuzz/$$t- -verbosity=0 -print_final_stats=1 \
	  $(B)/fuzz/$$t.new tests/fuzz/corpus/$$t >$(B)/fuzz/$$t.log 2>&1; s=$$?; grep -v '^$$' $(B)/fuzz/$$t.log; [ $$s = 0 ] || exit 1; done

fuzz-afl: $(FUZZ_TARGETS:%=$(B)/fuzz/%.afl) ## the same by AFL++; what it finds goes to build/fuzz/NAME.found
	@for t in $(FUZZ_TARGETS); do rm -rf $(B)/fuzz/$$t.found && echo "fuzz-afl: $$t" && \
	  AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_NO_AFFINITY=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 \
	  afl-fuzz -V $(T) -i tests/fuzz/corpus/$$t -o $(B)/fuzz/$$t.found -- $(B)/fuzz/$$t.afl >$(B)/fuzz/$$t.log 2>&1 || { tail $(B)/fuzz/$$t.log; exit 1; }; \
	  awk '/^(execs_done|corpus_count|saved_(crashes|hangs))/ { print; bad += /saved/ && $$3 > 0 } END { exit bad > 0 }' \
	    $(B)/fuzz/$$t.found/default/fuzzer_stats || exit 1; done

.PHONY: fuzz fuzz-afl
