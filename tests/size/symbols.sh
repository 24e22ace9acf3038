#!/bin/sh
# symbols.sh PREFIX NAME OBJECT...: what the core may leave undefined is memcpy, memmove, memset, memcmp and the
# compiler's own helpers for integers; it has no writable data. PREFIX is that of the binutils.
prefix=$1 name=$2
shift 2
{ "${prefix}nm" "$@" && "${prefix}size" -A "$@"; } | awk -v name="$name" '
# __aeabi_fadd, __muldf3, __floatsisf: floating point; __stack_chk_fail, __memcpy_chk: the library of C
function helper(s) {
    return s ~ /^__/ && s !~ /[sdt]f(2|3|[sd]i)?$/ && s !~ /aeabi_(f|d|[a-z]*2[fd])/ && s !~ /_chk/ && s !~ /errno/
}
$1 ~ /^\.(s?data|s?bss|tdata|tbss)/ && $1 !~ /^\.data\.rel\.ro/ && $2 > 0 { print name ": writable data: " $1; bad = 1 }
NF == 2 && $1 == "U" { undefined[$2] = 1 }
NF == 3 && $2 ~ /^[A-Z]$/ { defined[$3] = 1 }
END {
    for (s in undefined)
        if (!(s in defined) && s !~ /^mem(cpy|move|set|cmp)$/ && s != "_GLOBAL_OFFSET_TABLE_" && !helper(s)) {
            print name ": needs " s
            bad = 1
        }
    if (!bad) print "symbols: " name " ok"
    exit bad
}'
