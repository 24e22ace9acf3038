#!/bin/sh
# watchdog.sh RUN: the longest call of every function of the API, in instructions of a Cortex-M0, over work areas of
# 1 KB to 1 MB that are filled to the last record by texts made for that, and by WORST (bench/worst.c). LIMIT is for every call but pith_init,
# which may take 8 instructions for each cell.
LIMIT=200000
run=$1
here=$(dirname "$0")
mkdir -p "$DIR"
arm-none-eabi-nm -n "$PROGRAM" > "$DIR/nm"

# $1 sentences of $2 words, of which most are new; every tenth word is a name, every seventh of few kinds
make_text()
{
    awk -v sentences="$1" -v words="$2" 'BEGIN {
        for (s = 0; s < sentences; s++) {
            for (w = 0; w < words; w++) {
                n = s * words + w
                if (n % 7 == 3) printf "thing%d ", n % 50
                else if (n % 10 == 0) printf "Quill%d ", n * 7919 % 9973
                else printf "%s%s ", letters(n * 7919 % 65521), letters(n % 31)
            }
            printf "ended.%s", s % 5 ? " " : "\n\n"
        }
    }
    function letters(n,    t) {
        do t = t sprintf("%c", 97 + n % 26); while (n = int(n / 26))
        return t
    }'
}

# CELLS SENTENCES WORDS OPTIONS
try()
{
    make_text "$2" "$3" > "$DIR/text"
    measure "$1" "$4" "$2 sentences of $3 words"
}

# CELLS KIND BYTES OPTIONS
worst()
{
    "$WORST" "$2" "$3" > "$DIR/text"
    measure "$1" "$4" "$2"
}

# CELLS OPTIONS WHAT: the text that was made
measure()
{
    { echo "@ full L$(wc -c < "$DIR/text" | tr -d ' ') c$1 $2"; cat "$DIR/text"; } > "$DIR/stream"
    sh "$here/run.sh" semi "$run" "$PROGRAM" "$DIR/nm" "$DIR/report" < "$DIR/stream" > "$DIR/out" 2> "$DIR/err"
    [ $? = 42 ] || { echo "watchdog: run failed: c$1 $2: $(tail -n 1 "$DIR/out") $(tail -n 1 "$DIR/err")"; exit 1; }
    awk -v cells="$1" -v limit=$LIMIT -v what="c$1 $2, $3" '$1 == "call" {
        print $2, $5, $2 == "pith_init" ? 20000 + 8 * cells : limit, what
    }' "$DIR/report" >> "$DIR/calls"
}

: > "$DIR/calls"
try 256 400 8 'n3'
try 1024 60 180 'k40 n3 m40'
try 1024 800 8 'k40 n5 h64 m60'
try 3072 1500 8 'k50 n50 q thing3 quill'
try 3072 1500 8 'n20 e1'
try 3072 1500 8 'n20 m40 v9'
try 16384 6000 8 'n40 m200'
try 65536 12000 8 'n40'
try 65536 400 180 'k60 n40'
for kind in letters abbreviations quotes references word digits lines new-words same-bucket same-part bad-bytes; do
    worst 3072 $kind 12000 'k50 n20 m60'
done

sort -k1,1 -k2,2nr "$DIR/calls" | awk '
!($1 in seen) { seen[$1] = 1; printf "watchdog: %-14s %8d  (%s)\n", $1, $2, substr($0, index($0, $4)) }
$2 > $3 { print "watchdog: over the limit: " $0; bad++ }
{ n++ }
END { printf "watchdog: %d calls measured, %d over their limit\n", n, bad; exit bad > 0 }'
