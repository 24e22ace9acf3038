# make install, and a program against what it installed.
if [ -f "$here/../../Makefile" ] && [ "${PITH%/pith}" != "$PITH" ]; then
    root=$here/../..
    build=${PITH%/pith}
    quiet() { make -s -C "$root" B="$build" "$@" >make.out 2>&1; }
    holds 'install' quiet install DESTDIR="$tmp/stage" PREFIX=/opt/pith
    for i in bin/pith lib/libpith.a include/pith.h lib/pkgconfig/pith.pc share/man/man1/pith.1; do
        holds "installs $i" test -f "stage/opt/pith/$i"
    done
    same 'pith.pc: prefix' 'prefix=/opt/pith' "$(head -n 1 stage/opt/pith/lib/pkgconfig/pith.pc)"
    same 'pith.pc: version' "Version: $("$PITH" --version | sed 's/pith //')" \
        "$(grep '^Version' stage/opt/pith/lib/pkgconfig/pith.pc)"
    same 'the installed command' "$("$PITH" -n 1 "$texts/news.txt")" "$(stage/opt/pith/bin/pith -n 1 "$texts/news.txt")"
    if command -v man >/dev/null 2>&1 && command -v groff >/dev/null 2>&1; then
        same 'the manual has no mistakes' '' "$(groff -man -Tutf8 -ww -z stage/opt/pith/share/man/man1/pith.1 2>&1)"
    fi
    holds 'uninstall' quiet uninstall DESTDIR="$tmp/stage" PREFIX=/opt/pith
    same 'uninstall leaves no file' '' "$(find stage -type f)"
fi
