#!/bin/sh
# The command when the system fails it: read, pread and write give an error at the Nth call, for every N, once and for ever;
# are interrupted again and again; move a byte at a time; the file shrinks or grows while it is read; limits of the system.
# The error is told once and is the status; what was written by then is the beginning of the right output, and nothing
# of it twice; the same call without the fault gives all of it. Ends with "N passed, N failed".
# usage: FAULTY=build/tests/fault/faulty [PIECE=700] [MODES=...] tests/fault/command.sh
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
case ${FAULTY:=$here/../../build/tests/fault/faulty} in /*) ;; *) FAULTY=$(pwd)/$FAULTY ;; esac
PIECE=${PIECE:-700}
MODES=${MODES:-plain json jsonl mark sentences entities keywords}
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 1
passed=0 failed=0

check() { # WHAT COMMAND...
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else
        failed=$((failed + 1))
        echo "failed: $what" >&2
        sed 's/^/    /' err >&2
    fi
}
is() { [ "$1" = "$2" ]; }
# is_start A B: the file A, or that without a line end, is the beginning of B
is_start() {
    is_part "$(wc -c <"$1")" "$@" || { [ -z "$(tail -c 1 "$1")" ] && is_part $(($(wc -c <"$1") - 1)) "$@"; }
}
is_part() { head -c "$1" "$2" >part && head -c "$1" "$3" | cmp -s - part; }
args() {
    case $1 in
    plain) echo '-n 3' ;;
    json) echo '--json -n 3 -k 5' ;;
    jsonl) echo '--jsonl -n 2' ;;
    mark) echo '--mark -n 3' ;;
    sentences) echo '--sentences' ;;
    entities) echo '--entities' ;;
    keywords) echo '-n 2 -k 4 -d 40x6' ;;
    esac
}
input() { case $1 in jsonl) echo lines ;; *) echo text ;; esac; }
# go file|pipe MODE: with the faults of the environment; status in $st
go() {
    in=$(input "$2")
    # shellcheck disable=SC2046
    case $1 in
    file) "$FAULTY" $(args "$2") $in >out 2>err ;;
    pipe) cat $in | "$FAULTY" $(args "$2") >out 2>err ;;
    esac
    st=$?
}

cp "$here/../texts/news.txt" text
# Lines of JSON from a text of one paragraph a line.
awk 'NF { gsub(/"/, "\\\""); printf "{\"id\":%d,\"text\":\"%s\"}\n", NR, $0 }' text >lines

for mode in $MODES; do
    for from in file pipe; do
        go $from "$mode"
        check "$from $mode" is "$st $(cat err)" '0 '
        cp out want

        # Interrupted, and in small pieces: nothing is lost, nothing comes twice.
        for set in 'FAULT_STORM=2' 'FAULT_STORM=9' 'FAULT_SHORT=1' 'FAULT_SHORT=7 FAULT_STORM=3'; do
            # shellcheck disable=SC2086
            export $set
            go $from "$mode"
            unset FAULT_STORM FAULT_SHORT
            check "$from $mode, $set" is "$st $(cat err)" '0 '
            check "$from $mode, $set: the same bytes" cmp -s out want
        done

        # An error at every call.
        for call in read pread write; do
            for ever in 0 1; do
                n=1
                while :; do
                    rm -f log
                    export FAULT_CALL=$call FAULT_AT=$n FAULT_EVER=$ever FAULT_SHORT="$PIECE" FAULT_ERRNO=5 FAULT_LOG=log
                    [ $call = write ] && export FAULT_FD=1
                    go $from "$mode"
                    unset FAULT_CALL FAULT_AT FAULT_EVER FAULT_SHORT FAULT_ERRNO FAULT_LOG FAULT_FD
                    [ -e log ] || break
                    name="$from $mode, $call $n of $ever"
                    check "$name: status" is "$st" 1
                    check "$name: told once" is "$(grep -c 'Input/output error' err) $(wc -l <err | tr -d ' ')" '1 1'
                    check "$name: a beginning" is_start out want
                    n=$((n + 1))
                done
                check "$from $mode, $call: the same bytes in the end" cmp -s out want
                [ $call != read ] || check "$from $mode: it reads" test $n -gt 3
            done
        done
        go $from "$mode"
        check "$from $mode: again without faults" cmp -s out want
    done
done

# A file that changes its length at every call: a summary of what was there, or the message that it became shorter.
size=$(wc -c <text | tr -d ' ')
cp text whole
for mode in plain json mark keywords; do
    for call in read pread; do
        for new in 0 $((size / 3)) $((size + 5000)); do
            n=1
            while :; do
                cp whole text
                rm -f log
                export FAULT_CALL=$call FAULT_AT=$n FAULT_SHORT="$PIECE" FAULT_FILE=text FAULT_SIZE=$new FAULT_LOG=log
                go file $mode
                unset FAULT_CALL FAULT_AT FAULT_SHORT FAULT_FILE FAULT_SIZE FAULT_LOG
                [ -e log ] || break
                name="$mode, $new bytes at $call $n"
                case $st in
                0) check "$name: no message" is "$(cat err)" '' ;;
                *) check "$name: status and message" is "$st $(cat err)" '1 pith: text: became shorter while it was read' ;;
                esac
                [ "$new" -lt "$size" ] || check "$name: a file that grew is no error" is $st 0
                n=$((n + 1))
            done
        done
    done
done
cp whole text

# Limits: of the length of a file, of open files.
"$FAULTY" --mark text >want
(trap '' XFSZ; ulimit -f 1; "$FAULTY" --mark text >out) 2>err
check 'length of a file: status and message' is "$? $(cat err)" '1 pith: standard output: File too large'
check 'length of a file: a beginning' is_start out want
if (ulimit -n 3; "$FAULTY" --version) >/dev/null 2>&1; then
    (ulimit -n 3; "$FAULTY" text) >out 2>err
    check 'no file can be opened' is "$? $(cat err)" '1 pith: text: Too many open files'
fi
TMPDIR=$tmp/nowhere
export TMPDIR
cat text | "$FAULTY" --mark >out 2>err
check 'no place for a temporary file' is "$? $(cut -c 1-16 err)" "1 pith: $(echo "$TMPDIR" | cut -c 1-10)"

echo "command: $passed passed, $failed failed"
[ $failed -eq 0 ]
