#!/bin/sh
# Prints what gcov counted below the build directory $1 for core/: a line a file, the lines and branches
# that no test reached, and last the sums as "lines N%" and "branches N%".
cd "$1" || exit 1
find core -name '*.gcno' | sort | while read -r notes; do
    gcov -b -c -t "$notes" 2>/dev/null
done | awk '
    /^ *-: *0:Source:/ { file = $0; sub(/.*Source:/, "", file); next }
    file !~ /core\/[^\/]*\.[ch]$/ { next }
    /^ *(#####|=====):/ { split($0, f, ":"); miss[file] = miss[file] " " f[2] + 0; lines[file]++; next }
    /^ *[0-9]+\*?: *[0-9]+:/ { split($0, f, ":"); at = f[2] + 0; lines[file]++; hit[file]++; next }
    /^branch/ { branches[file]++; if ($0 ~ /taken [1-9]/) taken[file]++; else if (last[file] != at) { half[file] = half[file] " " at; last[file] = at } }
    END {
        for (f in lines) {
            printf "%-14s lines %5.1f%%  branches %5.1f%%\n", f, 100 * hit[f] / lines[f], branches[f] ? 100 * taken[f] / branches[f] : 100 | "sort"
            l += lines[f]; h += hit[f]; b += branches[f]; t += taken[f]
        }
        close("sort")
        for (f in miss) print "not run: " f ":" miss[f]
        for (f in half) print "branches not taken: " f ":" half[f]
        printf "lines %.1f%%\nbranches %.1f%%\n", 100 * h / l, 100 * t / b
    }'
