# The stemmer's table, and its check against a whole vocabulary ($(DATA)/words/porter2.*).
$(B)/tests/lab/mkstem: $(B)/tests/lab/mkstem.o
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

$(B)/tests/lab/stem_check: $(B)/tests/lab/stem_check.o $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

model-stem: $(B)/tests/lab/mkstem ## makes core/model/en_stem.c from en.stem
	@$< en < core/model/en.stem > $(B)/en_stem.c && cp $(B)/en_stem.c core/model/en_stem.c

stem-check: $(B)/tests/lab/stem_check ## the stems of a whole vocabulary (needs DATA)
	@$< $(DATA)/words/porter2.voc.txt $(DATA)/words/porter2.output.txt

.PHONY: model-stem stem-check
