# Inputs of every kind, and what happens when they or the output fail.

f=$texts/news.txt
want=$("$PITH" "$f")

# error MESSAGE ARGS: exit 1, nothing on standard output
error() {
    text=$1
    shift
    run "$@"
    same "status of $*" 1 $st
    same "message of $*" "pith: $text" "$(cat err)"
    same "output of $*" '' "$(cat out)"
}
error 'nowhere: No such file or directory' nowhere
error "$texts: is a directory; name the files in it" "$texts"
if [ "$(id -u)" != 0 ]; then
    cp "$f" locked
    chmod 0 locked
    error 'locked: Permission denied' locked
fi
for mode in '' --json --jsonl --mark --sentences; do
    # shellcheck disable=SC2086
    "$PITH" $mode <&- >out 2>err
    same "closed input $mode" '1 pith: standard input: Bad file descriptor' "$? $(cat err out)"
    "$PITH" $mode "$f" >&- 2>err
    same "closed output $mode" '1 pith: standard output: Bad file descriptor' "$? $(cat err)"
    "$PITH" $mode "$f" 2>&- >out
    same "closed standard error $mode" 0 $?
    if [ -e /dev/full ]; then
        "$PITH" $mode "$f" >/dev/full 2>err
        same "full disk $mode" '1 pith: standard output: No space left on device' "$? $(cat err)"
    fi
done
if [ -e /dev/full ]; then
    "$PITH" --help >/dev/full 2>err
    same 'full disk, --help' '1 pith: standard output: No space left on device' "$? $(cat err)"
    "$PITH" --version >/dev/full 2>err
    same 'full disk, --version' '1 pith: standard output: No space left on device' "$? $(cat err)"
fi
cat "$f" | "$PITH" --mark >&- 2>err
same 'closed output, temporary file' '1 pith: standard output: Bad file descriptor' "$? $(cat err)"

# A closed pipe ends it quietly, whether the signal is ignored or not.
awk 'BEGIN { for (i = 0; i < 100000; i++) print "Line with number " i " of many." }' >many
(trap '' PIPE; "$PITH" --sentences many 2>err; echo $? >status) | head -n 1 >/dev/null
same 'closed pipe, signal ignored' '1' "$(cat status err)"
("$PITH" --sentences many 2>err; echo $? >status) | head -n 1 >/dev/null
same 'closed pipe' '141' "$(cat status err)"

# UTF-8 with a mark, UTF-16 of both orders from file and pipe.
(printf '\357\273\277'; cat "$f") >marked
same 'byte-order mark' "$want" "$("$PITH" marked)"
same 'byte-order mark, offsets count it' "$("$PITH" --sentences "$f" | awk 'NR == 1 { print $1 + 3, $2 }')" \
    "$("$PITH" --sentences marked | awk 'NR == 1 { print $1, $2 }')"
if command -v iconv >/dev/null 2>&1; then
    (printf '\377\376'; iconv -f UTF-8 -t UTF-16LE "$f") >little
    (printf '\376\377'; iconv -f UTF-8 -t UTF-16BE "$f") >big
    for w in little big; do
        same "UTF-16 $w" "$want" "$("$PITH" $w)"
        same "UTF-16 $w from a pipe" "$want" "$(cat $w | "$PITH")"
        same "UTF-16 $w in small pieces" "$want" "$(dd if=$w bs=1 2>/dev/null | "$PITH")"
        same "UTF-16 $w, offsets" "$("$PITH" --sentences "$f")" "$("$PITH" --sentences $w)"
        same "UTF-16 $w, mark" "$("$PITH" --mark "$f")" "$("$PITH" --mark $w)"
    done
fi
printf '\377\376a\000\075\330\000\336b\000.\000\075\330x\000\000\334' >pairs
same 'UTF-16 surrogates' "$(printf 'a\360\237\230\200b.\357\277\275x\357\277\275')" "$("$PITH" -n 9 pairs | tr -d '\n')"
"$PITH" --stats pairs 2>err >out
holds 'UTF-16 surrogates, malformed' grep -q '^malformed  *2$' err
printf '\377\376a\000b' >half
same 'UTF-16 half a unit' "$(printf 'a\357\277\275')" "$("$PITH" half)"
printf '\377' >one
run one
same 'one byte' 0 "$st$(cat err)"

# Bytes of any kind do no harm.
printf 'Null\000bytes are \000 here. And \200\300\377 too.' >binary
run -n 9 binary
same 'NUL bytes' 0 "$st$(cat err)"
holds 'NUL bytes: text' grep -q 'bytes are here\.' out
for m in '' --sentences --mark --json '-d 30x4' -k; do
    # shellcheck disable=SC2086
    run $m "$PITH"
    same "a binary, $m" 0 "$st$(cat err)"
    # shellcheck disable=SC2086
    head -c 100000 /dev/urandom | "$PITH" $m -m 1K >out 2>err
    same "random bytes, $m" 0 "$?$(cat err)"
done
head -c 100000 /dev/urandom | "$PITH" --jsonl >out 2>err
same 'random bytes, --jsonl' 0 "$?$(cat err)"

# A line without a stop and a word, each of 50 MB.
big=${BIG:-50000000}
for m in '' --sentences '-d 40x6' '-n 3 -k 3'; do
    # shellcheck disable=SC2086
    yes 'and so on' | tr '\n' ' ' | head -c "$big" | "$PITH" $m >out 2>err
    same "a long line, $m" 0 "$?$(cat err)"
    holds "a long line, $m: answer" test -s out
    # shellcheck disable=SC2086
    head -c "$big" /dev/zero | tr '\0' x | "$PITH" $m >out 2>err
    same "a long word, $m" 0 "$?$(cat err)"
    holds "a long word, $m: answer" test -s out
done
(printf '{"id":1,"text":"'; yes 'One more of them.' | tr '\n' ' ' | head -c "$big"; printf '"}\n{"id":2,"text":"Next."}\n') |
    "$PITH" --jsonl -n 1 >out 2>err
same 'a long line of JSON' '{"id":1,"summary":["One more of them."]}
{"id":2,"summary":["Next."]}' "$(cat out err)"

# Memory does not grow: within 12 MB of address space, where the program can run so at all.
if (ulimit -v 12000 && "$PITH" --version) >/dev/null 2>&1; then
    (ulimit -v 12000 && yes "$(cat "$f")" | head -c "$big" | "$PITH" -n 2 >out 2>err)
    same 'memory of a long text' 0 "$?$(cat err)"
    (ulimit -v 12000 && yes '{"id":1,"text":"A line of it."}' | head -n 100000 | "$PITH" --jsonl >out 2>err)
    same 'memory of many lines' 0 "$?$(cat err)"
    same 'many lines' 100000 "$(lines out)"
fi
yes '"{"text":"a' | head -n 10000 | "$PITH" --jsonl >out
same 'many bad lines' 10000 "$(grep -c '"error"' out)"

# Signals that only interrupt.
(cat "$f"; sleep 1) | "$PITH" >out 2>err &
pid=$!
for i in 1 2 3 4 5; do
    kill -s STOP $pid 2>/dev/null && kill -s CONT $pid 2>/dev/null
    sleep 0.05
done
wait $pid
same 'stopped and continued' 0 "$?$(cat err)"
same 'stopped and continued: the summary' "$want" "$(cat out)"
