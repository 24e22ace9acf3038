#!/bin/sh
# small.sh LIMIT FILE...: the least code that FILE..., the core, can be: with hand-set scores, without kept text and names
# (-DPI_NO_GAINS -DPI_NO_TEXT -DPI_NO_NAMES). Prints the bytes of a program that makes a summary, and of one that asks for all that can be
# asked; fails when one has more than LIMIT (0: none), or the answers are not those of the whole core. The environment has B (a
# build), LIB and GCC.
limit=$1
shift
out=$B/small
size=$(dirname "$0")
flags="-std=c99 -Os -ffunction-sections -fdata-sections -Icore -Itests -DPI_NO_GAINS -DPI_NO_TEXT -DPI_NO_NAMES"
rm -rf "$out"
mkdir -p "$out/core"
for f in "$@"; do $GCC $flags -c "$f" -o "$out/core/$(basename "$f" .c).o" || exit 1; done

code() # NAME FUNCTION...: of the core alone, since nothing else is linked
{
    name=$1
    shift
    $GCC -nostdlib -r -Wl,--gc-sections $(printf -- '-Wl,-u,%s ' "$@") "$out"/core/*.o -o "$out/$name" || exit 1
    size -A "$out/$name" | awk -v name="$name" -v limit="$limit" '
        /^\.text/ { n += $2 }
        END { print "small: " name ": " n " bytes of code"; exit n == 0 || (limit > 0 && n > limit) }'
}

summary='pith_init pith_feed pith_end pith_select pith_sentence'
code summary $summary || exit 1
code all $summary pith_scan pith_query pith_keyword pith_losses || exit 1

$GCC $flags "$size/small.c" tests/prop/gen.c "$out"/core/*.o -Wl,--gc-sections -o "$out/least" &&
    $GCC -std=c99 -Icore -Itests "$size/small.c" tests/prop/gen.c "$LIB" -o "$out/whole" || exit 1
for seed in 1 2 3; do
    "$out/whole" 2000 $seed >"$out/want" && "$out/least" 2000 $seed >"$out/got" && cmp "$out/want" "$out/got" || {
        echo "small: another answer than that of the whole core: least 2000 $seed, whole 2000 $seed"
        exit 1
    }
done
awk -F, '/dropped/ && $NF != " 0 dropped" { bad = 1; print "small: a table got full: " $0 } END { exit bad }' "$out/want" || exit 1
echo "small: $(wc -l <"$out/want") lines as of the whole core"
