#!/bin/sh
# mutate.sh each|sum TENTHS SEED MUTANTS FILE...: changes the core in one place at a time and sees whether a test notices. Takes
# MUTANTS of each FILE (0: all) by SEED. Prints a line for each that survives, one for each FILE, and last the sum. Fails when fewer
# than TENTHS of ten are caught, of each FILE or in sum, or one is caught that equivalent.txt calls the same program; what that lists
# does not count. A mutant that does not compile, or compiles to the same code, does not count either. The environment has B (a build
# with tests), CC and JOBS: files at a time.
#
# The tests are linked once, with a shared library; of each mutant the changed file alone is compiled.
of=$1 tenths=$2 seed=$3 count=$4
shift 4
here=$(dirname "$0")
root=$here/../..
export B CC root here work=$B/mutate
export flags="-std=c99 -O1 -w -fPIC -I$root/core -I$root/port -I$root/tests -I$root/core/model"

build()
{
    rm -rf "$work"
    mkdir -p "$work/core" "$work/unit" "$work/prop"
    for f in "$root"/core/*.c "$root"/core/model/*.c; do echo "$f"; done |
        xargs -P "${JOBS:-1}" -I FILE sh -c '$CC $flags -c "$1" -o "$work/core/$(basename "$1" .c).o"' sh FILE || return 1
    $CC -shared "$work"/core/*.o -o "$work/libpith.so" || return 1
    for t in "$B"/tests/unit/*.o; do link "unit/$(basename "$t" .o)" "$t" || return 1; done
    for t in stream names api; do link prop/$t "$B/tests/prop/$t.o" "$B/tests/prop/gen.o" || return 1; done
    link reference "$B"/tests/reference/*.o "$B/tests/prop/gen.o" || return 1
    for o in golden:tests/target/golden names:tests/target/names host:tests/target/host board:port/baremetal/board io:port/pith_io; do
        $CC $flags -I"$root/port/baremetal" -DWORK_CELLS=65536 -c "$root/${o#*:}.c" -o "$work/${o%%:*}.o" || return 1
    done
    for t in golden names; do link $t "$work/$t.o" "$work/host.o" "$work/board.o" "$work/io.o" || return 1; done
    link pith $(find "$B/port" -name '*.o' ! -path '*baremetal*' ! -path '*/fuzz/*')
}

link() # PROGRAM OBJECT...
{
    program=$1
    shift
    $CC "$@" -L"$work" -lpith -o "$work/$program"
}

build || { echo "mutate: the tests do not link: make test first"; exit 1; }
LD_LIBRARY_PATH=$work sh "$here/answers.sh" >"$work/want"
: >"$work/sums"
printf '%s\n' "$@" | xargs -P "${JOBS:-1}" -n 1 sh "$here/mutate_file.sh" "$seed" "$count"
awk -v of="$of" -v tenths="$tenths" -v files=$# '
    { dead += $1; judged += $2; all += $3; wrong += $4; if ($1 * 10 < ($3 - $2) * tenths) bad++ }
    END {
        printf "mutants: %d caught, %d the same program, of %d; %d of %d files below %d in ten\n", dead, judged, all, bad, NR, tenths
        exit NR < files || all == 0 || wrong > 0 || (of == "each" ? bad > 0 : dead * 10 < (all - judged) * tenths)
    }' "$work/sums"
