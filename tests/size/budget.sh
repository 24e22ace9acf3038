#!/bin/sh
# budget.sh NAME DEVICE CELLS RUN PREFIX STACK-OPTIONS [names]: what the core costs on one board, a row of budget.tsv for
# each profile. PREFIX is that of the binutils, DIR where the board's programs stand, TOOLS the host's tools.
#
# code, tables  bytes of flash of the summarizer with its English model (sections of the objects); the tagger of names
#               stands apart: no program has it that does not name one of its models; so does pith_resume with its look
#               through a state (resume, valid: 1.2 KB on a Cortex-M0), which no program has that does not call it
# state, work   bytes of RAM: a `pith`, and its work area
# stack         bytes: the deepest API call by the call graph; then the golden program with its start-up and
#               driver, by the call graph and as measured by the stack's paint
# per_byte      instructions (AVR: cycles) for each byte of text, everything from pith_init to the last keyword
# longest       instructions (cycles) of the longest call in that run, and its name; `make watchdog` looks for worse
#
# The profile `names`, of boards that are to have it, is that of names.c: what names, quantities and entities with letters
# have beside the summarizer, with the small model.
name=$1 device=$2 cells=$3 run=$4 prefix=$5 stack_options=$6
size=$(dirname "$0")
target=$size/../target
program=$DIR/golden.$device
other=names # the program that is not looked at
out=$DIR/budget
mkdir -p "$out"

fail() { echo "budget: $name: $1" >&2; exit 1; }

# What the compiler says of frames and calls, of the files that are in the program.
compiler_files()
{
    find "$DIR/core" "$DIR/port" "$DIR/tests/target" \( -name '*.su' -o -name '*.ci' \) \
        ! -path '*baremetal/main.*' ! -path '*overflow.*' ! -path "*tests/target/$other.*"
}

# The stack's worst case, from a root or of the deepest call of the API.
worst_stack()
{
    awk $stack_options "$@" -v calls=pith_io_emit:board_write -f "$size/stack.awk" \
        "$out/symbols" $(compiler_files) "$out/disassembly" > "$out/stack" ||
        fail "$(grep -v '^pith_' "$out/stack" | head -n 3)"
    awk 'END { print $2 }' "$out/stack"
}

measure() # NAME of the stream
{
    sh "$target/run.sh" "$device" "$run" "$program" "$out/nm" "$out/$1.report" < "$out/$1.stream" \
        > "$out/$1.text" 2> "$out/err"
    [ $? = 42 ] || fail "$1 run failed: $(tail -n 1 "$out/err")"
}

flash() # sections
{
    "${prefix}size" -A $(find "$DIR/core" -name '*.o' ! -name '*spot*' ! -name 'names*' ! -name 'entity*' ! -name '*quant*' \
        ! -name 'waiting.o' ! -name 'namer.o' ! -name 'both.o' ! -name 'mention.o' ! -name 'en_same.o' ! -name 'resume.o' ! -name 'valid.o' ! -name 'en_*small.o') |
        awk -v which="$1" '$1 ~ which { n += $2 } END { print n }'
}

names_flash() # sections
{
    "${prefix}size" -A $(find "$DIR/core" \( -name 'spot*.o' -o -name 'names*.o' -o -name 'entity*.o' -o -name 'quant*.o' -o -name waiting.o \
        -o -name namer.o -o -name mention.o -o -name en_same.o -o -name en_spot_small.o -o -name 'en_quant*.o' \)) |
        awk -v which="$1" '$1 ~ which { n += $2 } END { print n }'
}

look() # at the program: symbols, state, api, whole
{
    "${prefix}objdump" -t "$program" > "$out/symbols"
    "${prefix}objdump" -d --no-show-raw-insn "$program" > "$out/disassembly"
    "${prefix}nm" -n "$program" > "$out/nm"
    state=$("${prefix}nm" -S "$program" | awk '$4 == "states" { print $2 }')
    state=$((0x$state / 2))
    api=$(worst_stack) || exit 1
    root=start # the AVRs' start-up enters below it
    grep -q ' start$' "$out/nm" || root=start_main
    whole=$(worst_stack -v root=$root) || exit 1
}

code=$(flash '^\.(text|literal)')
tables=$(flash '^\.(rodata|srodata|progmem|data)')
look

cp "$TOOLS/stream.$cells" "$out/golden.stream"
measure golden

profile() # NAME CELLS OPTIONS
{
    { sed -n '1s/ c512.*//p;q' "$TOOLS/sleep.stream" | sed "s/\$/ c$2 $3/"; sed 1d "$TOOLS/sleep.stream"; } > "$out/$1.stream"
    run_profile "$@"
}

run_profile() # NAME CELLS
{
    measure "$1"
    used=$(awk '/^#/ { print $2 }' "$out/$used_of.text")
    text=$(sed '1s/.* L\([0-9]*\).*/\1/;q' "$out/$1.stream")
    awk -v OFS='\t' -v name="$name" -v profile="$1" -v code="$code" -v tables="$tables" -v state="$state" \
        -v work=$(($2 * 4)) -v api="$api" -v whole="$whole" -v used="$used" -v bytes="$text" '
        $1 == "call" {
            sum += $4
            if ($5 > most) { most = $5; who = $2 }
        }
        END { print name, profile, code, tables, state, work, api, whole, used, sprintf("%.1f", sum / bytes), most, who }
    ' "$out/$1.report"
}

used_of=golden
profile small 256 n3
profile kept 1024 'k40 n3'
profile whole "$cells" 'k40 n3'

[ "$7" ] || exit 0
program=$DIR/names.$device other=golden used_of=names out=$DIR/budget/names
mkdir -p "$out"
code=$(names_flash '^\.(text|literal)')
tables=$(names_flash '^\.(rodata|srodata|progmem|data)')
look
{ sed -n '1s/ c512.*/ c1024 e50 g12 q1/p;q' "$TOOLS/sleep.stream"; sed 1d "$TOOLS/sleep.stream"; } > "$out/names.stream"
run_profile names 1024
