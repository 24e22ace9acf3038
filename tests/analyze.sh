#!/bin/sh
# Static analysis: analyze.sh TOOL..., of gcc, clang, cppcheck, misra. A finding is a failure, unless tests/analyze.txt lists
# it with a reason: a line "TOOL WHAT FILE: REASON" (FILE may be a pattern), where WHAT is the name that the tool
# gives the check. A line that nothing needs is a failure, too. Ends with "N passed, N failed", of tools.
# The core is read by all; what stands in port/ and port/posix/ by all but misra.
cd "$(dirname "$0")/.." || exit 1
list=tests/analyze.txt
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT
flags='-std=c99 -D_POSIX_C_SOURCE=200809L -D_FILE_OFFSET_BITS=64 -Icore -Iport'
core=$(ls core/*.c) all="$core $(ls port/*.c port/posix/*.c)"
[ -z "$CORE_ONLY" ] || all=$core
passed=0 failed=0

# What a tool says, a line each: FILE WHAT, then its words.
says() {
    case $1 in
    gcc)
        # shellcheck disable=SC2086
        echo $all | tr ' ' '\n' | xargs -P 2 -I FILE ${GCC:-gcc} $flags -O2 -fanalyzer -c FILE -o /dev/null 2>&1 |
            sed -n 's/^\([^:]*\):\([0-9]*\):.*warning: \(.*\) \[-W\([a-z-]*\)\]$/\1 \4 line \2: \3/p' ;;
    clang)
        # shellcheck disable=SC2086
        echo $all | tr ' ' '\n' | xargs -P 2 -I FILE clang --analyze --analyzer-output text $flags FILE 2>&1 |
            sed -n 's/^\([^:]*\):\([0-9]*\):.*warning: \(.*\) \[\([a-zA-Z.]*\)\]$/\1 \4 line \2: \3/p' ;;
    cppcheck)
        # shellcheck disable=SC2086
        cppcheck -q -j 2 --std=c99 --enable=warning,performance,portability -UPITH_CONFIG -Icore -Iport \
            --template='{file} {id} line {line}: {message}' $all 2>&1 | grep -v ' information ' ;;
    misra)
        # shellcheck disable=SC2086
        cppcheck -q -j 2 --std=c99 --addon=misra -UPITH_CONFIG -D__GNUC__ -Icore \
            --template='{file} {id} line {line}: {message}' $core 2>&1 | grep misra ;;
    *) echo "$1 no-such-tool" ;;
    esac
}

for tool in "$@"; do
    case $tool in misra) need=cppcheck ;; *) need=$tool ;; esac
    if ! command -v "$need" >/dev/null; then
        echo "analyze: $tool: there is no $need here" >&2
        failed=$((failed + 1))
        continue
    fi
    says "$tool" | sort -u >"$dir/said"
    if awk -v tool="$tool" -v only="$CORE_ONLY" -v list=$list '
        function match_file(file, pattern) { gsub(/[.]/, "[.]", pattern); gsub(/[*]/, ".*", pattern); return file ~ "^" pattern "$" }
        FILENAME == list {
            if ($1 == tool) { n++; what[n] = $2; file[n] = $3; sub(/:$/, "", file[n]) }
            next
        }
        {
            found++
            for (i = 1; i <= n; i++) if (what[i] == $2 && match_file($1, file[i])) { used[i]++; next }
            print "analyze: " tool ": " $0
            bad++
        }
        END {
            for (i = 1; i <= n; i++) if (!used[i] && !(only && file[i] ~ /^port/)) {
                print "analyze: " tool ": nothing needs the line: " what[i] " " file[i]; bad++
            }
            printf "analyze: %-8s %d findings, %d not listed\n", tool, found, bad
            exit bad > 0
        }' $list "$dir/said"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
done
echo "analyze: $passed passed, $failed failed"
[ $failed -eq 0 ]
