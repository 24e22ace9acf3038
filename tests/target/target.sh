#!/bin/sh
# target.sh NAME DEVICE CELLS RUN: all tests of one target, in one line of output, or what is wrong.
#
# golden    the cases of cases.txt that fit, against what the host prints
# names     the cases of names_cases.txt the same way
# sleep     a text is interrupted, the state leaves the board, the board starts anew, the state comes back to
#           another address, and the summary is that of the host
# main      the device main (behind its UART where there is one) reads two texts; what it says is what the same
#           program says on the host with the same work area
# twice     the same for the program of the smallest boards, which are sent each text twice
# overflow  a stack that runs over ends in "fault" and BOARD_FAULT
# Build products stand in DIR, tools and expected outputs in TOOLS.
name=$1 device=$2 cells=$3 run=$4
here=$(dirname "$0")
out=$DIR/out
done_ok=
mkdir -p "$out"

fail()
{
    printf '%-18s FAILED: %s\n' "$name" "$1"
    [ -z "$2" ] || diff "$2" "$3" | head -n 20
    sed -n '1,5s/^/    /p' "$out/err"
    exit 1
}

# try WHAT STATUS DEVICE PROGRAM <input >output
try()
{
    sh "$here/run.sh" "$3" "$run" "$4" 2>"$out/err"
    status=$?
    [ $status = "$2" ] || fail "$1: exit status $status, not $2" >&2
}

same() # WHAT WANT GOT
{
    cmp -s "$2" "$3" || fail "$1: output differs (< wanted, > got)" "$2" "$3"
    done_ok="$done_ok $1"
}

golden()
{
    try golden 42 "$device" "$DIR/golden.$device" < "$TOOLS/stream.$cells" > "$out/golden" || exit 1
    grep '^#' "$out/golden" > "$out/stack"
    sed '/^#/d' "$out/golden" > "$out/golden.text"
    same golden "$TOOLS/expect.$cells" "$out/golden.text"
}

names()
{
    try names 42 "$device" "$DIR/names.$device" < "$TOOLS/names.stream" > "$out/names" || exit 1
    sed '/^#/d' "$out/names" > "$out/names.text"
    same names "$TOOLS/names.expect" "$out/names.text"
}

sleep_and_wake()
{
    try sleep 42 "$device" "$DIR/golden.$device" < "$TOOLS/sleep.stream" > "$out/asleep" || exit 1
    { sed 's/ z/ Z/;q' "$TOOLS/sleep.stream"; sed -n 2p "$out/asleep"; sed 1d "$TOOLS/sleep.stream"; } > "$out/wake"
    try wake 42 "$device" "$DIR/golden.$device" < "$out/wake" > "$out/awake" || exit 1
    sed '1d; /^#/d' "$out/awake" > "$out/awake.text"
    same sleep "$TOOLS/sleep.expect" "$out/awake.text"
}

device() # PROGRAM
{
    try "$1" 0 uart "$DIR/$1.uart" < "$TOOLS/$1.stream" > "$out/$1" || exit 1
    same "$1" "$TOOLS/$1.expect.$cells" "$out/$1"
}

overflow()
{
    printf 'descending\nfault\n' > "$out/fault.expect"
    try overflow 99 "$device" "$DIR/overflow.$device" < /dev/null > "$out/fault" || exit 1
    same overflow "$out/fault.expect" "$out/fault"
}

[ ! -e "$DIR/golden.$device" ] || { golden && sleep_and_wake; }
[ ! -e "$DIR/names.$device" ] || names
[ ! -e "$DIR/main.uart" ] || device main
[ ! -e "$DIR/twice.uart" ] || device twice
[ ! -e "$DIR/overflow.$device" ] || overflow
cases=$(grep -c '^@' "$out/golden.text" 2>/dev/null)
stack=$(awk '$3 { print ", stack " $2 " of " $3 }' "$out/stack" 2>/dev/null)
printf '%-18s%s%s%s: ok\n' "$name" "$done_ok" "${cases:+, $cases cases}" "$stack"
