# The table of character classes, from Debian's unicode-data (15.0).
UNICODE ?= /usr/share/unicode

$(B)/tests/lab/gen_uclass: $(B)/tests/lab/gen_uclass.o
	$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

uclass: $(B)/tests/lab/gen_uclass ## makes core/uclass_tab.h from UNICODE=/usr/share/unicode
	$< $(UNICODE) > $(B)/uclass_tab.h && cp $(B)/uclass_tab.h core/uclass_tab.h

uclass-check: $(B)/tests/lab/gen_uclass ## that it still gives the same bytes
	$< $(UNICODE) | cmp - core/uclass_tab.h

.PHONY: uclass uclass-check
