#!/bin/sh
# Tests of the pith command: options, forms of output, kinds of input, errors. Prints "N passed, N failed".
# usage: [PITH=build/pith] tests/port/command.sh
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
PITH=${PITH:-$here/../../build/pith}
case $PITH in /*) ;; *) PITH=$(pwd)/$PITH ;; esac
texts=$here/../texts
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 1
export PITH texts tmp
passed=0 failed=0

pass() { passed=$((passed + 1)); }
fail() {
    failed=$((failed + 1))
    printf 'failed: %s\n' "$*" >&2
}
# same NAME WANT GOT
same() {
    if [ "$2" = "$3" ]; then pass; else
        fail "$1"
        printf '    want: %s\n    got:  %s\n' "$2" "$3" >&2
    fi
}
# holds NAME COMMAND...
holds() {
    held=$1
    shift
    if "$@" >/dev/null; then pass; else fail "$held"; fi
}
# run ARGS: leaves standard output and error in out and err, the status in $st
run() {
    "$PITH" "$@" >out 2>err </dev/null
    st=$?
}
# The smallest work area, in bytes.
smallest=$(($(sed -n 's/^#define PITH_CELLS_MIN //p' "$here/../../core/pith.h") * 4))
lines() { awk 'END { print NR }' "$1"; }

for part in "$here"/command/*.sh; do
    # shellcheck source=/dev/null
    . "$part"
done

echo "command: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
