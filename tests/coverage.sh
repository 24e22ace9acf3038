#!/bin/sh
# What gcov counted below the build directory $1 for core/: a line for each file, the lines and branches that no test
# reached, and the sums. tests/coverage.txt lists what no test can reach, with the proof; it is left out of the last two
# lines, "lines N%" and "branches N%". Fails when something else is not reached, something listed is, or stands nowhere.
# Run from the top of the tree, where the names of the sources begin.
find "$1/core" -name '*.gcda' -not -path '*/model/*' | sort | xargs gcov -b -c -t 2>/dev/null | awk '
    function percent(part, all) { return all ? int(1000 * part / all) / 10 : 100 } # 100 is all of it
    function complain(file, line, what) { printf "%s:%d: %s\n", file, line, what | "sort -t : -k 1,1 -k 2,2n"; bad = 1 }

    # The list: "FILE FUNCTION: TEXT", then "    branch N M: PROOF" or "    line: PROOF", and more of the proof.
    FILENAME != "-" {
        if (/^core\//) {
            where = $0; sub(/:.*/, "", where)
            text = $0; sub(/^[^:]*: */, "", text)
            listed[where, text] = FNR
            nothing[where, text] = 1
        } else if (/^ +line:/) {
            proven[where, text, "line"] = 1
            delete nothing[where, text]
        } else if (/^ +branch [0-9 ]+:/) {
            ways = $0; sub(/^ +branch /, "", ways); sub(/:.*/, "", ways)
            for (i = split(ways, way, " "); i > 0; i--) proven[where, text, way[i]] = 1
            delete nothing[where, text]
        }
        next
    }
    / 0:Source:/ { file = $0; sub(/.*Source:/, "", file); next }
    file !~ /^core\/[^\/]*\.[ch]$/ { next }
    /^function / { where = file " " $2; next }
    /^ *[0-9#=]+\*?: *[0-9]+:/ {
        split($0, part, ":")
        at = part[2] + 0
        runs[file, at] += part[1] + 0
        if (!((file, at) in said)) {
            text = $0; sub(/^[^:]*:[^:]*: */, "", text)
            said[file, at] = where SUBSEP text
            stands[where, text]++
        }
        n = 0
        next
    }
    /^branch/ { took[file, at, n++] += $0 ~ /taken [1-9]/ }
    END {
        # a line or branch of a header counts once, whichever unit has reached it
        for (key in runs) {
            split(key, part, SUBSEP)
            file = part[1]
            text = said[key]; sub(/^.*\034/, "", text)
            is = (said[key], "line") in proven
            lines[file]++; l++
            if (runs[key]) { hit[file]++; h++ } else if (is) pl++
            else complain(file, part[2], "not run: " text)
            if (runs[key] && is) complain(file, part[2], "is run, but listed: " text)
        }
        for (key in took) {
            split(key, part, SUBSEP)
            file = part[1]
            line = said[file, part[2]]
            text = line; sub(/^.*\034/, "", text)
            is = (line, part[3]) in proven || (line, "line") in proven
            branches[file]++; b++
            if (took[key]) { taken[file]++; t++ } else if (is) pb++
            else complain(file, part[2], "branch " part[3] " not taken: " text)
            if (took[key] && is) complain(file, part[2], "branch " part[3] " is taken, but listed: " text)
        }
        for (key in listed) {
            if (stands[key] != 1) complain("tests/coverage.txt", listed[key], "this stands " stands[key] + 0 " times in the function")
            if (key in nothing) complain("tests/coverage.txt", listed[key], "nothing of it is listed")
        }
        if (l == 0) { print "coverage: gcov counted nothing"; exit 1 }
        for (name in lines)
            printf "%-20s lines %5.1f%%  branches %5.1f%%\n", name, percent(hit[name], lines[name]), percent(taken[name], branches[name]) | "sort"
        close("sort")
        close("sort -t : -k 1,1 -k 2,2n")
        printf "raw: lines %.1f%% (%d of %d), branches %.1f%% (%d of %d)\n", percent(h, l), h, l, percent(t, b), t, b
        printf "proven unreachable, see tests/coverage.txt: lines %d, branches %d; without them:\n", pl, pb
        printf "lines %.1f%%\nbranches %.1f%%\n", percent(h, l - pl), percent(t, b - pb)
        exit bad
    }' tests/coverage.txt -
