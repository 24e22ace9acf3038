# The taggers of names from DATA: word classes, then weights.
SPOT_LAB = $(addprefix $(LAB)/,spot_train.o spot_quant.o spot_words.o crf.o bio.o jsonl.o)
NAMES = data=$(DATA)/names classes=$(B)/classes.tsv lists=$(DATA)/words/gaz epochs=4 rate=0.05 decay=0.01

$(LAB)/word_classes: $(LAB)/word_classes.o $(LAB)/jsonl.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(LAB)/spot_train: $(SPOT_LAB) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -lm -o $@

$(B)/classes.tsv: $(LAB)/word_classes
	mkdir -p $(B)/novels && tar xJf $(DATA)/books/novels.tar.xz -C $(B)/novels
	for f in $(B)/novels/novels/*.txt; do echo $$f; done | LC_ALL=C sort | awk 'NR % 5 != 0' | xargs -n 1 cat > $(B)/novels.txt
	$< 40000 255 6 3 $(DATA)/news/cnndm.train.jsonl.xz $(B)/novels.txt > $@

names-model: $(LAB)/spot_train $(B)/classes.tsv ## core/model/en_spot*.c from DATA: the taggers of names
	$< $(NAMES) words=2600 rows=2600 book=256 out=$(B)/en_spot.c name=pi_en_spot
	$< $(NAMES) words=400 rows=560 book=64 out=$(B)/en_spot_small.c name=pi_en_spot_small
	cp $(B)/en_spot.c $(B)/en_spot_small.c core/model

.PHONY: names-model
