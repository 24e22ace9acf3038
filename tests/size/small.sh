#!/bin/sh
# small.sh LIMIT FILE...: the least code that FILE..., the core, can be: with hand-set scores, without kept text and names
# (-DPI_NO_GAINS -DPI_NO_TEXT -DPI_NO_NAMES). Prints the bytes of a program that makes a summary, and of one that asks for all that can be
# asked; fails when the first has more than LIMIT (0: none), when the answers are not those of the whole core, or when a file that was
# compiled without these definitions links with the others. The environment has B (a build with the whole core), LIB and GCC.
limit=$1
shift
out=$B/small
size=$(dirname "$0")
flags="-std=c99 -Os -ffunction-sections -fdata-sections -Icore -Itests -DPI_NO_GAINS -DPI_NO_TEXT -DPI_NO_NAMES"
rm -rf "$out"
mkdir -p "$out/core"
for f in "$@"; do $GCC $flags -c "$f" -o "$out/core/$(basename "$f" .c).o" || exit 1; done

code() # NAME LIMIT FUNCTION...: of the core alone, since nothing else is linked
{
    name=$1 limit=$2
    shift 2
    $GCC -nostdlib -r -Wl,--gc-sections $(printf -- '-Wl,-u,%s ' "$@") "$out"/core/*.o -o "$out/$name" || exit 1
    size -A "$out/$name" | awk -v name="$name" -v limit="$limit" '
        /^\.text/ { n += $2 }
        END { print "small: " name ": " n " bytes of code"; exit n == 0 || (limit > 0 && n > limit) }'
}

summary='pith_init pith_feed pith_end pith_select pith_sentence'
code summary $limit $summary || exit 1
code all 0 $summary pith_scan pith_query pith_keyword pith_losses || exit 1

$GCC $flags "$size/small.c" tests/prop/gen.c "$out"/core/*.o -Wl,--gc-sections -o "$out/least" &&
    $GCC -std=c99 -Icore -Itests "$size/small.c" tests/prop/gen.c "$LIB" -o "$out/whole" || exit 1
for seed in 1 2 3; do
    "$out/whole" 2000 $seed >"$out/want" && "$out/least" 2000 $seed >"$out/got" && cmp "$out/want" "$out/got" || {
        echo "small: another answer than that of the whole core: least 2000 $seed, whole 2000 $seed"
        exit 1
    }
done
grep -q ' [1-9][0-9]* dropped' "$out/want" || { echo 'small: no table got full'; exit 1; }
for f in word store gauge rank select count read resume pith; do
    if $GCC "$size/small.c" -Icore -Itests tests/prop/gen.c $(ls "$out"/core/*.o | grep -v "/$f.o") "$B/core/$f.o" -u pith_resume \
        -o "$out/mixed" 2>"$out/log"; then
        echo "small: $f.c of the whole core links with the rest of the least"
        exit 1
    fi
    grep -q 'undefined reference' "$out/log" || { cat "$out/log"; exit 1; }
done
echo "small: $(wc -l <"$out/want") lines as of the whole core"
