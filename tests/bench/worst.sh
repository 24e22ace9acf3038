#!/bin/sh
# Instructions a byte of the worst texts for each stage (see worst.c), against ordinary text: of a summary with keywords, of names
# with quantities and entities. Fails when one is more than SUMMARY_MOST or NAMES_MOST times the ordinary text's; the two kinds that a search
# found, SUMMARY_FOUND or NAMES_FOUND times. These are what
# was measured, and room of a tenth: text of signs and letters alone has a token a byte, and one of numbers, signs and capitals in turn
# nothing but islands for the tagger. Of the host, by callgrind: the cost of BYTES bytes is that of 2 * BYTES less that of
# BYTES, so what is done once does not count.
# usage: PITH=build/pith WORST=build/tests/bench/worst [BYTES=20000] [KINDS=...] worst.sh
set -eu
PITH=${PITH:-build/pith} WORST=${WORST:-build/tests/bench/worst} BYTES=${BYTES:-20000}
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT
: "${KINDS:=$($WORST | cut -d ' ' -f 1)}"

count() { # BYTES KIND OPTIONS...: instructions
    "$WORST" "$2" "$1" >"$dir/text"
    shift 2
    valgrind --tool=none "$PITH" --version >/dev/null 2>&1 || { echo 'worst: no valgrind' >&2; exit 1; }
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$PITH" "$@" "$dir/text" 2>&1 >/dev/null |
        awk '/refs:/ { gsub(",", ""); print $NF }'
}
cost() { # KIND OPTIONS
    kind=$1
    shift
    a=$(count "$BYTES" "$kind" "$@") b=$(count $((2 * BYTES)) "$kind" "$@")
    echo $(((b - a) * 10 / BYTES))
}

for kind in ordinary $KINDS; do
    echo "$kind $(cost "$kind" -n 5 -k 8 -m 16K) $(cost "$kind" --entities -m 16K)"
done | awk '
    function show(kind, what, x, base, most,    ratio) {
        ratio = x / base
        printf "worst: %-14s %-8s %7.1f instructions a byte, %5.2f times\n", kind, what, x / 10, ratio
        if (ratio > most) { print "worst: over the limit of " most ": " kind ", " what; bad++ } else good++
    }
    NR == 1 { s = $2; n = $3; printf "worst: ordinary: summary %.1f, names %.1f instructions a byte\n", s / 10, n / 10; next }
    $1 ~ /^(references|bridges)$/ { show($1, "summary", $2, s, '"${SUMMARY_FOUND:-10.5}"'); show($1, "names", $3, n, '"${NAMES_FOUND:-29}"'); next }
    $1 != "ordinary" { show($1, "summary", $2, s, '"${SUMMARY_MOST:-6}"'); show($1, "names", $3, n, '"${NAMES_MOST:-11}"') }
    END { printf "worst: %d passed, %d failed\n", good, bad; exit bad > 0 }'
