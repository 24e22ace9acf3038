#!/bin/sh
# Speed of the command. CPU time of `pith -n 3`, with --entities, and of `wc -w` on the same text, in turns, best of five;
# instructions by callgrind; time and peak memory as the text grows.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT
PITH=${PITH:-build/pith}

if [ "${DATA:-}" ]; then
    xz -dc "$DATA/books/war_and_peace.txt.xz" >"$dir/seed"
else
    cat tests/texts/*.txt >"$dir/seed"
fi
grow() { # MEGABYTES: writes that much of the seed, over and over
    while :; do cat "$dir/seed"; done 2>/dev/null | head -c "$(($1 * 1000000))"
}
cpu() { # COMMAND...: user + system seconds
    { LC_ALL=C.UTF-8 command time -f '%U %S %M' "$@" >/dev/null; } 2>&1 | tail -n 1
}
grow 100 >"$dir/100"
i=0
while [ $i -lt 5 ]; do
    echo "pith $(cpu "$PITH" -n 3 "$dir/100")"
    echo "names $(cpu "$PITH" -n 3 --entities "$dir/100")"
    echo "wc $(cpu wc -w "$dir/100")"
    i=$((i + 1))
done | awk '
    { t = $2 + $3; if (!($1 in best) || t < best[$1]) best[$1] = t }
    END { printf "100 MB: pith -n 3 %.2f s, %.0f MB/s; wc -w %.2f s; ratio %.2f\n",
                 best["pith"], 100 / best["pith"], best["wc"], best["pith"] / best["wc"]
          printf "100 MB: pith -n 3 --entities %.2f s, %.0f MB/s; ratio %.2f\n",
                 best["names"], 100 / best["names"], best["names"] / best["wc"] }'

head -c 1000000 "$dir/100" >"$dir/1"
for option in '' ' --entities'; do
    valgrind --tool=callgrind --callgrind-out-file="$dir/callgrind" "$PITH" -n 3$option "$dir/1" >/dev/null 2>"$dir/log" &&
        awk -v option="$option" '/refs:/ { gsub(",", ""); printf "1 MB: pith -n 3%s: %.1f instructions per byte\n", option, $NF / 1000000 }' "$dir/log"
done

for size in 1 10 100 1000; do
    grow $size >"$dir/text"
    set -- $(cpu "$PITH" -n 3 "$dir/text")
    echo "$size $1 $2 $3"
done | awk '{ printf "%5d MB: %7.2f s, %6.1f ns/byte, peak %d KB\n", $1, $2 + $3, ($2 + $3) * 1000 / $1, $4 }'
