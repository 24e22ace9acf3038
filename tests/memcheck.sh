#!/bin/sh
# Runs test programs under valgrind, one check each: no error, no leak, no failed check.
log=$(mktemp) && trap 'rm -f "$log"' EXIT
passed=0 failed=0
check() {
    if valgrind -q --error-exitcode=99 --leak-check=full "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
    else
        echo "valgrind $*:"
        tail -n 30 "$log"
        failed=$((failed + 1))
    fi
}
for t in "$@"; do
    case $t in
    */stream) check "$t" 25 ;;
    */prop/*) check "$t" 300 ;;
    *) check "$t" ;;
    esac
done
for text in tests/texts/*.txt; do
    check "$B/pith" -n 3 -k5 "$text"
    check "$B/pith" --json -m 4K "$text"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
