# The taggers of names from DATA: word classes; a first model that labels plain texts, of which words are known afterwards;
# then the models themselves.
SPOT_LAB = $(addprefix $(LAB)/,spot_walk.o spot_fiction.o crf.o bio.o jsonl.o)
SPOT_TEXTS = news=$(DATA)/news/cnndm.train.jsonl.xz novels=$(B)/novels$(FOLD).txt
SPOT_DATA = data=$(DATA)/names classes=$(B)/classes$(FOLD).tsv lists=$(DATA)/words/gaz hide=$(B)/novels/novels
SPOT_HOW = rate=0.05 decay=0.01 silver=0.5 lit=2 epochs=6 drop=0.5 drop2=0.3 full=0 clean=$(CLEAN)
FOLD = -1
# 1: without the texts that were marked by machines (GMB); in a B of its own.
CLEAN = 0

$(LAB)/word_classes: $(LAB)/word_classes.o $(LAB)/jsonl.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/spot_train: $(addprefix $(LAB)/,spot_train.o spot_self.o spot_quant.o spot_hide.o spot_words.o) $(SPOT_LAB) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/spot_eval: $(LAB)/spot_eval.o $(LAB)/spot_noise.o $(SPOT_LAB) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

# Without the novels of the fold's documents of litbank_prop.train, which stand in the same order.
$(B)/novels$(FOLD).txt:
	@mkdir -p $(B)/novels && tar xJf $(DATA)/books/novels.tar.xz -C $(B)/novels
	@ls $(B)/novels/novels/*.txt | LC_ALL=C sort | awk 'NR % 5 != ($(FOLD) + 1) % 5' | xargs cat > $@

$(B)/classes$(FOLD).tsv: $(LAB)/word_classes $(B)/novels$(FOLD).txt
	nice $< 60000 255 8 1 $(DATA)/news/cnndm.train.jsonl.xz $(B)/novels$(FOLD).txt > $@

$(B)/names$(FOLD).codes: $(LAB)/spot_train $(B)/classes$(FOLD).tsv
	nice $< $(SPOT_DATA) $(SPOT_HOW) words=2600 cap=20 fold=$(FOLD) stop=1 label=$(B)/names$(FOLD) step=4 $(SPOT_TEXTS)

SPOT_SELF = codes=$(B)/names$(FOLD).codes selves=$(B)/names$(FOLD).spans
SPOT_SMALL = $(SPOT_SELF) words=400 rows=412 book=64 cap=20 drop2=0.1
SPOT_LARGE = $(SPOT_SELF) words=2475 rows=2032 book=256 cap=40 web=1.8

names-model: $(B)/names$(FOLD).codes ## core/model/en_spot*.c from DATA: the taggers of names
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) $(SPOT_SMALL) out=$(B)/en_spot_small.c name=pith_en_names_small
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) $(SPOT_LARGE) out=$(B)/en_spot.c name=pith_en_names
	cp $(B)/en_spot.c $(B)/en_spot_small.c core/model

names-fold: $(B)/names$(FOLD).codes ## FOLD=0..4: figures on the fifth of wikigold and of the novels that training did not see
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) fold=$(FOLD) $(SPOT_SMALL) | sed 's/^/small /'
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) fold=$(FOLD) $(SPOT_LARGE) | sed 's/^/large /'

names-folds: ## names: the five folds, then the means of the three kinds together; half an hour
	@for f in 0 1 2 3 4; do $(MAKE) -s names-fold FOLD=$$f DATA=$(DATA) || exit 1; done > $(B)/names.folds
	@cat $(B)/names.folds; awk '/p\+p\+o/ { k = $$1 " " $$2; s[k] += $$NF; n[k]++ } END { for (k in s) printf "%s mean of %d: %.2f\n", k, n[k], s[k] / n[k] }' $(B)/names.folds | LC_ALL=C sort

SPOT_TAGS = PER=P,LOC=L,ORG=O
names-quality: $(LAB)/spot_eval ## names: exact spans on dev of DATA, precision/recall/F1 per kind
	@for d in uner_ewt gum_named_clean gmb_norm; do echo $$d; $< $(DATA)/names/$$d.dev.bio $(SPOT_TAGS),NORP=G,MISC=M; done

names-noise: $(LAB)/spot_eval ## names: the same, of texts in small letters, in capitals, in hard-wrapped lines, misread
	@for n in lower upper wrap ocr; do for d in uner_ewt gum_named_clean gmb_norm; do echo $$d $$n; $< $(DATA)/names/$$d.dev.bio $(SPOT_TAGS),NORP=G,MISC=M $$n; done; done

.PHONY: names-model names-fold names-folds names-quality names-noise

$(LAB)/quant_eval: $(LAB)/quant_eval.o $(LAB)/jsonl.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

QUANTITIES = $(DATA)/quantities/english
quantities-quality: $(LAB)/quant_eval ## quantities: exact spans on DATA, each file for its own kind
	@echo "dates"; $< $(QUANTITIES).datetime.jsonl.xz DATE date
	@echo "dates and ranges of dates"; $< $(QUANTITIES).datetime.jsonl.xz DATE date,daterange
	@echo "times"; $< $(QUANTITIES).datetime.jsonl.xz TIME time
	@echo "money"; $< $(QUANTITIES).currency.jsonl MONEY currency
	@echo "percent"; $< $(QUANTITIES).percent.jsonl PERCENT percentage
	@echo "numbers"; $< $(QUANTITIES).number.jsonl NUMBER number
	@echo "numbers with units"; $< $(QUANTITIES).dimension.jsonl NUMBER dimension

.PHONY: quantities-quality
