#!/bin/sh
# symbols.sh NM NAME LIBRARY...: what the core may leave undefined is memcpy, memmove, memset, memcmp and the
# compiler's own helpers for integers; it defines no writable data.
nm=$1 name=$2
shift 2
"$nm" "$@" 2>/dev/null | awk -v name="$name" '
NF == 2 && $1 == "U" { undefined[$2] = 1; next }
NF == 3 { defined[$3] = 1; if ($2 ~ /^[DdBbCGgSs]$/) { print name ": writable data: " $3; bad = 1 } }
# __aeabi_fadd, __muldf3, __floatsisf, ...: floating point; __stack_chk_fail, __memcpy_chk: the library of C
function helper(s) {
    return s ~ /^__/ && s !~ /[sdt]f(2|3|[sd]i)?$/ && s !~ /aeabi_(f|d|[a-z]*2[fd])/ && s !~ /_chk/ && s !~ /errno/
}
END {
    for (s in undefined)
        if (!(s in defined) && s !~ /^mem(cpy|move|set|cmp)$/ && s !~ /^_GLOBAL_OFFSET_TABLE_$/ && !helper(s)) {
            print name ": needs " s
            bad = 1
        }
    if (!bad) print "symbols: " name " ok"
    exit bad
}'
