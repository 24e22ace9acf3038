# Fuzzing: each tests/fuzz/NAME.c but replay.c is a target for libFuzzer (or AFL++, with its own driver). The tests replay
# tests/fuzz/corpus/NAME and change it at random for a while, without a fuzzer.
FUZZ_TARGETS = $(filter-out replay,$(basename $(notdir $(wildcard tests/fuzz/*.c))))
FUZZ = $(FUZZ_TARGETS:%=$(B)/tests/fuzz/replay-%)
FUZZ_CC ?= clang
FUZZ_FLAGS = -std=c99 -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
T ?= 60

$(FUZZ): $(B)/tests/fuzz/replay-%: $(B)/tests/fuzz/replay.o $(B)/tests/fuzz/%.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

$(FUZZ_TARGETS:%=$(B)/fuzz/%): $(B)/fuzz/%: tests/fuzz/%.c tests/fuzz/fuzz.h $(CORE) $(wildcard core/*.h)
	@mkdir -p $(@D)
	@$(FUZZ_CC) $(FUZZ_FLAGS) -Icore -Itests $(CORE) $< -o $@

fuzz: $(FUZZ_TARGETS:%=$(B)/fuzz/%) ## fuzzes every target for T=60 seconds, from the corpus; new inputs go to build/fuzz/NAME.new
	@for t in $(FUZZ_TARGETS); do mkdir -p $(B)/fuzz/$$t.new && echo "fuzz: $$t" && \
	  $(B)/fuzz/$$t -max_total_time=$(T) -timeout=20 -max_len=4000 -artifact_prefix=$(B)/fuzz/$$t- -verbosity=0 -print_final_stats=1 \
	  $(B)/fuzz/$$t.new tests/fuzz/corpus/$$t 2>&1 | grep -v '^$$' || exit 1; done

.PHONY: fuzz
