#!/bin/sh
# mutate.sh each|sum TENTHS SEED MUTANTS FILE...: changes the core in one place at a time and sees whether a test notices. Takes
# MUTANTS of each FILE (0: all) by SEED. Prints a line for each that survives, one for each FILE, and last the sum. Fails when
# fewer than TENTHS of ten are caught, of each FILE or in sum, or one is caught that equivalent.txt calls the same program; what
# that lists does not count. The environment has B (a build with tests) and CC. A mutant that does not compile, or compiles to the
# same code, does not count either.
of=$1 tenths=$2 seed=$3 count=$4
shift 4
here=$(dirname "$0")
root=$here/../..
work=$B/mutate
mkdir -p "$work"
flags="-std=c99 -O1 -w -I$root/core -I$root/port -I$root/tests -I$root/core/model"
all_killed=0 all=0 all_judged=0 bad=0 wrong=0

answers() # OBJECT: what the command says of our texts
{
    $CC $OBJECT "$@" $COMMAND "$B/libpith.a" -o "$work/pith" 2>/dev/null || return 1
    for f in "$root"/tests/texts/*.txt; do
        for o in '-n 3' '-m 2K -n 4 --from 200' '--mentions' '--entities -m 16K' '-d 30x6' '-k --sentences' '--expand -w 60 -q harbour'; do
            timeout 10 "$work/pith" $o "$f" 2>&1 || echo "status $?"
        done
        timeout 10 "$work/pith" -m 3K --json -p 30 < "$f" 2>&1 || echo "status $?"
    done
}

killed() # FILE OBJECT
{
    name=$(basename "$1" .c)
    for t in $(first_tests "$name") resume both pith names quant entity rank sent; do
        case " $done_tests " in *" $t "*) continue ;; esac
        done_tests="$done_tests $t"
        [ -f "$B/tests/unit/$t.o" ] || continue
        $CC "$2" "$B/tests/unit/$t.o" "$B/libpith.a" -o "$work/unit" 2>/dev/null || continue
        timeout 20 "$work/unit" >/dev/null 2>&1 || return 0
    done
    answers "$2" >"$work/answers" 2>/dev/null
    cmp -s "$work/answers" "$work/want" || return 0
    $CC "$2" "$work/golden.o" "$work/host.o" "$work/board.o" "$work/io.o" "$B/libpith.a" -o "$work/golden" 2>/dev/null &&
        { timeout 20 "$work/golden" <"$B/target/stream.65536" 2>/dev/null | sed '/^#/d' | cmp -s - "$root/tests/golden/core.txt" || return 0; }
    for p in stream names api; do
        $CC "$2" "$B/tests/prop/$p.o" "$B/tests/prop/gen.o" "$B/libpith.a" -o "$work/prop" 2>/dev/null &&
            { timeout 60 "$work/prop" >/dev/null 2>&1 || return 0; }
    done
    case $name in
    quant*|entity*|mention|names*|namer|spot*|waiting|both) ;; # the reference knows no names
    *)  $CC "$2" "$B"/tests/reference/*.o "$B/tests/prop/gen.o" "$B/libpith.a" -o "$work/reference" 2>/dev/null &&
            { timeout 60 "$work/reference" 2000 1 3 >/dev/null 2>&1 || return 0; } ;;
    esac
    return 1
}

first_tests() # of a file, those that look at it most closely
{
    case $1 in
    quant*) echo "$1" quant quant_item quant_num quant_value quant_join ;;
    entity*|mention|names_entity|waiting) echo "$1" joins entity names misuse ;;
    spot*|namer|names) echo spot names misuse entity ;;
    read|pith|count|known|both) echo "$1" pith misuse ;;
    select) echo rank ;;
    valid|resume|names_valid) echo resume ;;
    join|token|word) echo word ;;
    *) echo "$1" ;;
    esac
}

is_judged() # FILE LINE: is it listed as the same program?
{
    MUTATED=$1 MUTANT=$2 awk -F '\t' '$1 == ENVIRON["MUTATED"] && $2 == ENVIRON["MUTANT"] { found = 1; exit } END { exit !found }' "$here/equivalent.txt"
}

COMMAND=$(find "$B/port" -name '*.o' ! -path '*baremetal*' ! -path '*/fuzz/*' | tr '\n' ' ')
OBJECT=
for o in golden:tests/target/golden host:tests/target/host board:port/baremetal/board io:port/pith_io; do
    $CC $flags -I"$root/port/baremetal" -DWORK_CELLS=65536 -c "$root/${o#*:}.c" -o "$work/${o%%:*}.o" || exit 1
done
answers >"$work/want" || { echo "mutate: the command does not link: make test first"; exit 1; }
for file; do
    awk -f "$here/mutants.awk" "$root/$file" >"$work/mutants"
    cp "$root/$file" "$work/$(basename "$file")" # the name stands in the object
    $CC $flags -c "$work/$(basename "$file")" -o "$work/plain.o"
    n=0 dead=0 judged=0
    awk -v seed="$seed" -v count="$count" 'BEGIN { srand(seed) } { print rand() "\t" $0 }' "$work/mutants" | sort -k1,1 | cut -f2- >"$work/order"
    while IFS='	' read -r line at len with; do
        [ "$count" = 0 ] || [ $n -lt "$count" ] || break
        awk -v line="$line" -v at="$at" -v len="$len" -v with="$with" \
            'NR == line { $0 = substr($0, 1, at - 1) with substr($0, at + len) } { print }' "$root/$file" >"$work/mutant.c"
        cp "$work/mutant.c" "$work/$(basename "$file")"
        $CC $flags -c "$work/$(basename "$file")" -o "$work/mutant.o" 2>/dev/null || continue
        cmp -s "$work/mutant.o" "$work/plain.o" && continue
        n=$((n + 1))
        done_tests=
        # How it is listed: the line as changed, or what is left out.
        if [ "$with" = ";" ]; then at_line=$(sed -n "${line}s/^ */without: /p" "$root/$file"); else at_line=$(sed -n "${line}s/^ *//p" "$work/mutant.c"); fi
        if killed "$file" "$work/mutant.o"; then
            dead=$((dead + 1))
            if is_judged "$file" "$at_line"; then echo "caught, yet listed as the same: $file:$line:$at: $at_line"; wrong=$((wrong + 1)); fi
        elif is_judged "$file" "$at_line"; then
            judged=$((judged + 1))
        else
            echo "survives: $file:$line:$at: $at_line"
        fi
    done <"$work/order"
    echo "$file: $dead caught, $judged the same program, of $n"
    all_killed=$((all_killed + dead)) all=$((all + n)) all_judged=$((all_judged + judged))
    [ $((dead * 10)) -ge $(((n - judged) * tenths)) ] || bad=$((bad + 1))
done
echo "mutants: $all_killed caught, $all_judged the same program, of $all; $bad of $# files below $tenths in ten"
[ "$all" -gt 0 ] && [ $wrong = 0 ] || exit 1
if [ "$of" = each ]; then [ $bad = 0 ]; else [ $((all_killed * 10)) -ge $(((all - all_judged) * tenths)) ]; fi
