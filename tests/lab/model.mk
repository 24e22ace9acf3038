# The tables of the English model from their readable sources, and the background frequencies from DATA.
LAB = $(B)/tests/lab
GENERATORS = $(LAB)/mkwords $(LAB)/mkfreq $(LAB)/mkstem $(LAB)/mksame $(LAB)/mkquant

$(LAB)/mkwords $(LAB)/mkfreq $(LAB)/mksame $(LAB)/mkquant: %: %.o
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@
$(LAB)/%.o: WARN += -Icore/model

# $(call make_tables,DIRECTORY)
make_tables = $(LAB)/mkwords en < core/model/en.words > $1/en_words.c && $(LAB)/mkfreq en < core/model/en.freq > $1/en_freq.c \
	&& $(LAB)/mkstem en < core/model/en.stem > $1/en_stem.c \
	&& $(LAB)/mksame en < core/model/en.same > $1/en_same.c && $(LAB)/mkquant en < core/model/en.quant > $1/en_quant.c

tables: $(GENERATORS) ## core/model/en_*.c from their readable sources
	@mkdir -p $(B)/tables && $(call make_tables,$(B)/tables) && cp $(B)/tables/*.c core/model

tables-check: $(GENERATORS) ## that the sources still give the same bytes
	@mkdir -p $(B)/tables && $(call make_tables,$(B)/tables)
	@for t in words freq stem same quant; do cmp core/model/en_$$t.c $(B)/tables/en_$$t.c || exit 1; done; echo "tables: 5 passed, 0 failed"

$(LAB)/freq_count: $(LAB)/freq_count.o $(LAB)/jsonl.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/rouge_eval: $(LAB)/rouge_eval.o $(LAB)/rouge.o $(LAB)/porter.o $(LAB)/jsonl.o
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

frequencies: $(LAB)/freq_count ## core/model/en.freq from DATA: 2,000 stems of news and novels
	$< 2000 38552 $(DATA)/news/cnndm.train.jsonl.xz $(DATA)/words/gutenberg100_en.tsv > $(B)/en.freq && cp $(B)/en.freq core/model

quality: all $(LAB)/rouge_eval ## ROUGE of three sentences on news/cnndm.dev of DATA, for work areas of 2K to 64K, and of Lead-3
	@xz -dc $(DATA)/news/cnndm.dev.jsonl.xz > $(B)/dev.jsonl
	@echo "lead  $$($(LAB)/rouge_eval $(B)/dev.jsonl --lead 3)"
	@for m in 2K 4K 8K 16K 64K; do $(B)/pith --jsonl -n 3 -m $$m < $(B)/dev.jsonl > $(B)/hyp.jsonl && \
		echo "$$m  $$($(LAB)/rouge_eval $(B)/dev.jsonl $(B)/hyp.jsonl)"; done

.PHONY: tables tables-check frequencies quality
