#!/bin/sh
# stream.sh CELLS [NAME=VALUE...]: the cases of cases.txt (or of CASES) that fit a work area of CELLS, with their texts, as
# golden.c (names.c) reads them. Further arguments are added to the options of every case.
cells=$1
shift
here=$(dirname "$0")
texts=$here/../texts
tmp=$(mktemp)
trap 'rm -f "$tmp"' EXIT

make_text()
{
    case $1 in
    all) cat "$texts"/*.txt ;;
    nothing) ;;
    blanks) awk 'BEGIN { for (i = 0; i < 500; i++) printf " \t\n" }' ;;
    letter) printf 'x' ;;
    endless) awk 'BEGIN { for (i = 0; i < 1500; i++) printf "word%d and ", i % 97 }' ;;
    word) awk 'BEGIN { for (i = 0; i < 3000; i++) printf "%c", 97 + i % 26; print "." }' ;;
    dots) awk 'BEGIN { for (i = 0; i < 800; i++) printf "%s", i % 5 ? "." : " A." }' ;;
    # every byte but EOT, in an order that makes good, bad and cut UTF-8
    bytes) LC_ALL=C awk 'BEGIN { for (i = 0; i < 3000; i++) { c = (i * 89 + int(i / 256) * 31) % 255 + 1; printf "%c", c == 4 ? 46 : c } }' ;;
    many) awk 'BEGIN { for (i = 0; i < 250; i++) printf "Word%d saw thing%d. ", i * 7 % 251, i * 11 % 241 }' ;;
    *) cat "$texts/$1.txt" ;;
    esac
}

sed '/^#/d; /^ *$/d' "$here/${CASES:-cases.txt}" | while read -r name options; do
    c=${options#*c}
    [ "${c%% *}" -le "$cells" ] || continue
    make_text "$name" > "$tmp"
    echo "@ $name L$(wc -c < "$tmp" | tr -d ' ')${*:+ $*} $options"
    cat "$tmp"
done
