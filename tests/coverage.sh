#!/bin/sh
# Prints what gcov counted below the build directory $1 for core/: a line a file, the lines and branches
# that no test reached, and last the sums as "lines N%" and "branches N%". Run from the top of the tree,
# where the names of the sources begin. Fails when nothing was counted.
find "$1/core" -name '*.gcda' -not -path '*/model/*' | sort | xargs gcov -b -c -t 2>/dev/null | awk '
    / 0:Source:/ { file = $0; sub(/.*Source:/, "", file); next }
    file !~ /^core\/[^\/]*\.[ch]$/ { next }
    /^ *(#####|=====):/ { split($0, part, ":"); at = part[2] + 0; seen[file, at] += 0; next }
    /^ *[0-9]+\*?: *[0-9]+:/ { split($0, part, ":"); at = part[2] + 0; seen[file, at] += part[1] + 0; n = 0; next }
    /^branch/ { way = file SUBSEP at SUBSEP n++; took[way] += $0 ~ /taken [1-9]/; next }
    END {
        # a line or branch of a header counts once, whichever unit has reached it
        for (key in seen) {
            split(key, part, SUBSEP)
            lines[part[1]]++
            if (seen[key]) hit[part[1]]++
            else miss[part[1]] = miss[part[1]] " " part[2]
        }
        for (key in took) {
            split(key, part, SUBSEP)
            branches[part[1]]++
            if (took[key]) taken[part[1]]++
            else if (!((part[1], part[2]) in half)) { half[part[1], part[2]] = 1; open[part[1]] = open[part[1]] " " part[2] }
        }
        for (name in lines) {
            printf "%-16s lines %5.1f%%  branches %5.1f%%\n", name, 100 * hit[name] / lines[name],
                   branches[name] ? 100 * taken[name] / branches[name] : 100 | "sort"
            l += lines[name]; h += hit[name]; b += branches[name]; t += taken[name]
        }
        close("sort")
        if (l == 0) { print "coverage: gcov counted nothing"; exit 1 }
        for (name in miss) print "not run: " name ":" miss[name]
        for (name in open) print "branches not taken: " name ":" open[name]
        printf "lines %.1f%%\nbranches %.1f%%\n", 100 * h / l, b ? 100 * t / b : 100
    }'
