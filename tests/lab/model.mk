# The tables of the English model from their readable sources, and the background frequencies from DATA.
LAB = $(B)/tests/lab
GENERATORS = $(LAB)/mkwords $(LAB)/mkfreq $(LAB)/mkstem $(LAB)/mksame $(LAB)/mkquant $(LAB)/mkrank

$(LAB)/mkrank: $(LAB)/rank_pack.o
$(LAB)/mkwords $(LAB)/mkfreq $(LAB)/mksame $(LAB)/mkquant $(LAB)/mkrank: %: %.o
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@
$(LAB)/%.o: WARN += -Icore/model

# $(call make_tables,DIRECTORY)
make_tables = $(LAB)/mkwords en < core/model/en.words > $1/en_words.c && $(LAB)/mkfreq en 1860 < core/model/en.freq > $1/en_freq.c \
	&& $(LAB)/mkstem en < core/model/en.stem > $1/en_stem.c \
	&& $(LAB)/mksame en < core/model/en.same > $1/en_same.c && $(LAB)/mkquant en < core/model/en.quant > $1/en_quant.c \
	&& $(LAB)/mkrank en < core/model/en.rank > $1/en_rank.c && $(LAB)/mkrank en _small < core/model/en_small.rank > $1/en_rank_small.c \
	&& $(LAB)/mkfreq en 430 _small < core/model/en.freq > $1/en_freq_small.c

tables: $(GENERATORS) ## core/model/en_*.c from their readable sources
	@mkdir -p $(B)/tables && $(call make_tables,$(B)/tables) && cp $(B)/tables/*.c core/model

tables-check: $(GENERATORS) ## that the sources still give the same bytes
	@mkdir -p $(B)/tables && $(call make_tables,$(B)/tables)
	@for t in words freq stem same quant rank freq_small rank_small; do cmp core/model/en_$$t.c $(B)/tables/en_$$t.c || exit 1; done; echo "tables: 8 passed, 0 failed"

$(LAB)/freq_count: $(LAB)/freq_count.o $(LAB)/jsonl.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/rouge_eval: $(LAB)/rouge_eval.o $(LAB)/rouge_row.o $(LAB)/rouge.o $(LAB)/porter.o $(LAB)/jsonl.o
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

frequencies: $(LAB)/freq_count ## core/model/en.freq from DATA: 2,000 stems of news and novels
	$< 2000 38552 $(DATA)/news/cnndm.train.jsonl.xz $(DATA)/words/gutenberg100_en.tsv > $(B)/en.freq && cp $(B)/en.freq core/model

# The scorers: first the large one with the weights of stems, then the small one on the frequencies that it has. One row
# of CNN in six is taken, since the sets that it is measured on are of the Daily Mail for the most part.
RANK_HOW = step=1 cnn=6 rounds=2 seed=1
RANK_HOW_SMALL = step=2 cnn=4 rounds=2 seed=1
model: $(LAB)/rank_train ## core/model/en.rank, en_small.rank and the weights in en.freq from DATA: the learnt scorers
	nice $< $(DATA)/news/cnndm.train.jsonl.xz $(RANK_HOW) tables=$(RANK_TABLES) bytes=8192 out=$(B)/en.rank freq=core/model/en.freq freqout=$(B)/en.freq
	cp $(B)/en.rank $(B)/en.freq core/model
	@$(MAKE) -s --no-print-directory tables
	@$(MAKE) -s --no-print-directory model-small

model-small: $(LAB)/rank_train
	nice $< $(DATA)/news/cnndm.train.jsonl.xz $(RANK_HOW_SMALL) small=1 words=99 tables=40 bytes=2300 stops=3 out=$(B)/en_small.rank
	cp $(B)/en_small.rank core/model
	@$(MAKE) -s --no-print-directory tables
RANK_TABLES = 70

# $(call rouge,NAME,TEXTS,OPTIONS of pith)
rouge = @printf '%-28s' '$1'; $(B)/pith --jsonl $3 < $(B)/$2 > $(B)/hyp.jsonl && $(LAB)/rouge_eval $(B)/$2 $(B)/hyp.jsonl
# $(call rouge_lead,NAME,TEXTS,OPTIONS of rouge_eval)
rouge_lead = @printf '%-28s' '$1'; $(LAB)/rouge_eval $(B)/$2 $3
quality: all $(LAB)/rouge_eval $(LAB)/choice_eval ## ROUGE of summaries on the dev sets of DATA, beside that of their leads
	@for t in news/cnndm.dev news/bbc.dev long/squality.dev; do xz -dc $(DATA)/$$t.jsonl.xz > $(B)/$${t##*/}; done
	@cp $(DATA)/news/cnn_raw.dev.jsonl $(B)/cnn_raw.dev
	$(call rouge_lead,cnndm lead 3,cnndm.dev,--lead 3)
	$(call rouge,cnndm 64K,cnndm.dev,)
	$(call rouge,cnndm 64K -n 3,cnndm.dev,-n 3)
	@for m in 2K 4K 8K 16K; do printf '%-28s' "cnndm $$m"; $(B)/pith --jsonl -m $$m < $(B)/cnndm.dev > $(B)/hyp.jsonl && \
		$(LAB)/rouge_eval $(B)/cnndm.dev $(B)/hyp.jsonl; done
	$(call rouge_lead,cnn_raw lead 3,cnn_raw.dev,--lead 3)
	$(call rouge,cnn_raw 64K,cnn_raw.dev,)
	$(call rouge,cnn_raw 64K -n 3,cnn_raw.dev,-n 3)
	$(call rouge_lead,bbc lead 45%,bbc.dev,--lead-percent 45)
	$(call rouge,bbc -p 45,bbc.dev,-p 45)
	$(call rouge_lead,squality lead 418 words,squality.dev,--lead-words 418)
	$(call rouge,squality -w 418,squality.dev,-w 418)
	@for t in cnndm cnn_raw bbc; do mv $(B)/$$t.dev $(B)/$$t.dev.jsonl; for o in lead=3 sentences=3 sentences=0; do \
		printf '%-28s' "$$t $$o"; $(LAB)/choice_eval against=65536 $$o $(B)/$$t.dev.jsonl; done; done

.PHONY: tables tables-check frequencies model model-small quality

$(LAB)/rank_train: $(addprefix $(LAB)/,rank_train.o rank_docs.o rank_fit.o rank_pack.o rank_words.o rouge.o porter.o jsonl.o) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/choice_eval: $(addprefix $(LAB)/,choice_eval.o rouge_row.o rouge.o porter.o jsonl.o) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/rank_eval: $(addprefix $(LAB)/,rank_eval.o rank_docs.o rouge.o porter.o jsonl.o) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

ablation: all $(LAB)/rank_train $(LAB)/rank_eval $(LAB)/rouge_eval ## figures of core/DESIGN.md from DATA, into core/model/ablation.tsv: half an hour
	B=$(B) DATA=$(DATA) sh tests/lab/ablation.sh > $(B)/ablation.tsv && cp $(B)/ablation.tsv core/model

plot: ## core/model/ablation.svg from ablation.tsv, with gnuplot
	gnuplot -e "out='core/model/ablation.svg'; data='core/model/ablation.tsv'" tests/lab/ablation.gp

.PHONY: ablation plot
