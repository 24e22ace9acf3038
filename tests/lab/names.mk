# The taggers of names from DATA: word classes; a first model that labels plain texts, of which words are known afterwards;
# then the models themselves.
SPOT_LAB = $(addprefix $(LAB)/,spot_walk.o crf.o bio.o jsonl.o)
SPOT_TEXTS = news=$(DATA)/news/cnndm.train.jsonl.xz novels=$(B)/novels.txt
SPOT_DATA = data=$(DATA)/names classes=$(B)/classes.tsv lists=$(DATA)/words/gaz
SPOT_HOW = rate=0.05 decay=0.01 silver=0.5 epochs=6 drop=0.5 drop2=0.3 full=0
FOLD = -1

$(LAB)/word_classes: $(LAB)/word_classes.o $(LAB)/jsonl.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/spot_train: $(addprefix $(LAB)/,spot_train.o spot_self.o spot_quant.o spot_words.o) $(SPOT_LAB) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/spot_eval: $(LAB)/spot_eval.o $(SPOT_LAB) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

# Without the novels of every fifth document of litbank_prop.train, which stand in the same order.
$(B)/novels.txt:
	@mkdir -p $(B)/novels && tar xJf $(DATA)/books/novels.tar.xz -C $(B)/novels
	@ls $(B)/novels/novels/*.txt | LC_ALL=C sort | awk 'NR % 5 != 0' | xargs cat > $@

$(B)/classes.tsv: $(LAB)/word_classes $(B)/novels.txt
	nice $< 60000 255 8 1 $(DATA)/news/cnndm.train.jsonl.xz $(B)/novels.txt > $@

$(B)/names$(FOLD).codes: $(LAB)/spot_train $(B)/classes.tsv
	nice $< $(SPOT_DATA) $(SPOT_HOW) words=2600 cap=20 fold=$(FOLD) stop=1 label=$(B)/names$(FOLD) step=4 $(SPOT_TEXTS)

names-model: $(B)/names$(FOLD).codes ## core/model/en_spot*.c from DATA: the taggers of names
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) codes=$< words=400 rows=420 book=64 cap=20 drop2=0.1 out=$(B)/en_spot_small.c name=pith_en_names_small
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) codes=$< words=2475 rows=2040 book=256 cap=40 out=$(B)/en_spot.c name=pith_en_names
	cp $(B)/en_spot.c $(B)/en_spot_small.c core/model

names-fold: $(B)/names$(FOLD).codes ## FOLD=0..4: figures on the fifth of wikigold and of the novels that training did not see
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) fold=$(FOLD) codes=$< words=400 rows=420 book=64 cap=20 drop2=0.1
	nice $(LAB)/spot_train $(SPOT_DATA) $(SPOT_HOW) fold=$(FOLD) codes=$< words=2475 rows=2040 book=256 cap=40

SPOT_TAGS = PER=P,LOC=L,ORG=O
names-quality: $(LAB)/spot_eval ## names: exact spans on dev of DATA, precision/recall/F1 per kind
	@for d in uner_ewt gum_named_clean gmb_norm; do echo $$d; $< $(DATA)/names/$$d.dev.bio $(SPOT_TAGS),NORP=G,MISC=M; done

.PHONY: names-model names-fold names-quality

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
