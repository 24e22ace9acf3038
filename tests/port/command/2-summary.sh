# Summaries: whole sentences of the text, in its order, within the limits.

# folded FILE: the text on one line, white space folded
folded() { tr '\n\t\r\f' '    ' <"$1" | tr -s ' '; }
# in_order TEXT: are the lines of `out` pieces of TEXT, one after the other?
in_order() {
    folded "$1" >folded
    awk 'NR == FNR { text = text $0; next }
        { i = index(text, $0); if (length == 0 || i == 0) exit 1; text = substr(text, i + length) }' folded out
}
# places: offset and length of each sentence of a --json object
places() { tr '{' '\n' | sed -n 's/^"offset":\([0-9]*\),"length":\([0-9]*\),"score":[0-9]*,"words".*/\1 \2/p'; }

for name in chapter email list manual minutes news poem recipe review wiki; do
    f=$texts/$name.txt
    size=$(wc -c <"$f")
    "$PITH" --sentences "$f" | awk -F '\t' '{ print $1, $2 }' >all
    for limit in '-n 1' '-n 3' '-n 7' '-w 40' '-w 120' '-b 200' '-b 600' '-p 10' '-p 30' '-n 2 -w 30' '-b 1K -n 4'; do
        # shellcheck disable=SC2086
        run $limit "$f"
        what="$name $limit"
        same "$what: status" "0" "$st$(cat err)"
        holds "$what: not empty" test -s out
        # shellcheck disable=SC2086
        "$PITH" --json $limit "$f" >object
        places <object >chosen
        same "$what: a line for each sentence" "$(lines chosen)" "$(lines out)"
        holds "$what: whole sentences" awk 'NR == FNR { all[$0]; next } !($0 in all) { exit 1 }' all chosen
        grep -q '"cut":true' object || holds "$what: in order" in_order "$f"
        # shellcheck disable=SC2086
        set -- $limit
        while [ $# -gt 0 ]; do
            case $1 in
            -n) holds "$what: sentences" test "$(lines out)" -le "$2" ;;
            -w) holds "$what: words" test "$(tr ' ' '\n' <out | grep -c '[A-Za-z0-9]')" -le "$2" ;;
            -b) holds "$what: bytes" test "$(wc -c <out)" -le $((${2%K} * ($(printf %s "$2" | tr -cd K | wc -c) * 1023 + 1) + 1)) ;;
            -p) holds "$what: bytes" test "$(lines out)" = 1 -o "$(wc -c <out)" -le $((size * $2 / 100 + 1)) ;;
            esac
            shift 2
        done
    done
    # A text shorter than the limit comes back whole.
    run -n 1000 "$f"
    same "$name: all of it" "$(lines all)" "$(lines out)"
    holds "$name: all of it in order" in_order "$f"
    # A pipe gives what the file gives.
    same "$name: from a pipe" "$("$PITH" -n 3 "$f")" "$(cat "$f" | "$PITH" -n 3)"
    same "$name: from a pipe, byte by byte" "$("$PITH" -n 3 "$f")" \
        "$(dd if="$f" bs=1 count=4000 2>/dev/null | "$PITH" -n 3)"
    # The smallest memory still answers.
    for m in $smallest 1K 2K 4K; do
        run -m $m "$f"
        same "$name: -m $m" 0 "$st$(cat err)"
        holds "$name: -m $m answers" test -s out
        cat "$f" | "$PITH" -m $m >out 2>err
        same "$name: pipe, -m $m" 0 "$?$(cat err)"
        holds "$name: pipe, -m $m answers" test -s out
    done
    # A display is never overrun.
    for d in 40x6 20x4 16x2 8x3 1x1 3x5 132x43; do
        "$PITH" -d $d "$f" >out 2>err
        same "$name: -d $d" 0 "$?$(cat err)"
        # A code point is a byte that is no continuation.
        holds "$name: -d $d fits" awk -v c="${d%x*}" -v r="${d#*x}" \
            '{ gsub(/[\200-\277]/, ""); if (length > c || NR > r) exit 1 } END { if (NR == 0) exit 1 }' out
    done
    # Nothing is cut but a sentence that is longer than the display; the core and the layout agree on rows.
    for d in 20x4 24x7 30x6 40x10; do
        "$PITH" -d $d "$f" >out
        "$PITH" -d $d --json "$f" | grep -q '"over":true' ||
            holds "$name: -d $d cuts nothing" sh -c 'grep "$(printf "\342\200\246")\$" out | while read -r line; do
                grep -qF "$line" "$1" || exit 1; done' - "$f"
    done
    # A range.
    run --json --from 300 --to 900 -n 50 "$f"
    places <out >chosen
    holds "$name: range" awk '$1 < 300 || $1 + $2 > 900 { exit 1 } END { if (NR == 0) exit 1 }' chosen
