# The `pith` command, its tests, and installation.
PREFIX   ?= /usr/local
DESTDIR  ?=
POSIX_OBJ = $(patsubst %.c,$(B)/%.o,$(filter-out port/pith_save.c,$(sort $(wildcard port/*.c port/posix/*.c))))
PORT_TEST = $(patsubst tests/port/%.c,$(B)/tests/port/%,$(sort $(wildcard tests/port/*.c)))

$(POSIX_OBJ) $(PORT_TEST:%=%.o): WARN += -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64

$(B)/pith: $(POSIX_OBJ) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

$(PORT_TEST): %: %.o $(filter-out %/main.o,$(POSIX_OBJ)) $(LIB)
	@$(CC) $(CFLAGS) $(LDFLAGS) $^ -o $@

test-port: $(PORT_TEST) $(B)/pith ## tests of the command and of port/ alone
	@PITH=$(B)/pith sh tests/run.sh $(PORT_TEST) tests/port/command.sh

install: $(B)/pith ## command, library, header, manual below PREFIX (/usr/local), all below DESTDIR
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include \
		$(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(B)/pith $(DESTDIR)$(PREFIX)/bin/pith
	install -m 644 $(LIB) $(DESTDIR)$(PREFIX)/lib/libpith.a
	install -m 644 core/pith.h $(DESTDIR)$(PREFIX)/include/pith.h
	install -m 644 port/posix/pith.1 $(DESTDIR)$(PREFIX)/share/man/man1/pith.1
	version=$$(sed -n 's/^#define PITH_VERSION "\(.*\)"/\1/p' core/pith.h) && \
	sed -e 's|@PREFIX@|$(PREFIX)|' -e "s|@VERSION@|$$version|" port/posix/pith.pc.in \
		> $(DESTDIR)$(PREFIX)/lib/pkgconfig/pith.pc

uninstall: ## removes what install put there
	rm -f $(DESTDIR)$(PREFIX)/bin/pith $(DESTDIR)$(PREFIX)/lib/libpith.a $(DESTDIR)$(PREFIX)/include/pith.h \
		$(DESTDIR)$(PREFIX)/share/man/man1/pith.1 $(DESTDIR)$(PREFIX)/lib/pkgconfig/pith.pc

.PHONY: test-port install uninstall
