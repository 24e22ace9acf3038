#!/bin/sh
# Runs test programs, adds up their "N passed, N failed" lines, ends with the sum. A program that
# dies or prints no such line counts as one failure.
passed=0 failed=0
for t in "$@"; do
    out=$("$t") || [ "$out" ] || out=dead
    printf '%s\n' "$out"
    line=$(printf '%s\n' "$out" | sed -n 's/^\(.*: \)\{0,1\}\([0-9][0-9]*\) passed, \([0-9][0-9]*\) failed.*/\2 \3/p' | tail -n 1)
    case $line in
    '') echo "$t: ended without a count"; failed=$((failed + 1)) ;;
    *) passed=$((passed + ${line% *})) failed=$((failed + ${line#* })) ;;
    esac
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