done

# A longer limit never gives less text.
last=0
for b in 50 100 200 400 800 1600 3200; do
    run -b $b "$texts/wiki.txt"
    n=$(wc -c <out)
    holds "-b $b gives no less than before" test "$n" -ge "$last"
    last=$n
done

# Exact forms.
printf 'One   short\tline\n\nThe second\r\nis broken.  Third \302\240\342\200\203one! \n' >small
same 'white space is folded' "$(printf 'One short line\nThe second is broken.\nThird one!')" "$("$PITH" -n 9 small)"
printf 'Supercalifragilistic words are broken here.' >small
same 'rows' "$(printf 'Supercalif\nragilistic\nwords are\nbroken\nhere.')" "$("$PITH" -d 10x9 small)"
same 'cut to rows' "$(printf 'Supercalif\nragilistic\nwords are\342\200\246')" "$("$PITH" -d 10x3 small)"
same 'cut inside a word' "$(printf 'Supercali\342\200\246')" "$("$PITH" -d 10x1 small)"
same 'cut to one column' "$(printf 'S\n\342\200\246')" "$("$PITH" -d 1x2 small)"
same 'cut to words' "$(printf 'Supercalifragilistic words\342\200\246')" "$("$PITH" -w 2 small)"
same 'cut to bytes' "$(printf 'Supercalifragilistic words\342\200\246')" "$("$PITH" -b 30 small)"
same 'cut to bytes inside a word' "$(printf 'Super\342\200\246')" "$("$PITH" -b 8 small)"
same 'no room for an ellipsis' "Su" "$("$PITH" -b 2 small)"
same 'a percentage is not cut' "$(cat small)" "$("$PITH" -p 1 small)"
printf '\303\251\303\251\303\251\303\251 \303\251\303\251\303\251\303\251\303\251\303\251.' >small
same 'columns are code points' "$(printf '\303\251\303\251\303\251\303\251\n\303\251\303\251\303\251\303\251\303\251\303\251.')" \
    "$("$PITH" -d 7x3 small)"
same 'cut between code points' "$(printf '\303\251\303\251\342\200\246')" "$("$PITH" -b 8 small)"

printf 'She saw it. "Five or six hours," he told us. "I do not know, even how many."' >small
same 'a quotation mark counts in the row that it begins' 0 "$("$PITH" -d 20x4 small | grep -c "$(printf '\342\200\246')")"

# Keywords.
run -k 5 "$texts/wiki.txt"
same 'keywords: five' 5 "$(lines out)"
holds 'keywords stand in the text' sh -c 'while read -r w; do grep -qF "$w" "$texts/wiki.txt" || exit 1; done <out'
same 'keywords: no word twice' 5 "$(sort -u out | wc -l | tr -d ' ')"
same 'keywords from a pipe' "$(cat out)" "$(cat "$texts/wiki.txt" | "$PITH" -k 5)"
run -n 1 -k 2 "$texts/wiki.txt"
same 'summary, empty line, keywords' "$("$PITH" -n 1 "$texts/wiki.txt")

$("$PITH" -k 2 "$texts/wiki.txt")" "$(cat out)"

# A query pulls its sentences in.
run -q Southampton -n 1 "$texts/manual.txt"
holds 'query' grep -q Southampton out
run -q 'hedgehog' -n 1 "$texts/minutes.txt"
holds 'query in another inflection' grep -qi hedgehog out

# Several files.
run -n 1 "$texts/news.txt" "$texts/poem.txt"
same 'headings' "==> $texts/news.txt <==
$("$PITH" -n 1 "$texts/news.txt")

==> $texts/poem.txt <==
$("$PITH" -n 1 "$texts/poem.txt")" "$(cat out)"
same 'heading of standard input' "==> standard input <==" "$("$PITH" - "$texts/poem.txt" <"$texts/news.txt" | head -n 1)"
run -n 1 "$texts/news.txt" nowhere "$texts/poem.txt"
same 'a missing file among others: status' 1 $st
same 'a missing file among others: message' 'pith: nowhere: No such file or directory' "$(cat err)"
same 'a missing file among others: the rest' 2 "$(grep -c '^==>' out)"

# Nothing to say.
for empty in '' ' ' '\n\n\n' '\357\273\277'; do
    # shellcheck disable=SC2059
    printf "$empty" >small
    run small
    same "empty text '$empty'" 0 "$st$(cat out err)"
done
